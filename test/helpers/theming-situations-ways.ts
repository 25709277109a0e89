import { productionPorts } from '../../src/element/ports.js';
import type { KycVerificationElement } from '../../src/index.js';
import { standIn } from './element-cleanup.js';
import { words } from './element-parts.js';
import { eventually } from './element-time.js';
import { WAY_SCREENS, arriveAtCode, copied, failFrame, failedStart, warnedWhenLeft } from './element-ways.js';
import { FULL, type Situation } from './theming-situations.js';

const NOTED = 'that stays after Check now or Copy link';
const UNDRAWN = 'unless it can’t be made';
const STARTED = 'after a start that failed';

/** The code for the phone, whose file can't be fetched. */
async function undrawn(): Promise<KycVerificationElement> {
  standIn(productionPorts, 'loadQrCode', () => Promise.reject(new TypeError('Failed to fetch')));
  const element = await arriveAtCode(FULL);
  await eventually(() => words(element).includes('We couldn’t show the code.'), 'that there is no code');
  return element;
}

/** Ways that lead to the screens without a preview, by what is in the way of Veriff, or by where else the user may go on. */
export const waySituations: readonly Situation[] = [
  {
    title: 'guidance with handover-url on a desktop',
    state: 'guidance',
    holds: ['with `handover-url` on a desktop'],
    arrive: () => WAY_SCREENS['phone-offer'].arrive(FULL),
  },
  { title: 'the code', state: 'guidance', screen: 'the code', holds: [UNDRAWN], arrive: () => WAY_SCREENS.code.arrive(FULL) },
  { title: 'the code that can’t be made', state: 'guidance', screen: 'the code', holds: [], arrive: undrawn },
  {
    title: 'the code whose link was copied',
    state: 'guidance',
    screen: 'the code',
    holds: [UNDRAWN, NOTED],
    arrive: () => copied(WAY_SCREENS.code.arrive(FULL)),
  },
  {
    title: 'a warning in an app’s browser',
    state: 'guidance',
    screen: 'a warning',
    holds: ['in an app’s browser', 'without the code'],
    arrive: () => WAY_SCREENS.app.arrive(FULL),
  },
  {
    title: 'a warning of a denied camera',
    state: 'guidance',
    screen: 'a warning',
    holds: ['that Veriff’s page helps against', 'without the code'],
    arrive: () => WAY_SCREENS.denied.arrive(FULL),
  },
  {
    title: 'a warning of a phone without a camera',
    state: 'guidance',
    screen: 'a warning',
    holds: ['without the code', NOTED],
    arrive: () => WAY_SCREENS.camera.arrive(FULL),
  },
  {
    title: 'a warning with the code',
    state: 'guidance',
    screen: 'a warning',
    holds: ['with the code'],
    arrive: () => WAY_SCREENS['camera-code'].arrive(FULL),
  },
  {
    title: 'a warning after Veriff was left',
    state: 'guidance',
    screen: 'a warning',
    holds: ['without the code', 'after Veriff was left'],
    arrive: () => warnedWhenLeft(FULL),
  },
  { title: 'leaving', state: 'verifying', screen: 'leaving', holds: [], arrive: () => WAY_SCREENS.leaving.arrive(FULL) },
  {
    title: 'failed where no frame can be shown',
    state: 'failed',
    holds: [STARTED, 'when Veriff did not open here'],
    arrive: () => WAY_SCREENS.blocked.arrive(FULL),
  },
  {
    title: 'failed after a frame that never answered',
    state: 'failed',
    holds: [STARTED, 'when Veriff did not open here'],
    arrive: () => {
      failFrame('frame-timeout');
      return failedStart(FULL);
    },
  },
  {
    title: 'failed in a browser that is too old',
    state: 'failed',
    holds: [STARTED, 'in a browser that is too old'],
    arrive: () => WAY_SCREENS['too-old'].arrive(FULL),
  },
];
