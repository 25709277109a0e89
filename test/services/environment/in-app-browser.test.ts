import { expect } from '@open-wc/testing';
import { inAppBrowserOf } from '../../../src/services/environment/in-app-browser.js';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { ANDROID, IN_APP, IPHONE, NOT_IN_APP } from '../../helpers/user-agents.js';

describe('the app in whose browser a page is open', () => {
  for (const { app, userAgent } of IN_APP) {
    it(`is ${app}: ${userAgent}`, () => {
      expect(inAppBrowserOf(userAgent, false)).to.equal(app);
    });
  }

  for (const { name, userAgent } of NOT_IN_APP) {
    it(`is none in ${name}: ${userAgent}`, () => {
      expect(inAppBrowserOf(userAgent, false)).to.equal(null);
    });
  }

  it('is none in the browser that runs this', () => {
    expect(inAppBrowserOf(navigator.userAgent, false)).to.equal(null);
  });

  it('is none on the home screen, where Safari leaves its name out', () => {
    expect(inAppBrowserOf(`${IPHONE} Mobile/15E148`, true)).to.equal(null);
    expect(inAppBrowserOf(`${IPHONE} Mobile/15E148 Instagram 335.1.8.26.85`, true)).to.equal('Instagram');
  });

  for (const name of ['TelegramWebview', 'TelegramWebviewProxy', 'TelegramWebviewProxyProto']) {
    it(`is Telegram where the page finds ${name}, for it says nothing of itself`, () => {
      Object.defineProperty(window, name, { value: {}, configurable: true });
      onCleanup(() => Reflect.deleteProperty(window, name));
      expect(inAppBrowserOf(ANDROID, false)).to.equal('Telegram');
      expect(inAppBrowserOf(`${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, false)).to.equal('Telegram');
    });
  }
});
