import { session } from './element-endpoint.js';
import type { Journey } from './heard-journey.js';
import { HOUR, MINUTE, SECOND, after, tells, type User } from './heard-user.js';

/** From the page to the end of Veriff, with the server still at work. */
export async function submit(user: User, startButton?: string): Promise<void> {
  const frame = await user.open(startButton);
  user.endpoint.answerGet(tells('PENDING'));
  await user.meanwhile(() => frame.say('SUBMITTED'));
  await user.meanwhile(() => frame.say('FINISHED'));
  await user.reaches('reviewing');
}

const OF_VERDICT = [['VERIFIED', 'verified'], ['REJECTED', 'rejected'], ['RESUBMISSION_REQUESTED', 'resubmission'], ['EXPIRED', 'expired']] as const;

/** Journeys to a verdict, in each way that one comes. */
export const OUTCOMES: readonly Journey[] = [
  ...OF_VERDICT.map(([answer, state]): Journey => ({
    name: `from guidance over Veriff and the review to ${state}`,
    async walk(user) {
      await submit(user);
      await user.wait(MINUTE);
      user.endpoint.answerGet(tells(answer, { reasons: ['document-unreadable'] }));
      await user.wait(MINUTE);
      await user.reaches(state);
      await user.wait(HOUR);
    },
    hears: (say) => [say.busy, say.state('reviewing'), say.state(state)],
  })),
  ...OF_VERDICT.map(([answer, state]): Journey => ({
    name: `${state} is there when the page loads`,
    first: tells(answer),
    async walk(user) {
      await user.reaches(state);
      await user.wait(HOUR);
    },
    hears: (say) => [say.state(state)],
  })),
  ...OF_VERDICT.filter(([answer]) => answer !== 'RESUBMISSION_REQUESTED').map(([answer, state]): Journey => ({
    name: `${state} while Veriff is open`,
    async walk(user) {
      await user.open();
      user.endpoint.answerGet(tells(answer));
      await user.wait(MINUTE);
      await user.reaches(state);
    },
    hears: (say) => [say.busy, say.state(state)],
  })),
  {
    name: 'resubmission while Veriff is open, after 10 s without a new round',
    async walk(user) {
      const frame = await user.open();
      user.endpoint.answerGet(tells('RESUBMISSION_REQUESTED'));
      await user.meanwhile(() => frame.say('SUBMITTED'));
      await user.wait(30 * SECOND);
      await user.reaches('resubmission');
    },
    hears: (say) => [say.busy, say.state('resubmission')],
  },
  {
    name: 'resubmission, then verified',
    first: tells('RESUBMISSION_REQUESTED'),
    async walk(user) {
      await submit(user, 'retry-button');
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.state('resubmission'), say.busy, say.state('reviewing'), say.state('verified')],
  },
  {
    name: 'rejected, and the same verdict once more after another try',
    first: tells('REJECTED', { updatedAt: '2026-01-01T10:00:00Z' }),
    async walk(user) {
      await submit(user, 'retry-button');
      user.endpoint.answerGet(tells('REJECTED', { updatedAt: '2026-01-01T11:00:00Z' }));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.state('rejected'), say.busy, say.state('reviewing'), say.state('rejected')],
  },
  {
    name: 'cancel, Continue, verified: the session is kept',
    async walk(user) {
      const frame = await user.open();
      await user.meanwhile(() => frame.say('CANCELED'));
      await user.reaches('guidance');
      await user.wait(MINUTE);
      user.endpoint.answerPost();
      await submit(user, 'continue-button');
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.unfinished, say.busy, say.state('reviewing'), say.state('verified')],
  },
  {
    name: 'cancel, and the verdict of a phone comes while the page waits',
    async walk(user) {
      const frame = await user.open();
      await user.meanwhile(() => frame.say('CANCELED'));
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.unfinished, say.state('verified')],
  },
  {
    name: 'a page that is loaded in the review, and Continue',
    first: tells('PENDING'),
    async walk(user) {
      await submit(user, 'continue-button');
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
    },
    hears: (say) => [say.fresh, say.busy, say.state('reviewing'), say.state('verified')],
  },
  {
    name: 'a verified user verifies once more',
    first: tells('VERIFIED'),
    attributes: { reverify: '' },
    async walk(user) {
      user.endpoint.answerPost(session());
      await submit(user);
    },
    hears: (say) => [say.state('verified'), say.busy, say.state('reviewing')],
  },
  {
    name: 'the first answer comes 8 s after the page, which has gone on to guidance',
    first: after(8 * SECOND, tells('VERIFIED')),
    async walk(user) {
      await user.wait(7 * SECOND);
      await user.reaches('guidance');
      await user.wait(2 * SECOND);
    },
    hears: (say) => [say.state('verified')],
  },
];
