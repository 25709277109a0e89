const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/** A request that was under way for hours has ended; all else waits as it was. */
const afterHours = (name) => {
  if (name === 'checking') return { state: 'guidance', events: ['checking>guidance'] };
  // Three tries are made. An hour ends one, or lets the next begin: three hours leave the last.
  return name === 'requesting' ? { state: 'requesting', events: [] } : 'keeps';
};

/** What happens to the time of a page, and to who looks at it. Each runs in the page. */
export const CLOCKS = {
  'goes on after hours in which nobody looked': {
    expected: afterHours,
    reads: 1,
    async does(hours) {
      const { watch } = window;
      watch.see('hidden', 'visibilitychange');
      const before = watch.reads;
      for (let hour = 0; hour < hours; hour++) {
        watch.pass(3_600_000);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5)));
      }
      if (watch.reads > before) watch.faults.push('reads of a hidden page');
      watch.see('visible', 'visibilitychange');
    },
    given: 3,
  },
  'goes on after a sleep of 8 h that its clock has counted': {
    expected: afterHours,
    reads: 1,
    does: (hours) => window.watch.pass(hours),
    given: 8 * HOUR,
  },
  'goes on after a sleep of 8 h that its clock has not counted': {
    expected: 'keeps',
    reads: 1,
    does(hours) {
      window.watch.pass(0, hours);
      window.watch.see('visible', 'visibilitychange', 'resume', 'online');
    },
    given: 8 * HOUR,
  },
  'goes on when the wall clock jumps a year ahead': { expected: 'keeps', reads: 0, does: (jump) => window.watch.pass(0, jump), given: YEAR },
  'goes on when the wall clock jumps a year back': { expected: 'keeps', reads: 0, does: (jump) => window.watch.pass(0, jump), given: -YEAR },
  'goes on when the user looks away and back a hundred times': {
    expected: 'keeps',
    reads: 1,
    does() {
      for (let turn = 0; turn < 100; turn++) {
        window.watch.see('hidden', 'visibilitychange');
        window.watch.see('visible', 'visibilitychange', 'pageshow', 'online');
      }
    },
  },
};

/** By the protocol of Chromium's tools: no other engine can be told to. */
export const FREEZING = {
  'goes on when the browser freezes the page and lets it go on': {
    expected: 'keeps',
    reads: 1,
    async acts({ tab }) {
      const session = await tab.createCDPSession();
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      // The tool hides the window for it, and leaves it so.
      const { windowId } = await session.send('Browser.getWindowForTarget');
      for (const windowState of ['minimized', 'normal']) await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      await session.detach();
      const seen = await tab.evaluate(() => document.visibilityState);
      if (seen !== 'visible') throw new Error(`the page is ${seen}`);
    },
  },
};
