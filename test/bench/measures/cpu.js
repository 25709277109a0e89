import { startBenchWorld } from '../bench-world.js';
import { GOALS } from '../goals.js';
import { putIn } from '../put-in.js';
import { median, sampled } from '../sampling.js';
import { ours, subjects } from '../subjects.js';

const KINDS = ['Task', 'RecalcStyle', 'Layout'];

/** An empty script: what the browser does for any page that is looked at in this way. */
const BLANK = { name: 'blank', folder: '/subjects/blank', script: 'page.js', files: [{ name: 'page.js', body: '' }], markup: '', isReady: () => true };

/**
 * The CPU time of the main thread (`TaskDuration` of the browser, in ticks of the thread) from the insertion until the subject’s button is painted and answers, less that
 * for a blank page. Compilation and run of the script, styles, layout and paint are in it; rasterization and the network are on other threads. Of ours
 * the note says what comes after that by itself, until nothing has happened for half a second.
 */
export async function measure({ samples, log }) {
  const { throttling } = GOALS.cpu;
  const shown = [BLANK, ...(await subjects(log)).filter(({ isReady }) => isReady !== undefined)];
  const world = await startBenchWorld(shown);
  try {
    const found = await sampled(shown, samples, (subject) => world.visitWith(subject, throttling, (page, devtools) => sample(page, devtools, subject), subject.isReady));
    const net = (subject, ...path) => {
      const middle = (one) => median(found.get(one).map((value) => path.reduce((all, name) => all[name], value)));
      return middle(subject) - middle(BLANK);
    };
    return shown.slice(1).map((subject) => {
      const [style, layout, later] = [['until', 'RecalcStyle'], ['until', 'Layout'], ['after', 'Task']].map((path) => net(subject, ...path).toFixed(0));
      const note = `of that styles ${style}, layout ${layout}${subject === ours ? `; afterwards, idle: ${later}` : ''}`;
      return { goal: 'cpu', subject: subject.name, throttling, figure: net(subject, 'until', 'Task'), unit: 'ms', note };
    });
  } finally {
    await world.stop();
  }
}

async function sample(page, devtools, subject) {
  const begun = await work(devtools);
  await page.evaluate(putIn);
  const ready = await work(devtools);
  if (subject === ours) await expectAnswer(page);
  const answered = await work(devtools);
  await page.waitForNetworkIdle({ idleTime: 500 });
  return { until: between(begun, ready), after: between(answered, await work(devtools)) };
}

/** Milliseconds that the main thread has worked so far: all of its tasks, and what of them went where. */
async function work(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(KINDS.map((kind) => [kind, metrics.find(({ name }) => name === `${kind}Duration`).value * 1_000]));
}

const between = (before, after) => Object.fromEntries(KINDS.map((kind) => [kind, after[kind] - before[kind]]));

/** A press on Start is heard; what it would do is kept back. */
async function expectAnswer(page) {
  const isHeard = await page.$eval('kyc-verification', (element) => {
    let heard = false;
    element.addEventListener('kyc-start', (event) => {
      heard = true;
      event.preventDefault();
    });
    element.shadowRoot.querySelector('[part~="start-button"]').click();
    return heard;
  });
  if (!isHeard) throw new Error('Start is painted, and does not answer.');
}
