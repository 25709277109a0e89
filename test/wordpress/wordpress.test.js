import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { authors } from './suite-authors.js';
import { editor } from './suite-editor.js';
import { leaving } from './suite-leaving.js';
import { pages } from './suite-pages.js';
import { settings } from './suite-settings.js';
import { openSite } from './site.js';

/** One WordPress for all: they come in the order in which a site's owner does these things. */
describe('the plugin in WordPress', () => {
  const site = {};
  before(async () => void Object.assign(site, await openSite()), { timeout: 300_000 });
  after(() => site.stop?.());

  describe('its settings', () => settings(site));
  describe('the block in the editor', () => editor(site));
  describe('a page with the widget', () => pages(site));
  describe('what authors write by hand', () => authors(site));

  it('makes PHP complain of nothing', () => {
    assert.deepEqual(site.complaints().filter((line) => line.includes('kyc-verification') || line.includes('kyc_verification')), []);
  });

  describe('when it goes', () => leaving(site));
});
