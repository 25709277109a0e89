import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXPECTED, SENT, keptByWorker, snippet } from '../helpers/docs-headers.js';

/** `npm run test:servers` asks nginx and Apache themselves. */
describe('the security headers to copy', () => {
  for (const [server, read] of Object.entries(SENT)) {
    it(`are those of the README, ${server}`, async () => {
      assert.deepEqual(await read(), EXPECTED);
    });
  }

  it('are for the page with the element', () => {
    assert.match(snippet('nginx'), /^location \/verify \{\n/);
    assert.match(snippet('Apache'), /^<Location "\/verify">\n/);
    for (const title of ['Netlify', 'Cloudflare Pages']) assert.match(snippet(title), /^\/verify\n/);
  });

  it('change nothing else of what the Worker answers', async () => {
    assert.deepEqual(await keptByWorker(), [203, 'text/html', 'a page', "default-src 'none'"]);
  });

  it('have Trusted Types added to them', () => {
    const [line] = snippet('Trusted Types').split('\n');
    assert.equal(line, `Content-Security-Policy: ${EXPECTED['Content-Security-Policy']}; require-trusted-types-for 'script'; trusted-types lit-html`);
  });
});
