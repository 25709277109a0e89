import { expect } from '@open-wc/testing';
import { openPage, type FreshPage } from '../helpers/element-page.js';
import { div, elements, FALLBACK, names, only, openRun, place } from '../helpers/element-placeholders.js';
import { eventually, settle } from '../helpers/element-time.js';

describe('a placeholder', () => {
  it('keeps its id, class and other attributes for itself', async () => {
    const page = await openRun();
    page.document.body.innerHTML = div('id="kyc" class="wide" style="color: red" title="x"');
    await settle();
    expect(names(only(page))).to.deep.equal(['endpoint', 'onboarding-id', 'preview']);
    expect(place(page).id).to.equal('kyc');
  });

  it('gives the element no attribute that it does not know: no handler, no style', async () => {
    const page = await openRun(div('data-onclick="throw 1" data-style="color: red" data-id="x" data-slot="y" data-aos="fade"'));
    await settle();
    expect(names(only(page))).to.deep.equal(['endpoint', 'onboarding-id', 'preview']);
  });

  it('with an element inside, as in a copy of the page, is not filled again', async () => {
    const page = await openRun(div());
    await settle();
    const copy = page.document.body.cloneNode(true) as HTMLElement;
    page.document.body.replaceWith(copy);
    await settle();
    const saved = page.document.body.innerHTML;
    page.document.body.innerHTML = '';
    page.document.body.innerHTML = saved;
    await settle();
    expect(only(page).querySelectorAll('a')).to.have.length(1);
    expect(names(only(page))).to.deep.equal(['endpoint', 'onboarding-id', 'preview']);
  });

  it('keeps what fills slots in their place', async () => {
    const page = await openRun();
    page.document.body.innerHTML = div('', '<p slot="reviewing">Call us</p>');
    await eventually(() => elements(page)[0]?.querySelector('p')?.checkVisibility() === true, 'the words of the page');
  });

  it('that is moved keeps its element', async () => {
    const page = await openRun(`${div()}<main></main>`);
    const element = only(page);
    page.document.querySelector('main')?.append(place(page));
    await settle();
    expect(only(page) === element).to.be.true;
  });

  it('whose content is written anew as it was, as morphing does, keeps its element', async () => {
    const page = await openRun(div());
    const element = only(page);
    place(page).innerHTML = FALLBACK;
    await settle();
    expect(only(page) === element).to.be.true;
    expect(element.querySelectorAll('a')).to.have.length(1);
    expect(place(page).children).to.have.length(1);
  });

  it('whose content the page replaces by its own is the page’s from then on', async () => {
    const page = await openRun(div());
    place(page).textContent = 'Thank you';
    await settle();
    expect(elements(page)).to.have.length(0);
    expect(place(page).textContent).to.equal('Thank you');
  });

  it('whose element the page has put elsewhere gets no other', async () => {
    const page = await openRun(`${div('', '')}<main></main>`);
    const element = only(page);
    page.document.querySelector('main')?.append(element);
    await settle();
    expect(only(page) === element).to.be.true;
    expect(element.parentElement?.localName).to.equal('main');
  });
});

describe('an attribute of the div that changes later', () => {
  it('reaches the element', async () => {
    const page = await openRun(div());
    place(page).setAttribute('data-onboarding-id', 'US_2');
    place(page).dataset['pollInterval'] = '9';
    place(page).toggleAttribute('data-reverify', true);
    await settle();
    const { onboardingId, pollInterval, reverify } = only(page);
    expect([onboardingId, pollInterval, reverify]).to.deep.equal(['US_2', 9, true]);
    place(page).removeAttribute('data-reverify');
    place(page).removeAttribute('data-onboarding-id');
    await settle();
    expect([only(page).reverify, only(page).onboardingId]).to.deep.equal([false, '']);
  });

  it('reaches the element of a copied page, too', async () => {
    const page = await openRun(div());
    page.document.body.replaceWith(page.document.body.cloneNode(true));
    await settle();
    place(page).dataset['onboardingId'] = 'US_3';
    await settle();
    expect(only(page).onboardingId).to.equal('US_3');
  });

  it('and comes with new content, as morphing brings them, reaches it', async () => {
    const page = await openRun(div());
    place(page).dataset['onboardingId'] = 'US_4';
    place(page).innerHTML = FALLBACK;
    await settle();
    expect(only(page).onboardingId).to.equal('US_4');
  });

  it('leaves alone what the page has set on the element itself', async () => {
    const page = await openRun(div());
    only(page).setAttribute('onboarding-id', 'US_own');
    page.document.body.append(place(page));
    place(page).dataset['pollInterval'] = '7';
    place(page).title = 'x';
    await settle();
    expect([only(page).onboardingId, only(page).pollInterval]).to.deep.equal(['US_own', 7]);
  });

  it('of a div that is none does nothing', async () => {
    const page = await openRun(`<div id="other" data-endpoint="/x"></div>${div()}`);
    page.document.querySelector('#other')?.setAttribute('data-endpoint', '/y');
    await settle();
    expect(only(page).endpoint).to.equal('/none');
    expect(page.faults).to.deep.equal([]);
  });
});

describe('a page that is still being read', () => {
  /** Reads the page piece by piece, as it would come from a slow server. */
  async function read(): Promise<{ page: FreshPage; write: (html: string) => void }> {
    const page = await openPage('<body></body>');
    await page.runScript();
    const { document: read } = page;
    read.open();
    return { page, write: (html) => read.write(html) };
  }

  it('shows the fallback until all that stands in the placeholder has come', async () => {
    const { page, write } = await read();
    write(`<!doctype html><body><main>${div().replace('</div>', '')}`);
    await settle();
    expect(elements(page)).to.have.length(0);
    write('<b>Or call</b></div></main>');
    await settle();
    expect(elements(page)).to.have.length(0);
    write('<p>More</p>');
    await settle();
    expect([...only(page).children].map(({ localName }) => localName)).to.deep.equal(['a', 'b']);
    expect(place(page).children).to.have.length(1);
    page.document.close();
  });

  it('gives the last thing on it its element at the end', async () => {
    const { page, write } = await read();
    write(`<!doctype html><body>${div()}`);
    await settle();
    page.document.close();
    await eventually(() => elements(page).length === 1, 'the element');
  });
});
