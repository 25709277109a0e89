/** A journey on which the element loads whatever it can. */
import assert from 'node:assert/strict';
import { readText } from './repository.js';

const { files } = JSON.parse(readText('dist/cdn/manifest.json'));

/** Of its page. */
export const WHOLE = {
  html: 'lang="de"',
  around: (element) => element.replace('<kyc-verification', '<kyc-verification handover-url="https://www.partner.example/here"'),
};

/** Before the start: words of another language, a code for the phone, and an endpoint that has a stream. */
export async function doAll(walk) {
  const { world } = walk;
  await isGerman(walk);
  await walk.press('phone-button');
  await walk.until(() => walk.host.evaluate(({ shadowRoot }) => shadowRoot.querySelector('[part~="qr-code"]') !== null), 'the QR code');
  await walk.press('back-button');
  const { status } = world;
  world.status = (request) => {
    const answer = status(request);
    return { ...answer, body: { ...answer.body, stream: true } };
  };
}

export async function isGerman(walk) {
  // The status may be known before the words have come.
  const title = () => walk.host.evaluate(({ shadowRoot }) => shadowRoot.querySelector('[part~="title"]')?.textContent);
  await walk.until(async () => (await title()) !== undefined, 'the first screen');
  assert.equal(await title(), 'Bestätigen Sie Ihre Identität');
}

const scriptsOf = ({ page }) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\.js(\?|$)/.test(name)));

/** What is not met on that journey: languages that nobody speaks, faults of the page, pages of servers and of editors. */
const ELSEWHERE = /^the language (?!de$)|^what the console|^a page that a server|data-kyc-verification/;

/** On it a page has asked for `first`, and for all other files of its folder that are met there; or for nothing else. */
export const isBeside = {
  async module(walk, first) {
    const later = Object.keys(files).filter((file) => files[file].loadedFor !== undefined && !ELSEWHERE.test(files[file].loadedFor));
    const [asked, ...others] = await scriptsOf(walk);
    assert.equal(asked, first);
    assert.deepEqual(others.sort(), later.map((file) => `${walk.world.cdn.origin}/assets/${file}`).sort());
    assert.equal(others.length, 4);
  },
  async classic(walk, first) {
    assert.deepEqual(await scriptsOf(walk), [first]);
  },
};
