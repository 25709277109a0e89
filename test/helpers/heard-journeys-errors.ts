import type { KycErrorCode } from '../../src/index.js';
import { onCleanup, standIn } from './element-cleanup.js';
import { json, refuses, silent, unreachable, type Reply } from './element-endpoint.js';
import { place } from './element-fixture.js';
import { frameOf } from './element-frame.js';
import type { Journey } from './heard-journey.js';
import { MINUTE, SECOND, tells } from './heard-user.js';

/** Answers to the exchange, one of each kind of help that an error asks for. */
const EXCHANGES: readonly (readonly [code: KycErrorCode, answer: Reply])[] = [
  ['network', unreachable],
  ['server', refuses(503)],
  ['bad-response', json('<!doctype html><title>Sign in</title>')],
  ['rate-limited', refuses(429, { 'retry-after': '30' })],
  ['unauthorized', refuses(403)],
  ['onboarding-invalid', refuses(400)],
  ['onboarding-not-found', refuses(404)],
  ['client-key', refuses(498)],
  ['session-url', json({ sessionUrl: 'https://magic.veriff.me.evil.example/v/1' })],
];

/** What stands in the way before the exchange. */
const OBSTACLES: readonly (readonly [code: KycErrorCode, place: () => void])[] = [
  ['insecure-context', () => standIn(window, 'isSecureContext', false)],
  ['unsupported-browser', withoutDialogs],
  ['frame-busy', () => void place(Object.assign(document.createElement('div'), { id: 'veriffFrame' }))],
];

function withoutDialogs(): void {
  const { HTMLDialogElement: real } = window;
  Reflect.deleteProperty(window, 'HTMLDialogElement');
  onCleanup(() => (window.HTMLDialogElement = real));
}

const ofSlowFrame: Pick<Journey, 'hears'> = { hears: (say) => [say.busy, say.slowFrame, say.error('frame-timeout')] };

/** Journeys to `failed`, and on from there. */
export const ERRORS: readonly Journey[] = [
  ...EXCHANGES.map(([code, answer]): Journey => ({
    name: `an exchange that fails with ${code}, twice`,
    async walk(user) {
      user.endpoint.answerPost(answer);
      await user.press('start-button');
      await user.wait(9 * SECOND);
      await user.reaches('failed');
      await user.press('retry-button');
      await user.wait(9 * SECOND);
      await user.reaches('failed');
      await user.wait(MINUTE);
    },
    hears: (say) => [say.busy, say.error(code), say.busy, say.error(code)],
  })),
  ...OBSTACLES.map(([code, obstruct]): Journey => ({
    name: `a start that ${code} stands in the way of, twice`,
    async walk(user) {
      obstruct();
      await user.press('start-button');
      await user.reaches('failed');
      await user.press('retry-button');
      await user.reaches('failed');
    },
    hears: (say) => [say.error(code), say.error(code)],
  })),
  {
    name: 'an exchange that is not answered',
    async walk(user) {
      user.endpoint.answerPost(silent);
      await user.press('start-button');
      await user.wait(MINUTE);
      await user.reaches('failed');
    },
    hears: (say) => [say.busy, say.slow, say.error('timeout')],
  },
  {
    name: 'an exchange without a connection',
    async walk(user) {
      standIn(navigator, 'onLine', false);
      user.endpoint.answerPost(unreachable);
      await user.press('start-button');
      await user.wait(9 * SECOND);
      await user.reaches('failed');
    },
    hears: (say) => [say.busy, say.error('offline')],
  },
  {
    name: 'an exchange that fails, then opens Veriff',
    async walk(user) {
      user.endpoint.answerPost(refuses(429));
      await user.press('start-button');
      await user.reaches('failed');
      user.endpoint.answerPost(json({ sessionUrl: `${location.origin}/test/helpers/element-frame.html` }));
      await user.open('retry-button');
    },
    hears: (say) => [say.busy, say.error('rate-limited'), say.busy],
  },
  {
    name: 'a frame that never answers',
    async walk(user) {
      await user.press('start-button');
      await user.opened();
      await user.wait(MINUTE);
      await user.reaches('failed');
    },
    ...ofSlowFrame,
  },
  {
    name: 'a frame that can’t be opened',
    async walk(user) {
      standIn(HTMLDialogElement.prototype, 'showModal', () => {
        throw new DOMException('Not here.', 'InvalidStateError');
      });
      await user.press('start-button');
      await user.reaches('failed');
    },
    hears: (say) => [say.busy, say.error('frame-blocked')],
  },
  {
    name: 'a frame that asks to be reloaded too often',
    async walk(user) {
      await user.open();
      for (let times = 0; times < 4; times++) {
        const frame = await frameOf(user.element);
        await user.meanwhile(() => frame.say('FORCE_RELOAD' as 'FINISHED'));
      }
      await user.reaches('failed');
    },
    hears: (say) => [say.busy, say.error('frame-timeout')],
  },
  ...([['onboarding-invalid', 400], ['unauthorized', 401], ['onboarding-not-found', 404], ['client-key', 499]] as const).map(([code, status]): Journey => ({
    name: `a first read that is answered with ${status}, tried again in vain, then answered`,
    first: refuses(status),
    async walk(user) {
      await user.reaches('failed');
      await user.press('retry-button');
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.press('retry-button');
      await user.reaches('verified');
    },
    hears: (say) => [say.error(code), say.busy, say.error(code), say.busy, say.state('verified')],
  })),
  {
    name: 'a first read that fails for a while is silent',
    first: refuses(503),
    async walk(user) {
      await user.reaches('guidance');
      await user.wait(MINUTE);
    },
    hears: () => [],
  },
  {
    name: 'a configuration that becomes unusable',
    async walk(user) {
      await user.meanwhile(() => user.element.setAttribute('endpoint', 'https://user:word@host.example/'));
      await user.reaches('failed');
      await user.press('retry-button');
      await user.reaches('failed');
    },
    hears: (say) => [say.error('configuration'), say.error('configuration')],
  },
];
