import { standIn } from './element-cleanup.js';
import { refuses, session, unreachable, type Reply } from './element-endpoint.js';
import { setVisibility } from './element-viewing.js';
import type { Journey } from './heard-journey.js';
import { submit } from './heard-journeys-outcomes.js';
import { HOUR, MINUTE, SECOND, after, tells } from './heard-user.js';

const DAY = 24 * HOUR;

let retryAt = '';
/** A rejection that can be retried in an hour. */
const rejectedForAnHour: Reply = (call) => {
  retryAt = new Date(Date.now() + HOUR).toISOString();
  return tells('REJECTED', { retryAt })(call);
};

/** Journeys on which the user waits, asks, or can't be told more. */
export const WAITS: readonly Journey[] = [
  {
    name: 'an hour of review with dozens of reads, some of which fail, is silent',
    async walk(user) {
      await submit(user);
      const before = user.endpoint.gets.length;
      for (const answer of [tells('PENDING'), refuses(500), unreachable, refuses(429), tells('UNVERIFIED'), tells('PENDING')]) {
        user.endpoint.answerGet(answer);
        await user.wait(10 * MINUTE);
      }
      if (user.endpoint.gets.length - before < 30) throw new Error(`Only ${user.endpoint.gets.length - before} reads.`);
    },
    hears: (say) => [say.busy, say.state('reviewing')],
  },
  {
    name: 'ten minutes offline and an hour hidden in the review are silent',
    async walk(user) {
      await submit(user);
      user.endpoint.answerGet(unreachable);
      standIn(navigator, 'onLine', false);
      await user.wait(10 * MINUTE);
      standIn(navigator, 'onLine', true);
      await user.meanwhile(() => window.dispatchEvent(new Event('online')));
      user.endpoint.answerGet(tells('PENDING'));
      setVisibility('hidden');
      await user.wait(HOUR);
      setVisibility('visible');
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.state('reviewing')],
  },
  {
    name: 'that the user may go on is known only later',
    async walk(user) {
      const frame = await user.open();
      await user.meanwhile(() => frame.say('FINISHED'));
      await user.reaches('reviewing');
      user.endpoint.answerGet(tells('PENDING'));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.arrived, say.mayContinue],
  },
  {
    name: 'Check now finds that the user may go on',
    async walk(user) {
      const frame = await user.open();
      await user.meanwhile(() => frame.say('FINISHED'));
      await user.reaches('reviewing');
      user.endpoint.answerGet(tells('PENDING'));
      await user.press('check-button');
    },
    hears: (say) => [say.busy, say.arrived, say.busy, say.state('reviewing')],
  },
  {
    name: 'Check now: nothing new, once more nothing new, no answer',
    async walk(user) {
      await submit(user);
      await user.press('check-button');
      await user.press('check-button');
      user.endpoint.answerGet(unreachable);
      await user.press('check-button');
      await user.wait(5 * MINUTE);
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.busy, say.unchanged, say.busy, say.unchanged, say.busy, say.unread],
  },
  {
    name: 'Check now beside Continue: nothing new',
    async walk(user) {
      const frame = await user.open();
      await user.meanwhile(() => frame.say('CANCELED'));
      await user.press('check-button');
    },
    hears: (say) => [say.busy, say.unfinished, say.busy, say.unchanged],
  },
  {
    name: 'the record is closed in the review, and stays so when it is checked',
    async walk(user) {
      await submit(user);
      user.endpoint.answerGet(refuses(404));
      await user.wait(MINUTE);
      await user.press('check-button');
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.stall('record-closed'), say.busy, say.unread],
  },
  {
    name: 'the record is closed after a Check now that brought nothing new',
    async walk(user) {
      await submit(user);
      await user.press('check-button');
      user.endpoint.answerGet(refuses(404));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.busy, say.unchanged, say.stall('record-closed')],
  },
  {
    name: 'Check now finds that the record is closed',
    async walk(user) {
      await submit(user);
      user.endpoint.answerGet(refuses(404));
      await user.press('check-button');
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.busy, say.stall('record-closed')],
  },
  {
    name: 'reading is refused three times in the review',
    async walk(user) {
      await submit(user);
      user.endpoint.answerGet(refuses(401));
      await user.wait(10 * MINUTE);
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.stall('unauthorized')],
  },
  {
    name: 'the earlier verdict stands for an hour, and is started over',
    first: tells('REJECTED'),
    async walk(user) {
      const frame = await user.open('retry-button');
      await user.meanwhile(() => frame.say('FINISHED'));
      await user.wait(70 * MINUTE);
      user.endpoint.answerPost(session());
      await submit(user, 'retry-button');
    },
    hears: (say) => [say.state('rejected'), say.busy, say.arrived, say.stall('unchanged'), say.busy, say.state('reviewing')],
  },
  {
    name: 'a review of more than a day',
    async walk(user) {
      await submit(user);
      await user.wait(DAY + HOUR);
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.stall('deadline')],
  },
  {
    name: 'Check now finds that the review takes more than a day',
    async walk(user) {
      await submit(user);
      // Nobody looks at the page meanwhile, so that the user's own read is the first after that.
      setVisibility('hidden');
      await user.wait(DAY + HOUR);
      await user.press('check-button');
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.busy, say.stall('deadline')],
  },
  {
    name: 'rejected, held back, and released when the time has come',
    first: rejectedForAnHour,
    async walk(user) {
      await user.press('check-button');
      await user.wait(2 * HOUR);
      await submit(user, 'retry-button');
    },
    hears: (say) => [say.held(retryAt), say.busy, say.unchanged, say.state('rejected'), say.busy, say.state('reviewing')],
  },
  {
    name: 'rejected, and somebody goes on elsewhere',
    first: rejectedForAnHour,
    async walk(user) {
      user.endpoint.answerGet(tells('PENDING'));
      await user.press('check-button');
      await user.reaches('reviewing');
    },
    hears: (say) => [say.held(retryAt), say.busy, say.fresh],
  },
  {
    name: 'an exchange of 12 s',
    async walk(user) {
      user.endpoint.answerPost(after(12 * SECOND, session()));
      await user.press('start-button');
      await user.wait(13 * SECOND);
      await user.reaches('verifying');
    },
    hears: (say) => [say.busy, say.slow],
  },
  {
    name: 'a frame that answers after 12 s',
    async walk(user) {
      await user.press('start-button');
      await user.opened();
      await user.wait(12 * SECOND);
    },
    hears: (say) => [say.busy, say.slowFrame],
  },
  {
    name: 'a frame that the page removes, and Continue',
    async walk(user) {
      await user.open();
      await user.meanwhile(() => document.querySelector('dialog.kyc-verification-dialog')?.remove());
      await user.reaches('guidance');
      await submit(user, 'continue-button');
    },
    hears: (say) => [say.busy, say.unfinished, say.busy, say.state('reviewing')],
  },
  {
    name: 'a page that stops an exchange',
    async walk(user) {
      user.endpoint.answerPost(after(HOUR, session()));
      await user.press('start-button');
      await user.meanwhile(() => user.element.close());
      await user.reaches('guidance');
    },
    hears: (say) => [say.busy],
  },
  {
    name: 'another onboarding id in the review',
    async walk(user) {
      await submit(user);
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.meanwhile(() => user.element.setAttribute('onboarding-id', 'US_2'));
      await user.reaches('verified');
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.state('verified')],
  },
  {
    name: 'an element that is moved in the review is silent, and goes on',
    async walk(user) {
      await submit(user);
      document.body.append(user.element);
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.state('verified')],
  },
];
