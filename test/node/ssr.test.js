import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { KycVerificationElement } from 'kyc-verification';
import { renderShadowRoot, renderTemplate } from 'kyc-verification/ssr';
import { WORDS } from '../../dist/ssr/languages.js';
import { LANGUAGES } from '../../dist/localization/localize.js';

const within = (markup, opening) => markup.slice(markup.indexOf(opening) + opening.length);

describe('server rendering', () => {
  it('gives the guidance as a declarative shadow root, with its styles and a slot for the page’s own way on', () => {
    const inner = renderShadowRoot();
    assert.match(inner, /^<style>[^<]+<\/style><!--lit-part [\w+/=]+--><!--lit-node 0--><div part="base" .+<\/div><!--\/lit-part--><slot><\/slot>$/s);
    assert.equal(renderTemplate(), `<template shadowrootmode="open">${inner}</template>`);
    assert.doesNotMatch(inner, /<\/?template/);
  });

  it('has the words of every language of the element, by the element’s `lang` or else the page’s', () => {
    assert.deepEqual(WORDS.map(({ lang }) => lang).sort(), LANGUAGES);
    for (const words of WORDS) {
      for (const markup of [renderShadowRoot({ lang: words.lang }, { lang: 'xx' }), renderShadowRoot({}, { lang: `${words.lang}-AT` })]) {
        assert.ok(markup.includes(`>${words.guidance.title}<`), words.lang);
        assert.ok(markup.includes(`lang="${words.lang}"`), words.lang);
        assert.equal(markup.includes('dir="rtl"'), words.dir === 'rtl');
      }
    }
  });

  it('is English, and says so, in a language that it does not have', () => {
    const markup = renderShadowRoot({}, { lang: 'he' });
    assert.match(markup, /lang="en" dir="ltr"/);
    assert.ok(markup.includes('Verify your identity'));
  });

  it('shows the documents, the proof of address and the region that the attributes ask for', () => {
    const rows = (markup) => markup.split('part="document-title"').length - 1;
    const plain = renderShadowRoot();
    assert.equal(rows(plain), 5);
    assert.equal(rows(renderShadowRoot({ documents: 'passport national-id' })), 3);
    for (const value of ['', true, 'proof-of-address']) assert.equal(rows(renderShadowRoot({ 'proof-of-address': value })), 6, String(value));
    for (const value of [undefined, null, false]) assert.equal(rows(renderShadowRoot({ 'proof-of-address': value })), 5, String(value));
    assert.notEqual(renderShadowRoot({ region: ' US ' }), plain);
    assert.equal(renderShadowRoot({ region: 'mars' }), plain);
  });

  it('lets no attribute and no option write markup', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const attributes = Object.fromEntries(['lang', 'documents', 'proof-of-address', 'region', 'onboarding-id'].map((name) => [name, hostile]));
    const markup = renderShadowRoot(attributes, { lang: hostile, nonce: hostile });
    assert.ok(markup.startsWith('<style nonce="&quot;><img src=x onerror=alert(1)>">'));
    assert.ok(!within(markup, '</style>').includes('<img'));
  });

  it('takes `null` for nothing, as headers and attributes of pages give it', () => {
    assert.equal(renderShadowRoot({ lang: null, documents: null }, { lang: null, nonce: null }), renderShadowRoot());
  });

  it('holds nothing of the user', () => {
    assert.equal(renderShadowRoot({ 'onboarding-id': 'US_1', endpoint: '/api/kyc?key=1', 'handover-url': 'https://x.example/1' }), renderShadowRoot());
  });

  it('is the same where `@lit-labs/ssr` renders the element itself', async () => {
    customElements.define('kyc-verification', KycVerificationElement);
    const markup = collectResultSync(render(html`<kyc-verification onboarding-id="US_1" endpoint="/api/kyc" documents="passport" reverify></kyc-verification>`));
    const tree = (text, end) => text.slice(text.indexOf('<div part="base"'), text.indexOf(end)).replaceAll(/<!--.*?-->/g, '');
    assert.equal(tree(markup, '</template>'), tree(renderShadowRoot({ documents: 'passport' }), '<slot></slot>'));
  });

  it('is nothing at all in builds for a browser, with the same functions', async () => {
    const [server, browser] = await Promise.all(['index', 'browser'].map((name) => import(`../../dist/ssr/${name}.js`)));
    assert.deepEqual(Object.keys(browser), Object.keys(server));
    for (const render of Object.values(browser)) assert.equal(render({ lang: 'de' }), '');
  });
});
