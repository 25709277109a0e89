import { expect, waitUntil } from '@open-wc/testing';
import type { FrameOptions } from '../../../src/services/veriff/veriff-frame.js';
import { watchFrame } from '../../../src/services/veriff/frame-watchdog.js';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';
import { VirtualClock } from '../../helpers/veriff-clock.js';
import { find, open, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { countListeners, tracesOf } from '../../helpers/veriff-page.js';
import { sandboxSession, STAND_IN_ORIGIN, standInSession } from '../../helpers/veriff-session.js';

const SECOND = 1000;

interface Watched extends Opening {
  readonly clock: VirtualClock;
}

function watch(overrides: Partial<FrameOptions> = {}): Watched {
  const clock = new VirtualClock();
  return { ...open({ clock, session: standInSession('?silent'), ...overrides }), clock };
}

/** A frame whose page has loaded, and says nothing. */
async function watchLoaded(overrides: Partial<FrameOptions> = {}): Promise<Watched> {
  const watched = watch(overrides);
  await new Promise((resolve) => watched.frame().addEventListener('load', resolve, { once: true }));
  return watched;
}

const statusText = (opening: Opening): string => find<HTMLElement>('[role=status]', opening.dialog()).innerText;

describe('a frame that does not answer', () => {
  it('has failed 20 seconds after it has loaded', async () => {
    const { clock, told } = await watchLoaded();
    clock.advance(20 * SECOND - 1);
    expect(told).to.deep.equal([]);
    clock.advance(1);
    expect(told).to.deep.equal(['failed: frame-timeout']);
  });

  it('has failed 35 seconds after it was opened, if it has not loaded', () => {
    // Nothing has loaded yet: the test has not let go of the page's thread.
    const { clock, told } = watch();
    clock.advance(35 * SECOND - 1);
    expect(told).to.deep.equal([]);
    clock.advance(1);
    expect(told).to.deep.equal(['failed: frame-timeout']);
  });

  it('has failed after 35 seconds in all, if it loads late', async () => {
    const { clock, frame, told } = watch();
    clock.advance(16 * SECOND);
    await new Promise((resolve) => frame().addEventListener('load', resolve, { once: true }));
    clock.advance(19 * SECOND - 1);
    expect(told).to.deep.equal([]);
    clock.advance(1);
    expect(told).to.deep.equal(['failed: frame-timeout']);
  });

  it('is closed without a trace, and no timer goes on', async () => {
    const listeners = countListeners();
    const [listening, before] = [listeners(), tracesOf()];
    const { clock } = await watchLoaded();
    clock.advance(60 * SECOND);
    expect(clock.pending).to.equal(0);
    expect(tracesOf()).to.deep.equal(before);
    expect(listeners()).to.deep.equal([...listening, 'message'].sort());
  });

  it('is given time while nobody looks at the page', async () => {
    let visible = false;
    const { clock, told } = await watchLoaded({ isVisible: () => visible });
    clock.advance(8 * 3600 * SECOND);
    expect(told).to.deep.equal([]);
    visible = true;
    clock.advance(20 * SECOND - 1);
    expect(told).to.deep.equal([]);
    clock.advance(1);
    expect(told).to.deep.equal(['failed: frame-timeout']);
  });

  it('is given the time that was left when the page is hidden in between', async () => {
    let visible = true;
    const { clock, told } = await watchLoaded({ isVisible: () => visible });
    clock.advance(15 * SECOND);
    visible = false;
    clock.advance(3600 * SECOND);
    visible = true;
    clock.advance(5 * SECOND - 1);
    expect(told).to.deep.equal([]);
    clock.advance(1);
    expect(told).to.deep.equal(['failed: frame-timeout']);
  });

  it('is said to take longer after 10 seconds, once', async () => {
    const watched = await watchLoaded();
    watched.clock.advance(10 * SECOND - 1);
    expect(statusText(watched)).not.to.contain(TEXT.slow);
    watched.clock.advance(1);
    expect(statusText(watched)).to.contain(TEXT.opening).and.to.contain(TEXT.slow);
    const text = statusText(watched);
    watched.clock.advance(5 * SECOND);
    expect(statusText(watched)).to.equal(text);
    await expect(watched.dialog()).to.be.accessible();
  });

  it('is not said to take longer for the time in which nobody looks', async () => {
    let visible = false;
    const watched = await watchLoaded({ isVisible: () => visible });
    watched.clock.advance(600 * SECOND);
    visible = true;
    watched.clock.advance(9 * SECOND);
    expect(statusText(watched)).not.to.contain(TEXT.slow);
  });

  it('is noticed with the sandbox’s silent page, and with one that refuses to be framed', async () => {
    for (const scenario of ['frame-silent', 'frame-blocked']) {
      const session = await sandboxSession(scenario);
      const { clock, told } = await watchLoaded({ session, sessionHosts: 'localhost:*' });
      clock.advance(20 * SECOND);
      expect(told, scenario).to.deep.equal(['failed: frame-timeout']);
    }
  });

  it('is noticed where the server is not there', () => {
    const origin = 'http://localhost:9';
    const { clock, told } = watch({ session: { url: `${origin}/v/1`, origin, expiresAt: null }, sessionHosts: 'localhost:9' });
    // Not each engine takes its own page about that for a load.
    clock.advance(35 * SECOND);
    expect(told).to.deep.equal(['failed: frame-timeout']);
  });
});

describe('a frame that answers', () => {
  it('is not watched any more', async () => {
    const watched = await watchLoaded({ session: standInSession() });
    await watched.hears('handshake');
    expect(watched.clock.pending).to.equal(0);
    watched.clock.advance(3600 * SECOND);
    expect(watched.told).to.deep.equal(['handshake']);
  });

  it('is watched by its own handshake alone', async () => {
    const watched = await watchLoaded();
    window.postMessage('VERIFF_HANDSHAKE', '*');
    await watched.settled();
    watched.clock.advance(20 * SECOND);
    expect(watched.told).to.deep.equal(['failed: frame-timeout']);
  });

  it('is watched anew after a reload', async () => {
    const watched = await watchLoaded();
    watched.say('VERIFF_HANDSHAKE');
    await watched.hears('handshake');
    watched.say('VERIFF_FORCE_RELOAD');
    await waitUntil(() => watched.clock.pending > 0);
    watched.clock.advance(35 * SECOND);
    expect(watched.told).to.deep.equal(['handshake', 'failed: frame-timeout']);
  });

  it('is watched no more once it is closed', async () => {
    const watched = await watchLoaded();
    watched.close();
    expect(watched.clock.pending).to.equal(0);
    watched.clock.advance(3600 * SECOND);
    expect(watched.told).to.deep.equal([]);
  });
});

describe('a violation of the page’s policy', () => {
  /** The watchdog's own listener: a script can't make a trusted event. */
  function watchViolations(): { told: string[]; violate: (event: Partial<SecurityPolicyViolationEvent>) => void } {
    let listener: ((event: SecurityPolicyViolationEvent) => void) | null = null;
    const add = document.addEventListener.bind(document);
    standIn(document, 'addEventListener', ((type: string, heard: EventListener) => {
      if (type === 'securitypolicyviolation') listener = heard;
      add(type, heard);
    }) as typeof document.addEventListener);
    const told: string[] = [];
    const stop = watchFrame({
      frame: document.createElement('iframe'),
      origin: STAND_IN_ORIGIN,
      clock: new VirtualClock(),
      isVisible: () => true,
      onSlow: () => told.push('slow'),
      onFail: (code) => told.push(code),
    });
    onCleanup(stop);
    const enforced = { isTrusted: true, disposition: 'enforce', effectiveDirective: 'frame-src', blockedURI: `${STAND_IN_ORIGIN}/v/1` } as const;
    return { told, violate: (event) => listener?.({ ...enforced, ...event } as SecurityPolicyViolationEvent) };
  }

  for (const effectiveDirective of ['frame-src', 'child-src', 'default-src']) {
    it(`fails at once as blocked when ${effectiveDirective} is enforced`, () => {
      const { told, violate } = watchViolations();
      violate({ effectiveDirective });
      expect(told).to.deep.equal(['frame-blocked']);
    });
  }

  for (const [name, event] of Object.entries({
    'is only reported': { disposition: 'report' },
    'is made up by a script': { isTrusted: false },
    'is about a script': { effectiveDirective: 'script-src-elem' },
    'is about another frame': { blockedURI: 'https://advertisements.example/' },
  } as Record<string, Partial<SecurityPolicyViolationEvent>>)) {
    it(`is no reason when it ${name}`, () => {
      const { told, violate } = watchViolations();
      violate(event);
      expect(told).to.deep.equal([]);
    });
  }
});
