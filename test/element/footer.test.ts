import { expect } from '@open-wc/testing';
import { create, mount, place } from '../helpers/element-fixture.js';
import { part } from '../helpers/element-parts.js';

/** A component of the page's own that hands its footer on to the element. */
async function wrapped(): Promise<HTMLElement> {
  const wrapper = place(document.createElement('section'));
  const element = create({ preview: 'verified' });
  element.innerHTML = '<slot name="footer" slot="footer"></slot>';
  wrapper.attachShadow({ mode: 'open' }).append(element);
  await element.updateComplete;
  return wrapper;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the footer', () => {
  it('is there only while something is slotted', async () => {
    const element = await mount({ preview: 'verified' });
    expect(part(element, 'footer').checkVisibility()).to.be.false;
    element.innerHTML = '<p slot="footer">Help</p>';
    await settled();
    expect(part(element, 'footer').checkVisibility()).to.be.true;
    element.innerHTML = '';
    await settled();
    expect(part(element, 'footer').checkVisibility()).to.be.false;
  });

  it('that another component hands on hides nothing but itself', async () => {
    const wrapper = await wrapped();
    const element = wrapper.shadowRoot!.querySelector('kyc-verification')!;
    expect(part(element, 'footer').checkVisibility()).to.be.false;
    wrapper.innerHTML = '<p slot="footer">Help</p>';
    await settled();
    expect(part(element, 'footer').checkVisibility()).to.be.true;
    wrapper.innerHTML = '';
    await settled();
    expect(part(element, 'footer').checkVisibility()).to.be.false;
    expect(element.checkVisibility()).to.be.true;
    expect(element.hidden).to.be.false;
  });
});
