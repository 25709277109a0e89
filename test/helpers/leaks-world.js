import { launchEngine } from './launch-engine.js';
import { watchLeaks } from './leaks-watch.js';
import { SCRIPT, startPageWorld } from './page-world.js';

const FRAME = `<!doctype html><title>Stand-in</title><script>
  addEventListener('message', ({ data }) => { if (data?.say) parent.postMessage('VERIFF_' + data.say, '*'); });
  parent.postMessage('VERIFF_HANDSHAKE', '*');
</script>`;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Leaks</title>${SCRIPT}<main></main><aside></aside>`;

/** A page in Chromium whose memory can be looked into, and what it is asked of behind it. */
export async function openLeaksWorld() {
  const world = await startPageWorld({ '/': { body: PAGE } });
  const open = new Set();
  world.frame = FRAME;
  world.status = (request, response) => {
    world.calls.length = 0;
    const { searchParams } = new URL(request.url, world.origin);
    const kind = searchParams.get('onboardingId').replace(/^US_(\w+)-.*$/, '$1');
    if (kind === 'never' || request.headers.accept === 'text/event-stream') {
      open.add(response);
      response.on('close', () => open.delete(response));
    }
    if (kind === 'never') return null;
    if (request.headers.accept === 'text/event-stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {"verificationState":"PENDING"}\n\n');
      return null;
    }
    const verificationState = kind === 'review' || kind === 'stream' ? 'PENDING' : 'UNVERIFIED';
    return { status: 200, body: { verificationState, ...(kind === 'stream' && { stream: true }) } };
  };
  const browser = await launchEngine('chromium');
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchLeaks);
  await page.goto(world.origin);
  await page.waitForFunction(() => customElements.get('kyc-verification') !== undefined);
  const devtools = await page.createCDPSession();
  for (const domain of ['Performance', 'HeapProfiler', 'DOM']) await devtools.send(`${domain}.enable`);

  return {
    page,
    /** How often Veriff's page was loaded. */
    get loads() {
      return world.loads.length;
    },
    /** What there is once all that nobody needs is gone. */
    async measure() {
      const samples = [];
      for (let turn = 0; turn < 5; turn++) {
        await devtools.send('HeapProfiler.collectGarbage');
        await page.evaluate(() => globalThis.leaks.settle());
        const { metrics } = await devtools.send('Performance.getMetrics');
        samples.push(Object.fromEntries(metrics.map(({ name, value }) => [name, value])));
      }
      const least = (name) => Math.min(...samples.map((sample) => sample[name]));
      const median = (name) => samples.map((sample) => sample[name]).sort((one, other) => one - other)[2];
      return {
        heap: median('JSHeapUsedSize') / 2 ** 20,
        counts: {
          nodes: least('Nodes'),
          listeners: least('JSEventListeners'),
          documents: least('Documents'),
          'frames of documents': least('Frames'),
          ...(await globalListeners(devtools)),
          ...(await page.evaluate(() => globalThis.leaks.left())),
          'requests at the endpoint': open.size,
        },
      };
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

/** As the browser itself has them: nothing that the page has patched is asked. */
async function globalListeners(devtools) {
  const counts = {};
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression, objectGroup: 'leaks' });
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    counts[`listeners of ${expression}`] = listeners.length;
  }
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: 'leaks' });
  return counts;
}
