import { expect } from '@open-wc/testing';
import type { EnvironmentWarning } from '../../../src/core/environment.js';
import { KycVerificationElement } from '../../../src/index.js';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';
import { scriptEndpoint } from '../../helpers/element-endpoint.js';
import { mount, warnings } from '../../helpers/element-fixture.js';
import { hasFocus, words } from '../../helpers/element-parts.js';
import { beInApp, haveNoCamera } from '../../helpers/element-surroundings.js';
import { eventually, settle } from '../../helpers/element-time.js';
import { submit } from '../../helpers/heard-journeys-outcomes.js';
import { MINUTE, arrive, headingOf, tells } from '../../helpers/heard-user.js';

/** Takes something of the browser away until the test ends. */
function without(target: object, name: string): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Reflect.deleteProperty(target, name);
  if (own !== undefined) onCleanup(() => Object.defineProperty(target, name, own));
}

/** Reading a property throws, as browsers do for what the user has forbidden. */
function forbid(target: object, name: string): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  onCleanup(() => (own === undefined ? Reflect.deleteProperty(target, name) : Object.defineProperty(target, name, own)));
}

const refuseLock = (): Promise<never> => Promise.reject(new DOMException('No storage.', 'SecurityError'));

describe('what the browser lacks that a verification can’t do without', () => {
  const lacks: readonly (readonly [code: string, what: string, take: () => void, give: () => void])[] = [
    ['insecure-context', 'a secure page', () => standIn(window, 'isSecureContext', false), () => standIn(window, 'isSecureContext', true)],
    ...([['HTMLDialogElement', window], ['attachInternals', HTMLElement.prototype]] as const).map(
      ([name, target]): readonly [string, string, () => void, () => void] => {
        const own = Object.getOwnPropertyDescriptor(target, name)!;
        return ['unsupported-browser', name, () => without(target, name), () => void Object.defineProperty(target, name, own)];
      },
    ),
  ];
  for (const [code, what, take, give] of lacks) {
    it(`${what} is said when the user starts, before a session is spent, with a way out`, async () => {
      take();
      const user = await arrive();
      await user.press('start-button');
      await user.reaches('failed');
      expect(user.element.error?.code).to.equal(code);
      expect(user.endpoint.posts).to.have.length(0);
      expect(user.said).to.have.length(1);
      expect(hasFocus(headingOf(user.element))).to.be.true;
      expect(words(user.element)).to.match(/another browser|address that starts with https, or contact support/);
      await settle();
      expect(warnings.join()).to.contain(code);
    });

    it(`${what} that is there after all lets the user go on`, async () => {
      take();
      const user = await arrive();
      await user.press('start-button');
      give();
      await user.open('retry-button');
      expect(user.endpoint.posts).to.have.length(1);
    });

    it(`${what} is missed by checkEnvironment()`, async () => {
      expect(await KycVerificationElement.checkEnvironment()).to.include({ secureContext: true, supported: true });
      take();
      const { secureContext, supported } = await KycVerificationElement.checkEnvironment();
      expect(secureContext && supported).to.be.false;
    });
  }

  it('lets the partner say another way out in the slot', async () => {
    standIn(window, 'isSecureContext', false);
    const user = await arrive();
    const link = Object.assign(document.createElement('a'), { slot: 'failed', href: 'https://partner.example/', textContent: 'Open it there' });
    user.element.append(link);
    await user.press('start-button');
    await user.reaches('failed');
    expect(link.checkVisibility()).to.be.true;
  });
});

describe('what the browser lacks that a verification can do without', () => {
  const lacks: readonly (readonly [what: string, take: () => void])[] = [
    ['a camera that the user allows', () => standIn(navigator.mediaDevices, 'getUserMedia', () => Promise.reject(new DOMException('Denied.', 'NotAllowedError')))],
    ['sessionStorage, localStorage, indexedDB and cookies', () => {
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) forbid(window, name);
      forbid(document, 'cookie');
    }],
    ['locks, which it refuses', () => standIn(navigator, 'locks', { request: refuseLock, query: refuseLock })],
    ['locks, of which it knows nothing', () => without(Navigator.prototype, 'locks')],
    ['channels between tabs, which it refuses', () => standIn(window, 'BroadcastChannel', class {
      constructor() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    } as unknown as typeof BroadcastChannel)],
    ['channels between tabs, of which it knows nothing', () => without(window, 'BroadcastChannel')],
  ];
  for (const [what, take] of lacks) {
    it(`${what}, changes nothing on the way to the result: one session, one frame`, async () => {
      take();
      const user = await arrive();
      await submit(user);
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
      await user.reaches('verified');
      expect(user.endpoint.posts).to.have.length(1);
      expect(user.said).to.have.length(3);
      await settle();
      expect(warnings).to.deep.equal([]);
      await KycVerificationElement.checkEnvironment();
    });
  }

  const told: readonly (readonly [what: string, warning: EnvironmentWarning, take: () => void])[] = [
    ['mediaDevices', 'camera-unsupported', () => without(Navigator.prototype, 'mediaDevices')],
    ['a camera', 'camera-missing', haveNoCamera],
    ['the name of a known browser: it is inside of an app', 'in-app-browser', beInApp],
  ];
  for (const [what, warning, take] of told) {
    it(`${what}, is told before a session is spent, and then changes nothing on the way to the result: one session, one frame`, async () => {
      take();
      const user = await arrive();
      await user.press('start-button');
      await user.reaches('guidance');
      await eventually(() => words(user.element).includes(user.words.warnings[warning].title), 'the warning');
      expect(user.endpoint.posts).to.have.length(0);
      await submit(user, 'continue-button');
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
      await user.reaches('verified');
      expect(user.endpoint.posts).to.have.length(1);
      await settle();
      expect(warnings).to.have.length(1);
      expect((await KycVerificationElement.checkEnvironment()).warnings).to.include(warning);
    });
  }

  it('storage, where the id is to come from it, is as good as an empty one: a notice, and nothing is sent', async () => {
    forbid(window, 'sessionStorage');
    const endpoint = scriptEndpoint();
    const element = await mount({ 'onboarding-id': null, 'onboarding-id-from': 'session-storage:id' });
    expect(element.state).to.equal('idle');
    await element.start();
    expect(endpoint.calls).to.have.length(0);
    await settle();
    expect(warnings).to.have.length(1);
  });

  it('the permission for the camera, which the page keeps from Veriff, is told to the integrator once, and Veriff opens', async () => {
    standIn(HTMLIFrameElement.prototype, 'featurePolicy' as never, { allowsFeature: () => false } as never);
    const user = await arrive();
    await user.open();
    await settle();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('Permissions-Policy');
  });
});
