/**
 * What the element may cost, and who it is measured beside: the one place for these figures. `npm run bench` holds its results against them, and
 * `test/node/budgets.test.js` holds the exact ones in CI.
 *
 * A measure gives rows: `{ goal, subject, figure, unit, note?, throttling? }`, `goal` being a key of `GOALS` and `throttling` how many times slower than
 * the machine the browser's main thread was.
 */
export const SUBJECTS = {
  ours: '<kyc-verification>',
  floor: 'Lit + Task, one line',
  veriffForm: '@veriff/js-sdk, form',
  veriffFrame: '@veriff/incontext-sdk, no screen',
  smileId: 'Smile ID, consent',
  plaid: 'Plaid, button (React)',
  persona: 'Persona, before its frame',
  jumio: 'Jumio',
};

/**
 * - `limits`: what is to be reached, `atMost` or `below`; with `times`, as a multiple of what that subject takes. The worst figure of the element counts,
 *   at `throttling` where the goal has one.
 * - `of`: the goal whose rows these are, where they are held to another limit.
 * - `exact`: counted, not timed, so that it is the same on every machine; CI holds it.
 * - `budget`: where an exact goal is not reached, what CI holds instead, and `reason`: why. Timings have a `reason` alone.
 */
export const GOALS = {
  bytesToFirstPaint: {
    name: 'brotli before the first paint: script tag, English, complete guidance',
    unit: 'B',
    limits: [{ atMost: 10_000 }],
    exact: true,
    budget: 13_800,
    reason:
      'Lit is 5.3 kB of it; the guidance’s templates, words, icons and styles for every theme and width are 3.5 kB; attributes, methods, what a page has set and the wait for the flow 2.5 kB; eight more languages, dark pages without `color-scheme`, `div`s in the place of the tag and pages painted by a server 1.5 kB; lost connections and unusual pages 0.5 kB',
  },
  bytesOfJourney: {
    name: 'brotli of a whole English journey to the verdict, Veriff’s SDK included',
    unit: 'B',
    limits: [{ atMost: 18_000 }],
    exact: true,
    budget: 51_500,
    reason:
      'the first file (see above) is 13.7 kB of it and Veriff’s SDK 2 kB; all other screens with their words and styles are 8 kB, the rules of the flow 6 kB, calls to the endpoint and reading that spares it (several tabs, streams, pauses) 5 kB, what carries the flow out (sessions, focus, announcements, ways to a phone or to Veriff’s page) 8 kB, the window around Veriff 3 kB, what keeps its SDK from disturbing the page 3 kB, the look at page and device 3 kB',
  },
  requestsOfJourney: { name: 'requests for scripts on that journey', unit: '', limits: [{ atMost: 3 }], exact: true },
  paint: {
    name: 'insertion to first paint',
    unit: 'ms',
    throttling: 4,
    limits: [{ atMost: 1.6, times: SUBJECTS.floor }, { atMost: 1, times: SUBJECTS.veriffForm }, { atMost: 0.5, times: SUBJECTS.smileId }],
    reason: 'a whole guidance is painted, not a line or two fields: by a trace at 4×, which takes time itself, its layout takes 25 ms more than that of the line, its styles 10 ms, its script and templates 45 ms',
  },
  cpu: {
    name: 'main thread until interactive, net of a blank page',
    unit: 'ms',
    throttling: 4,
    limits: [{ atMost: 1.4, times: SUBJECTS.floor }, { atMost: 0.8, times: SUBJECTS.veriffForm }],
    reason: 'the flow’s file, 27 kB, is in it, since the button counts as interactive when the first read has been answered; it takes a press from the first paint on. Layout and styles of the guidance are 60 ms',
  },
  startWarm: { name: 'click on Start to the request of the frame, endpoint at 0 ms, warm', unit: 'ms', throttling: 1, limits: [{ atMost: 50 }] },
  startWarmSlowly: { of: 'startWarm', name: 'click on Start to the request of the frame, endpoint at 0 ms, warm', unit: 'ms', throttling: 4, limits: [{ atMost: 50 }], reason: 'a page that does nothing but the exchange and the SDK’s frame takes 37 ms; the button that turns busy and the dialog come on top' },
  startCold: { name: 'click on Start to the request of the frame, endpoint at 0 ms, cold', unit: 'ms', throttling: 4, limits: [{ atMost: 100 }], reason: 'the look at page and device begins with the click where no pointer was at the button before, and a session is asked for only after it: a warning must not cost one. Making its sample frames is most of it' },
  heapPerMount: { name: 'heap per mount and unmount', unit: 'B', limits: [{ below: 100 }] },
  nodesPerMount: { name: 'nodes left per mount and unmount', unit: '', limits: [{ atMost: 0 }], exact: true },
  listenersPerMount: { name: 'listeners left per mount and unmount', unit: '', limits: [{ atMost: 0 }], exact: true },
  shift: {
    name: 'layout shift in transitions that do not change the amount of text',
    unit: '',
    limits: [{ atMost: 0 }],
    exact: true,
    budget: 0.0005,
    reason: 'the sign beside the words of a busy button goes along with them',
  },
  movedBelow: { name: 'movement of what stands below the element, in these', unit: 'px', limits: [{ atMost: 0 }], exact: true },
  readsOfReview: { name: 'reads in a review of 30 min (every 5 s: 360)', unit: '', limits: [{ atMost: 50 }], exact: true },
  latenessOfReview: {
    name: 'lateness of the verdict, median, of the wait',
    unit: '%',
    limits: [{ atMost: 5 }],
    exact: true,
  },
  streamRequests: { name: 'requests in that review with the stream', unit: '', limits: [{ atMost: 1 }], exact: true },
  streamLateness: { name: 'lateness of the verdict with the stream', unit: 'ms', limits: [{ atMost: 200 }] },
  scriptsBeforeServerPaint: { name: 'scripts that a server-rendered guidance waits for', unit: '', limits: [{ atMost: 0 }], exact: true },
};
