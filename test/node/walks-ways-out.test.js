import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import decode from 'qr/decode.js';
import { waitFor } from '../helpers/wait-for.js';
import { applyPage, useWalks } from '../helpers/walk-suite.js';
import { TO_REVIEW, walkVeriff } from '../helpers/walk-world.js';

/** The page with headers of the partner's server. */
const withHeaders = (headers, attributes = '') => (request) => {
  const response = applyPage(attributes)(request);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
};
const PAGES = {
  '/apply': applyPage(''),
  // The resume link is the page's own address, as on the partner's server.
  '/desk': (request) => applyPage(`handover-url="${request.url.replaceAll('&', '&amp;')}"`)(request),
  '/no-camera': withHeaders({ 'permissions-policy': 'camera=()' }),
};
const NO_FRAMES = { 'content-security-policy': "frame-src 'self'" };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

const INSTAGRAM = {
  viewport: PHONE,
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 385.0.0.47.74 (iPhone15,2; iOS 18_5; en_GB; en; scale=3.00; 1179x2556; 747000000)',
};

const submit = (place) => walkVeriff(place, ...TO_REVIEW, 'submit', 'done');
/** The same where there is no camera: the one button gives a sample then. */
const submitSamples = async (place) => {
  await walkVeriff(place, 'begin', 'passport');
  for (let picture = 0; picture < 2; picture += 1) {
    await place.waitForSelector('[data-action="capture"] [data-camera="blocked"]:not([hidden])');
    await walkVeriff(place, 'capture');
  }
  await walkVeriff(place, 'submit', 'done');
};
const shown = (user, part) => user.page.waitForSelector(`kyc-verification >>> [part~="${part}"]`, { visible: true });

const toldIn = (line) => /<kyc-verification> ([\w-]+): /.exec(line)?.[1];

/** The integrator is told once, by this line and no other, beside what the browser says itself. Its words come by a file of their own. */
async function expectTold(user, code) {
  await waitFor(() => user.faults.some((line) => toldIn(line) === code));
  assert.deepEqual(user.faults.splice(0).filter((line) => line.includes('<kyc-verification>')).map(toldIn), [code]);
}

/** Nothing was asked for yet. */
async function expectWarned(user, hint) {
  assert.equal(user.exchanges, 0);
  await expectTold(user, hint);
}

describe('a desktop without a camera', () => {
  const walks = useWalks(PAGES, ['--use-fake-device-for-media-stream=device-count=0']);

  /** What a phone's camera reads from the screen. */
  async function readCode(user) {
    const code = await shown(user, 'qr-code');
    await code.scrollIntoView();
    const png = `data:image/png;base64,${await code.screenshot({ encoding: 'base64' })}`;
    const picture = await user.page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, data: [...context.getImageData(0, 0, image.width, image.height).data] };
    }, png);
    return decode({ ...picture, data: Uint8ClampedArray.from(picture.data) });
  }

  it('shows a phone the way by a code, and tells the verdict of what was done there', async () => {
    const { onboardingId, user } = await walks.arrive({ path: '/desk' });
    await user.press('start-button');
    const link = await readCode(user);
    await expectWarned(user, 'camera-missing');
    assert.equal(link, `${walks.world.origin}/desk?onboarding=${onboardingId}`);

    const phone = await walks.tab();
    await phone.page.setViewport(PHONE);
    await phone.page.goto(link);
    await phone.until('guidance');
    await phone.press('start-button');
    await shown(phone, 'continue-button');
    // The phone of this test has no camera either: a warning never blocks.
    await expectWarned(phone, 'camera-missing');
    await phone.press('continue-button');
    await submitSamples(await phone.veriffFrame());
    await Promise.all([phone.until('verified'), user.until('verified')]);
    assert.deepEqual([user.exchanges, user.opened.length, phone.exchanges], [0, 0, 1]);
    user.opened.push(...phone.opened);
    await user.expectNothingKept();
  });

  it('may go on all the same', async () => {
    const { user } = await walks.arrive();
    await user.press('start-button');
    await shown(user, 'copy-button');
    await expectWarned(user, 'camera-missing');
    await user.press('continue-button');
    await submitSamples(await user.veriffFrame());
    await user.until('verified');
    assert.equal(user.told.filter((event) => event === 'start').length, 2);
    await user.expectNothingKept();
  });
});

describe('a page that keeps Veriff from working within it', () => {
  const walks = useWalks(PAGES);

  const codeOf = (user) => user.page.$eval('kyc-verification', ({ error }) => error.code);

  /** By Veriff's own page to the verdict. */
  async function leave(user) {
    await user.press('redirect-button');
    await user.atVeriff();
    await submit(user.page);
    await user.until('verified');
    await user.expectNothingKept();
  }

  it('is left for Veriff’s own page where a Permissions-Policy withholds the camera', async () => {
    const { user } = await walks.arrive({ path: '/no-camera' });
    await user.press('start-button');
    await shown(user, 'redirect-button');
    await expectWarned(user, 'camera-policy');
    await leave(user);
    assert.equal(user.exchanges, 1);
  });

  it('is left for Veriff’s own page where its Content-Security-Policy is known to block the frame', async () => {
    const { host } = new URL(walks.world.veriffOrigin);
    walks.world.pages['/no-frames'] = withHeaders(NO_FRAMES, `session-hosts="${host}"`);
    const { user } = await walks.arrive({ path: '/no-frames' });
    await user.press('start-button');
    await shown(user, 'continue-button');
    await expectWarned(user, 'frame-blocked');
    await leave(user);
    assert.equal(user.exchanges, 1);
  });

  it('is left for Veriff’s own page where its Content-Security-Policy turns out to block the frame', async () => {
    // A host without its port is none that could be tried before.
    walks.world.pages['/no-frames'] = withHeaders(NO_FRAMES);
    const { user } = await walks.arrive({ path: '/no-frames' });
    await user.press('start-button');
    await user.until('failed');
    assert.equal(await codeOf(user), 'frame-blocked');
    await expectTold(user, 'frame-blocked');
    await leave(user);
    assert.deepEqual([...new Set(user.opened)].length, 1);
  });

  it('is left for Veriff’s own page where the user has denied it the camera', async () => {
    const { user } = await walks.arrive();
    await user.denyCamera();
    await user.press('start-button');
    await shown(user, 'redirect-button');
    await expectWarned(user, 'camera-denied');
    await leave(user);
  });

  it('is left for Veriff’s own page where Veriff has refused to be framed', { timeout: 90_000 }, async () => {
    const { user } = await walks.arrive({ scenario: 'frame-blocked' });
    await user.press('start-button');
    // Nothing tells a page that a frame was refused: it waits.
    await user.until('failed', 45_000);
    assert.equal(await codeOf(user), 'frame-timeout');
    await expectTold(user, 'frame-timeout');
    await leave(user);
    assert.equal(new Set(user.opened).size, 1);
  });
});

describe('the browser of an app', () => {
  const walks = useWalks(PAGES);

  it('is told of the device’s browser, and may go on all the same', async () => {
    const { user } = await walks.arrive({}, INSTAGRAM);
    await user.press('start-button');
    await shown(user, 'copy-button');
    await expectWarned(user, 'in-app-browser');
    assert.equal(await user.page.$eval('kyc-verification >>> [part~="link-field"]', ({ value }) => value), user.page.url());
    await user.press('continue-button');
    await submit(await user.veriffFrame());
    await user.until('verified');
    await user.expectNothingKept();
  });
});
