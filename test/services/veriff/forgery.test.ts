import { expect, waitUntil } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { find, open, openReady, openStarted, type Opening } from '../../helpers/veriff-opening.js';
import { PAGE_HOST, STAND_IN_HOST, STAND_IN_ORIGIN, standInUrl } from '../../helpers/veriff-session.js';

const NAMES = ['HANDSHAKE', 'STARTED', 'SUBMITTED', 'FINISHED', 'CANCELED', 'FORCE_RELOAD', 'RELOAD_REQUEST'].map((name) => `VERIFF_${name}`);
/** Open, begun by the user, and nothing of that is counted as heard. */
async function opened(prepare: () => Promise<Opening> = openStarted): Promise<Opening> {
  const opening = await prepare();
  await opening.settled();
  opening.forget();
  return opening;
}

/** A message that was never sent. Its source is put over the event's own, since not each engine takes any window for one. */
function madeUp(data: string, source: Window | null): MessageEvent {
  return Object.defineProperty(new MessageEvent('message', { data, origin: STAND_IN_ORIGIN }), 'source', { value: source });
}

const sayAll = (target: string): string => `<script>for (const name of ${JSON.stringify(NAMES)}) ${target}.postMessage(name, '*'); ${target}.postMessage('said', '*')</script>`;

function addFrame(set: (frame: HTMLIFrameElement) => void): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  set(frame);
  document.body.append(frame);
  onCleanup(() => frame.remove());
  return frame;
}

/** All names were said to this page, and none had an effect; the SDK, like any listener that comes later, heard none. */
async function expectNoEffect(opening: Opening, { mark = 'said', told = ['handshake', 'started'] } = {}): Promise<void> {
  await waitUntil(() => opening.heard.includes(mark), 'The forger has not spoken', { timeout: 6000 });
  await opening.settled();
  expect(opening.told).to.deep.equal(told);
  expect(opening.heard.filter((data) => NAMES.includes(String(data)))).to.deep.equal([]);
  expect(opening.reports.filter((report) => 'rendered' in report).length).to.equal(1);
  expect(opening.frame().isConnected).to.be.true;
}

describe('forged messages', () => {
  it('have no effect from a frame beside Veriff’s', async () => {
    const opening = await opened();
    addFrame((frame) => (frame.srcdoc = sayAll('parent')));
    await expectNoEffect(opening);
  });

  it('have no effect from a sandboxed frame', async () => {
    const opening = await opened();
    addFrame((frame) => {
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = sayAll('parent');
    });
    await expectNoEffect(opening);
  });

  it('have no effect from a popup', async () => {
    const opening = await opened();
    const popup = window.open('about:blank', '', 'popup,width=200,height=200');
    expect(popup).not.to.be.null;
    onCleanup(() => popup?.close());
    popup?.document.write(sayAll('opener'));
    await expectNoEffect(opening);
  });

  it('have no effect from a frame within Veriff’s', async () => {
    const opening = await opened();
    for (const nest of [...NAMES, 'said']) {
      opening.ask({ nest });
      await opening.settled();
    }
    await expectNoEffect(opening);
  });

  it('have no effect from the right origin in another window', async () => {
    const opening = await opened();
    const other = addFrame((frame) => (frame.src = standInUrl(STAND_IN_ORIGIN)));
    await new Promise((resolve) => other.addEventListener('load', resolve, { once: true }));
    for (const say of [...NAMES, 'said']) other.contentWindow?.postMessage({ say }, '*');
    await expectNoEffect(opening);
  });

  it('have no effect from the page itself', async () => {
    const opening = await opened();
    for (const name of [...NAMES, 'said']) window.postMessage(name, '*');
    await expectNoEffect(opening);
  });

  it('have no effect as events that a script makes up, however well', async () => {
    const opening = await opened();
    for (const data of [...NAMES, 'said']) {
      window.dispatchEvent(madeUp(data, opening.frame().contentWindow));
    }
    await expectNoEffect(opening);
  });

  it('have no effect in a flood', async () => {
    const opening = await opened();
    const flood = `for (let times = 0; times < 2000; times++) parent.postMessage(names[times % names.length], '*')`;
    addFrame((frame) => (frame.srcdoc = `<script>const names = ${JSON.stringify(NAMES)}; ${flood}; parent.postMessage('flooded', '*')</script>`));
    await expectNoEffect(opening, { mark: 'flooded' });
  });

  it('have no effect once the frame is closed', async () => {
    const opening = await opened();
    const speaker = opening.frame().contentWindow;
    for (const say of NAMES.slice(0, 3)) speaker?.postMessage({ say }, '*');
    opening.close();
    for (const name of NAMES) window.dispatchEvent(madeUp(name, speaker));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opening.told).to.deep.equal(['handshake', 'started']);
  });

  it('have no effect before the frame has answered: only its own handshake counts', async () => {
    const opening = open();
    for (const name of NAMES) window.postMessage(name, '*');
    await opening.hears('handshake');
    await opening.settled();
    expect(opening.told).to.deep.equal(['handshake']);
    expect(opening.reports.filter((report) => 'rendered' in report).length).to.equal(1);
  });
});

describe('the right window', () => {
  async function moveTo(origin: string, sessionHosts: string): Promise<Opening> {
    const opening = await opened(() => openReady({ sessionHosts }));
    opening.frame().src = standInUrl(origin);
    // Not the frame's load event: that of the first page may come after its handshake.
    await waitUntil(() => opening.reports.filter((report) => 'loaded' in report).length === 2, 'The other page has not loaded', { timeout: 6000 });
    return opening;
  }

  it('is not believed at another origin', async () => {
    const opening = await moveTo(location.origin, STAND_IN_HOST);
    for (const name of NAMES) opening.say(name);
    await opening.settled();
    expect(opening.told).to.deep.equal(['handshake']);
    expect(opening.heard).to.deep.equal([]);
    expect(opening.frame().isConnected).to.be.true;
  });

  it('is believed at another origin that the session hosts name', async () => {
    const opening = await moveTo(location.origin, `${STAND_IN_HOST} ${PAGE_HOST}`);
    opening.say('VERIFF_STARTED');
    await opening.hears('started');
    expect(opening.told).to.deep.equal(['handshake', 'handshake', 'started']);
  });

  it('is not believed in a document without an origin', async () => {
    const opening = await opened(openReady);
    opening.frame().src = `data:text/html,${encodeURIComponent(sayAll('parent'))}`;
    await waitUntil(() => opening.heard.includes('said'));
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('is believed only in the exact words', async () => {
    const opening = await opened(openReady);
    const near = ['STARTED', 'veriff_started', 'VERIFF_STARTED ', ' VERIFF_FINISHED', 'VERIFF_FINISHED\n', 'VERIFF_toString', 'toString', '__proto__'];
    const objects = [{ name: 'VERIFF_FINISHED' }, ['VERIFF_FINISHED'], { data: 'VERIFF_STARTED' }, null, 42, undefined];
    for (const data of [...near, ...objects]) opening.say(data);
    await opening.settled();
    expect(opening.told).to.deep.equal(['handshake']);
    expect(opening.heard.length).to.equal(near.length + objects.length);
  });
});

describe('the page’s own messages', () => {
  it('reach the page, whatever they are', async () => {
    const opening = await opened(openReady);
    const own = ['hello', 'VERIFF_', 'VERIFF_LOADED', 'VERIFF_STARTED_AGAIN', { name: 'VERIFF_RENDER' }, { type: 'partner', value: 1 }, 7, null];
    for (const data of own) window.postMessage(data, '*');
    const child = addFrame((frame) => (frame.srcdoc = '<script>parent.postMessage("VERIFF_OF_A_CHILD", "*")</script>'));
    await new Promise((resolve) => child.addEventListener('load', resolve, { once: true }));
    await opening.settled();
    expect(opening.heard).to.deep.equal([...own, 'VERIFF_OF_A_CHILD']);
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('reach the page at 10 MB', async () => {
    const opening = await opened(openReady);
    const long = `VERIFF_FINISHED${'x'.repeat(10_000_000)}`;
    window.postMessage(long, '*');
    opening.ask({ say: long });
    await waitUntil(() => opening.heard.length === 2, 'The long messages did not arrive', { timeout: 6000 });
    expect(opening.heard.every((data) => data === long)).to.be.true;
    expect(opening.told).to.deep.equal(['handshake']);
    expect(find('#veriffFrame').isConnected).to.be.true;
  });

  it('reach the page with ports and buffers in them', async () => {
    const opening = await opened(openReady);
    const { port1 } = new MessageChannel();
    window.postMessage({ port1 }, '*', [port1]);
    await waitUntil(() => opening.heard.length === 1);
    expect((opening.heard[0] as { port1: unknown }).port1).to.be.instanceOf(MessagePort);
  });

  it('of the protocol’s names reach the page again once the frame is closed', async () => {
    const opening = await opened(openReady);
    opening.close();
    window.postMessage('VERIFF_FINISHED', '*');
    await waitUntil(() => opening.heard.includes('VERIFF_FINISHED'));
    expect(opening.told).to.deep.equal(['handshake']);
  });
});
