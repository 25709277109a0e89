import { launchEngine } from '../helpers/launch-engine.js';
import { startPageWorld } from '../helpers/page-world.js';
import { WATCH_FRAMES } from './files.js';
import { keep } from './put-in.js';
import { scriptOf } from './subjects.js';

const TYPES = { js: 'text/javascript', css: 'text/css' };
const blank = (body = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,"><body>${body}`;

const stylesOf = ({ folder, files }) => files.filter(({ name }) => name.endsWith('.css')).map(({ name }) => `<link rel="stylesheet" href="${folder}/${name}">`).join('');

/**
 * A browser that reaches this machine alone, and a server with two pages for each subject: `blank`, into which a measure puts it, beside the files
 * that it may load later; and `page`, which has it as a partner's page does.
 */
export async function startBenchWorld(subjects) {
  const world = await startPageWorld();
  for (const subject of subjects) {
    const { folder, files, script, markup } = subject;
    for (const { name, body } of files) world.pages[`${folder}/${name}`] = { body, type: TYPES[name.split('.').at(-1)] };
    world.pages[blankOf(subject)] = { body: blank(stylesOf(subject)) };
    world.pages[pageOf(subject)] = { body: blank(`${WATCH_FRAMES}${stylesOf(subject)}${markup}<script type="module" src="${folder}/${script}"></script>`) };
  }
  const browser = await launchEngine('chromium', ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']);
  return {
    origin: world.origin,
    /**
     * A page in a browser of its own, so that nothing is kept from the one before, as slow as that. `act` is handed it and its DevTools. With `only`, of all
     * scripts those of these URLs come, and no other.
     */
    async visit(path, throttling, act, only = null) {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        if (only !== null) await page.setRequestInterception(true);
        page.on('request', (request) => only !== null && (request.resourceType() !== 'script' || only.includes(request.url()) ? request.continue() : request.abort()));
        await page.goto(world.origin + path);
        const devtools = await page.createCDPSession();
        // Of the thread, not of the clock: what other programs do meanwhile is not in it.
        await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
        await page.evaluate(untilQuiet);
        return await act(page, devtools);
      } finally {
        await context.close();
      }
    },
    /** The same for a blank page that has `subject` at hand for `putIn`; with `isReady`, until it is that. */
    visitWith(subject, throttling, act, isReady = undefined) {
      return this.visit(blankOf(subject), throttling, async (page, devtools) => {
        await page.evaluate(keep, { markup: subject.markup, code: scriptOf(subject), isReady: isReady && String(isReady) });
        return act(page, devtools);
      });
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

/** What begins with a page of any kind is over. */
const untilQuiet = () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 100));

const blankOf = ({ folder }) => `${folder}/blank.html`;
export const pageOf = ({ folder }) => `${folder}/page.html`;
