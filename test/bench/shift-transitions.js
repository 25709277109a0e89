/** Each later file; which is the first one, every page says. */
const LATER = (pathname) => pathname !== '/assets/kyc-verification.js';

const busy = '[aria-busy="true"]';

async function inGuidance(stage) {
  await stage.open();
  await stage.state('guidance');
  await stage.shows(busy, false);
}

async function inRequesting(stage) {
  await inGuidance(stage);
  stage.hold('exchange');
  await stage.press('start-button');
  await stage.state('requesting');
}

async function inReview(stage) {
  stage.says('PENDING');
  await stage.open();
  await stage.state('reviewing');
}

/**
 * The transitions in which the amount of text stays: `prepare` brings a page to where each begins, `act` goes on until it is done; `known`
 * is what CI lets it shift where that is not 0, `rarely` where it was not 0 once in many walks. Veriff's closing and the answer to a check are none: then the element says more than before.
 */
export const TRANSITIONS = [
  {
    name: 'checking → guidance',
    async prepare(stage) {
      stage.hold('status');
      await stage.open();
      await stage.shows(busy);
    },
    async act(stage) {
      stage.release('status');
      await stage.state('guidance');
      await stage.shows(busy, false);
    },
  },
  {
    name: 'checking → requesting, Start pressed meanwhile',
    known: { shift: 0.0005, because: 'the sign beside the words of a busy button goes along with them' },
    async prepare(stage) {
      stage.hold('status');
      stage.hold('exchange');
      await stage.open();
      await stage.shows(busy);
    },
    async act(stage) {
      await stage.press('start-button');
      stage.release('status');
      await stage.state('requesting');
    },
  },
  {
    name: 'checking, the later files arrive → guidance',
    async prepare(stage) {
      stage.hold('scripts', LATER);
      await stage.open();
      await stage.shows('[part~="start-button"]');
    },
    async act(stage) {
      stage.release('scripts');
      await stage.state('guidance');
      await stage.shows(busy, false);
    },
  },
  {
    name: 'guidance → requesting',
    async prepare(stage) {
      await inGuidance(stage);
      stage.hold('exchange');
    },
    async act(stage) {
      await stage.press('start-button');
      await stage.state('requesting');
    },
  },
  {
    name: 'requesting → guidance',
    prepare: inRequesting,
    async act(stage) {
      await stage.run((element) => element.close());
      await stage.state('guidance');
    },
  },
  {
    name: 'requesting → verifying, the dialog opens above the page',
    // Less than a third of a pixel of a phone's window, however far it goes; its cause is not known.
    rarely: 1e-6,
    prepare: inRequesting,
    async act(stage) {
      stage.release('exchange');
      await stage.state('verifying');
      await stage.frame();
    },
  },
  {
    name: 'guidance after Veriff was closed, a check is asked for',
    async prepare(stage) {
      await inRequesting(stage);
      stage.release('exchange');
      await stage.frame();
      await stage.run((element) => element.close());
      await stage.state('guidance');
      stage.hold('status');
    },
    async act(stage) {
      await stage.press('check-button');
      await stage.shows('[part~="check-button"][aria-busy]');
    },
  },
  {
    name: 'reviewing, a check is asked for',
    async prepare(stage) {
      await inReview(stage);
      stage.hold('status');
    },
    async act(stage) {
      await stage.press('check-button');
      await stage.shows('[part~="check-button"][aria-busy]');
    },
  },
  {
    name: 'reviewing, a check is asked for by a pointer',
    async prepare(stage) {
      await inReview(stage);
      stage.hold('status');
    },
    async act(stage) {
      await stage.click('check-button');
      await stage.shows('[part~="check-button"][aria-busy]');
    },
  },
  {
    name: 'guidance → requesting, by a pointer',
    async prepare(stage) {
      await inGuidance(stage);
      stage.hold('exchange');
    },
    async act(stage) {
      await stage.click('start-button');
      await stage.state('requesting');
    },
  },
  ...[['light', 'dark'], ['dark', 'light']].map(([from, to]) => ({
    name: `guidance, ${from} → ${to}`,
    async prepare(stage) {
      await stage.prefers(from);
      await inGuidance(stage);
    },
    act: (stage) => stage.prefers(to),
  })),
  {
    name: 'painted by the server → guidance',
    async prepare(stage) {
      stage.hold('scripts');
      await stage.open('/painted');
      await stage.shows('[part~="start-button"]');
    },
    async act(stage) {
      stage.release('scripts');
      await stage.state('guidance');
      await stage.shows(busy, false);
    },
  },
];
