import { WARNINGS } from '../../src/core/environment.js';
import { productionPorts } from '../../src/element/ports.js';
import { standIn } from './element-cleanup.js';
import { has, words } from './element-parts.js';
import { beWarnedOf, haveNoCamera, watchClipboard, watchDepartures } from './element-surroundings.js';
import { eventually } from './element-time.js';
import { HANDOVER, beOnDesktop, failFrame } from './element-ways.js';
import type { Journey } from './heard-journey.js';
import { submit } from './heard-journeys-outcomes.js';
import { MINUTE, tells, type User } from './heard-user.js';

/** Presses Start, and waits until the user has been told what may be in the way. */
async function startIntoWarning(user: User): Promise<void> {
  await user.press('start-button');
  const { continueAnyway } = user.words.actions;
  await eventually(() => words(user.element).includes(continueAnyway), 'a warning');
  await user.meanwhile(() => undefined);
}

/** Opens the code for the phone, and waits until it is drawn. */
async function openCode(user: User): Promise<void> {
  await user.press('phone-button');
  await eventually(() => has(user.element, 'qr-code'), 'the code');
  await user.meanwhile(() => undefined);
}

/** Leaves for Veriff's page. */
async function leave(user: User, button: string): Promise<void> {
  await user.press(button);
  await user.reaches('verifying');
}

/** What helps is a phone. */
function withoutCamera(): void {
  beOnDesktop();
  haveNoCamera();
}

const REDIRECT = { presentation: 'redirect' };

/** Journeys on which something is in the way of Veriff here, and on which the user goes another way. */
export const WAYS: readonly Journey[] = [
  ...WARNINGS.map((warning): Journey => ({
    name: `a warning of ${warning}, and on to Veriff all the same`,
    surroundings: () => beWarnedOf(warning),
    async walk(user) {
      await startIntoWarning(user);
      await submit(user, 'continue-button');
    },
    hears: (say) => [say.busy, say.warning(warning), say.busy, say.state('reviewing')],
  })),
  ...(['camera-policy', 'camera-denied', 'frame-blocked'] as const).map((warning): Journey => ({
    name: `a warning of ${warning}, and on to Veriff’s own page`,
    surroundings: () => beWarnedOf(warning),
    async walk(user) {
      watchDepartures();
      await startIntoWarning(user);
      await leave(user, 'redirect-button');
    },
    hears: (say) => [say.busy, say.warning(warning), say.busy, say.leaving],
  })),
  {
    name: 'a desktop without a camera, and the result of the phone',
    attributes: HANDOVER,
    surroundings: withoutCamera,
    async walk(user) {
      await startIntoWarning(user);
      await eventually(() => has(user.element, 'qr-code'), 'the code');
      user.endpoint.answerGet(tells('PENDING'));
      await user.wait(MINUTE);
      await user.reaches('reviewing');
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
      await user.reaches('verified');
    },
    hears: (say) => [say.busy, say.warningWithCode('camera-missing'), say.fresh, say.state('verified')],
  },
  {
    name: 'a desktop without a camera, whose code is checked, and on all the same',
    attributes: HANDOVER,
    surroundings: withoutCamera,
    async walk(user) {
      await startIntoWarning(user);
      await user.press('check-button');
      await submit(user, 'continue-button');
    },
    hears: (say) => [say.busy, say.warningWithCode('camera-missing'), say.busy, say.unchanged, say.busy, say.state('reviewing')],
  },
  {
    name: 'the code for the phone, opened, closed and opened again',
    attributes: HANDOVER,
    surroundings: beOnDesktop,
    async walk(user) {
      await openCode(user);
      await user.press('back-button');
      await user.wait(MINUTE);
      await openCode(user);
      await user.wait(MINUTE);
    },
    hears: (say) => [say.phone, say.phone],
  },
  {
    name: 'the code for the phone, closed, and Veriff here after all',
    attributes: HANDOVER,
    surroundings: beOnDesktop,
    async walk(user) {
      await openCode(user);
      await user.press('back-button');
      await submit(user);
    },
    hears: (say) => [say.phone, say.busy, say.state('reviewing')],
  },
  {
    name: 'the code for the phone, whose file can’t be fetched, and its link',
    attributes: HANDOVER,
    surroundings: beOnDesktop,
    async walk(user) {
      watchClipboard();
      standIn(productionPorts, 'loadQrCode', () => Promise.reject(new TypeError('Failed to fetch')));
      await user.press('phone-button');
      await user.press('copy-button');
    },
    hears: (say) => [say.phone, say.notLoaded, say.copied],
  },
  {
    name: 'the link, copied twice, then refused by the browser',
    surroundings: () => beWarnedOf('camera-missing'),
    async walk(user) {
      watchClipboard();
      await startIntoWarning(user);
      await user.press('copy-button');
      await user.press('copy-button');
      watchClipboard(false);
      await user.press('copy-button');
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.warning('camera-missing'), say.copied, say.copied, say.notCopied],
  },
  ...([['UNVERIFIED', 'guidance'], ['PENDING', 'reviewing'], ['VERIFIED', 'verified']] as const).map(([answer, state]): Journey => ({
    name: `Veriff’s own page, twice, and back where the server says ${answer}`,
    attributes: REDIRECT,
    async walk(user) {
      const departures = watchDepartures();
      await leave(user, 'start-button');
      await user.press('redirect-button');
      user.endpoint.answerGet(tells(answer));
      // A read that is sent in the same moment as the session comes counts as one from before.
      await user.wait(1);
      await user.meanwhile(() => departures.comeBack());
      await user.reaches(state);
      if (departures.urls.length !== 2) throw new Error(`Left ${departures.urls.length} times.`);
    },
    hears: (say) => [say.busy, say.leaving, { guidance: say.unfinished, reviewing: say.fresh, verified: say.state('verified') }[state]],
  })),
  {
    name: 'Veriff’s own page, canceled, and continued',
    attributes: REDIRECT,
    async walk(user) {
      watchDepartures();
      await leave(user, 'start-button');
      await user.press('back-button');
      await leave(user, 'continue-button');
    },
    hears: (say) => [say.busy, say.leaving, say.unfinished, say.busy, say.leaving],
  },
  ...(['frame-blocked', 'frame-timeout'] as const).map((code): Journey => ({
    name: `a frame that ends in ${code}, and Veriff’s own page`,
    surroundings: () => failFrame(code),
    async walk(user) {
      watchDepartures();
      await user.press('start-button');
      await user.reaches('failed');
      await leave(user, 'redirect-button');
    },
    hears: (say) => [say.busy, say.error(code), say.busy, say.leaving],
  })),
  {
    name: 'a browser that is too old, whose link is copied, and another try',
    async walk(user) {
      watchClipboard();
      standIn(productionPorts, 'findObstacle', () => 'unsupported-browser');
      await user.press('start-button');
      await user.reaches('failed');
      await user.press('copy-button');
      await user.press('retry-button');
      await user.reaches('failed');
    },
    hears: (say) => [say.error('unsupported-browser'), say.copied, say.error('unsupported-browser')],
  },
];
