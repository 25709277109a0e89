import { expect } from '@open-wc/testing';
import { onCleanup } from '../helpers/element-cleanup.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { closedTree, create, place, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { part } from '../helpers/element-parts.js';
import type { KycVerificationElement } from '../../src/index.js';

/** The language that Veriff is told. */
async function toldToVeriff(element: KycVerificationElement): Promise<string | null> {
  await reach(element, 'guidance');
  const { node } = await openFrame(element);
  return new URL(node.src).searchParams.get('lang');
}

function inside(lang: string): HTMLElement {
  const parent = document.createElement('section');
  parent.lang = lang;
  return place(parent);
}

function setPageLanguage(lang: string | null): void {
  const root = document.documentElement;
  const before = root.getAttribute('lang') ?? '';
  if (lang === null) root.removeAttribute('lang');
  else root.lang = lang;
  onCleanup(() => root.setAttribute('lang', before));
}

describe('lang', () => {
  it('of the element itself is handed to Veriff', async () => {
    scriptEndpoint();
    expect(await toldToVeriff(place(create({ lang: 'et' }), inside('fr')))).to.equal('et');
  });

  it('is else that of the nearest ancestor that has one', async () => {
    scriptEndpoint();
    const between = place(document.createElement('div'), inside('pt-BR'));
    expect(await toldToVeriff(place(create(), between))).to.equal('pt-BR');
  });

  it('is found through a shadow root', async () => {
    scriptEndpoint();
    expect(await toldToVeriff(place(create(), closedTree(inside('sv'))))).to.equal('sv');
  });

  it('inside a shadow root comes before that of its host', async () => {
    scriptEndpoint();
    const inner = document.createElement('div');
    inner.lang = 'fi';
    inside('sv').attachShadow({ mode: 'open' }).append(inner);
    expect(await toldToVeriff(place(create(), inner))).to.equal('fi');
  });

  it('is the page’s where nothing nearer has one', async () => {
    scriptEndpoint();
    setPageLanguage('nl');
    expect(await toldToVeriff(place(create()))).to.equal('nl');
  });

  it('is the browser’s where the page has none', async () => {
    scriptEndpoint();
    setPageLanguage(null);
    // WebKitGTK says C where no locale is set, which is no language tag.
    const { language } = navigator;
    expect(await toldToVeriff(place(create()))).to.equal(language === 'C' ? 'en' : language);
  });

  it('that is no language tag is passed over', async () => {
    scriptEndpoint();
    expect(await toldToVeriff(place(create({ lang: 'de&session=2' }), inside('fr')))).to.equal('fr');
  });

  it('counts as it is when Veriff is opened', async () => {
    scriptEndpoint();
    const element = place(create({ lang: 'et' }));
    await reach(element, 'guidance');
    element.lang = 'lv';
    expect(await toldToVeriff(element)).to.equal('lv');
  });

  it('of the words inside is that of the words', async () => {
    scriptEndpoint();
    const element = place(create({ lang: 'ja' }));
    await reach(element, 'guidance');
    expect(part(element, 'base').lang).to.equal('en');
  });
});
