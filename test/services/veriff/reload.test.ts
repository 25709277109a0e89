import { expect, waitUntil } from '@open-wc/testing';
import { VirtualClock } from '../../helpers/veriff-clock.js';
import { asks, button, find, open, openReady, openStarted, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { countListeners, expectFocus, expectOther, expectSame, tracesOf } from '../../helpers/veriff-page.js';
import { sandboxSession, standInSession } from '../../helpers/veriff-session.js';

async function reload(opening: Opening): Promise<void> {
  const before = opening.frame();
  const handshakes = (): number => opening.told.filter((word) => word === 'handshake').length;
  const count = handshakes();
  opening.say('VERIFF_FORCE_RELOAD');
  await waitUntil(() => handshakes() > count, 'No handshake after the reload', { timeout: 6000 });
  expectOther(opening.frame(), before);
}

describe('a frame that wants to be reloaded', () => {
  // Were the page itself reloaded, the tests would never end.
  it('is opened anew at the same URL, in the same dialog, and nothing else is said', async () => {
    const opening = await openReady();
    const [dialog, { src, allow, title }] = [opening.dialog(), opening.frame()];
    await reload(opening);
    expectSame(opening.dialog(), dialog);
    expect(opening.frame()).to.include({ src, allow, title });
    expect(dialog.querySelectorAll('iframe').length).to.equal(1);
    expect(opening.told).to.deep.equal(['handshake', 'handshake']);
    expect(opening.heard).not.to.include('VERIFF_FORCE_RELOAD');
  });

  it('goes on working afterwards', async () => {
    const opening = await openStarted();
    const before = opening.reports.length;
    await reload(opening);
    await opening.settled();
    expectFocus(opening.frame());
    // At least once: the SDK also answers a frame of the test before that was late to greet it.
    expect(opening.reports.slice(before).some((report) => 'rendered' in report)).to.be.true;
    button(opening, TEXT.close).click();
    expect(asks(opening)).to.be.true;
    button(opening, TEXT.stay).click();
    opening.say('VERIFF_SUBMITTED');
    await opening.hears('submitted');
    button(opening, TEXT.close).click();
    expect(opening.told).to.deep.equal(['handshake', 'started', 'handshake', 'submitted', 'closed']);
  });

  it('takes the question with it, and gives the focus to the new frame', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    expect(opening.frame().inert).to.be.true;
    await reload(opening);
    expect(asks(opening)).to.be.false;
    expect(opening.frame().inert).to.be.false;
    expectFocus(opening.frame());
    expect(opening.told).to.deep.equal(['handshake', 'started', 'handshake']);
  });

  it('is covered until it answers again, and is slow anew', async () => {
    const clock = new VirtualClock();
    const opening = open({ clock, session: standInSession('?silent') });
    const status = find<HTMLElement>('[role=status]', opening.dialog());
    await opening.reported('loaded');
    clock.advance(10_000);
    expect(status.innerText).to.contain(TEXT.slow);
    opening.say('VERIFF_HANDSHAKE');
    await opening.hears('handshake');
    expect(status.checkVisibility()).to.be.false;

    const before = opening.frame();
    opening.say('VERIFF_FORCE_RELOAD');
    await waitUntil(() => !before.isConnected);
    expect(status.checkVisibility()).to.be.true;
    // Not `innerText`: an empty paragraph is a line to some engines.
    expect([...status.querySelectorAll('p')].map(({ textContent }) => textContent)).to.deep.equal([TEXT.opening, '']);
    clock.advance(10_000);
    expect(status.innerText.split(TEXT.slow).length - 1).to.equal(1);
  });

  it('is opened three times more at most: then it has failed', async () => {
    const before = tracesOf();
    const opening = await openReady();
    for (let times = 0; times < 3; times++) await reload(opening);
    opening.say('VERIFF_FORCE_RELOAD');
    await opening.hears('failed: frame-timeout');
    expect(opening.told).to.deep.equal(['handshake', 'handshake', 'handshake', 'handshake', 'failed: frame-timeout']);
    expect(tracesOf()).to.deep.equal(before);
  });

  it('leaves no more behind than one that was not reloaded', async () => {
    const listeners = countListeners();
    const [listening, before] = [listeners(), tracesOf()];
    const opening = await openReady();
    await reload(opening);
    await reload(opening);
    opening.close();
    expect(tracesOf()).to.deep.equal(before);
    expect(listeners()).to.deep.equal([...listening, 'message'].sort());
  });

  it('is opened anew once when it says so several times at once', async () => {
    const opening = await openReady();
    opening.say('VERIFF_FORCE_RELOAD', 10);
    await waitUntil(() => opening.told.length === 2);
    await opening.settled();
    expect(opening.told).to.deep.equal(['handshake', 'handshake']);
  });

  it('is reloaded at the word of the sandbox, too', async () => {
    const opening = open({ session: await sandboxSession('force-reload'), sessionHosts: 'localhost:*' });
    await waitUntil(() => opening.told.length === 2, opening.told.join(), { timeout: 6000 });
    opening.ask({ sandbox: 'begin' });
    await opening.hears('started');
    expect(opening.told).to.deep.equal(['handshake', 'handshake', 'started']);
  });

  it('is not reloaded when it merely asks', async () => {
    const opening = await openReady();
    const frame = opening.frame();
    for (let times = 0; times < 5; times++) opening.say('VERIFF_RELOAD_REQUEST');
    await opening.settled();
    expectSame(opening.frame(), frame);
    expect(opening.told).to.deep.equal(['handshake']);
  });
});

describe('a frame that asks for the page to be loaded again', () => {
  it('hears that somebody listens, and each of its wishes is told; nothing else changes', async () => {
    const wishes: string[] = [];
    const opening = await openReady({ onReloadRequest: () => wishes.push('reload') });
    expect(await opening.reported('rendered')).to.include({ isReloadHandled: true });
    const frame = opening.frame();
    for (let times = 0; times < 2; times++) opening.say('VERIFF_RELOAD_REQUEST');
    await opening.settled();
    expect(wishes).to.deep.equal(['reload', 'reload']);
    expectSame(opening.frame(), frame);
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('is not taken for one by what others say', async () => {
    const wishes: string[] = [];
    const opening = await openReady({ onReloadRequest: () => wishes.push('reload') });
    window.postMessage('VERIFF_RELOAD_REQUEST', '*');
    await opening.settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(wishes).to.deep.equal([]);
    expect(opening.heard).not.to.include('VERIFF_RELOAD_REQUEST');
  });

  it('is heard with the sandbox', async () => {
    const wishes: string[] = [];
    const opening = await openReady({ session: await sandboxSession(), sessionHosts: 'localhost:*', onReloadRequest: () => wishes.push('reload') });
    opening.ask({ sandbox: 'reload-request' });
    await waitUntil(() => wishes.length === 1, 'The frame did not ask', { timeout: 6000 });
    expect(opening.told).to.deep.equal(['handshake']);
  });
});
