import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';
import { productionPorts } from '../../src/element/ports.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { axeFaults } from '../helpers/element-axe.js';
import { standIn } from '../helpers/element-cleanup.js';
import { says } from '../helpers/element-endpoint.js';
import { reach, record, told, warnings } from '../helpers/element-fixture.js';
import { announced, has, part, tree, words } from '../helpers/element-parts.js';
import { beOnPhone, haveNoCamera, startIntoWarning } from '../helpers/element-surroundings.js';
import { eventually, settle } from '../helpers/element-time.js';
import type { KycVerificationElement } from '../../src/index.js';

const URL_GIVEN = { 'handover-url': 'https://partner.example/resume?onboarding=US_1', 'poll-interval': '1' };

/** What a phone reads off the code, as it is painted. */
async function scan(element: KycVerificationElement): Promise<string> {
  await eventually(() => has(element, 'qr-code'), 'the code');
  const svg = part<SVGSVGElement>(element, 'qr-code');
  const image = new Image(480, 480);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', '480');
  copy.setAttribute('height', '480');
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(480, 480);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 480, 480);
  context.drawImage(image, 0, 0, 480, 480);
  return decodeQR(context.getImageData(0, 0, 480, 480));
}

describe('a link for the phone', () => {
  it('is offered on desktops, and shown as a code', async () => {
    const { element } = await arriveIn('guidance', URL_GIVEN);
    part(element, 'phone-button').click();
    expect(await scan(element)).to.equal(URL_GIVEN['handover-url']);
    expect(element.state).to.equal('guidance');
    expect(announced(element)).to.contain('Point your phone’s camera at this code');
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('is shown at once where this desktop has no camera', async () => {
    haveNoCamera();
    const { element, endpoint } = await arriveIn('guidance', URL_GIVEN);
    await startIntoWarning(element);
    expect(await scan(element)).to.equal(URL_GIVEN['handover-url']);
    expect(words(element)).to.contain('We can’t find a camera').and.to.contain('Continue anyway');
    expect(endpoint.posts).to.have.length(0);
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('is followed here: a verdict that is reached on the phone is told', async () => {
    const { element, endpoint } = await arriveIn('guidance', URL_GIVEN);
    const events = record(element);
    part(element, 'phone-button').click();
    endpoint.answerGet(says('PENDING'));
    await reach(element, 'reviewing');
    endpoint.answerGet(says('VERIFIED'));
    await reach(element, 'verified');
    expect(told(events)).to.deep.equal(['guidance>reviewing', 'reviewing>verified', 'kyc-verified']);
  });

  it('is no one-way street: the user goes on here after all', async () => {
    const { element } = await arriveIn('guidance', URL_GIVEN);
    part(element, 'phone-button').click();
    await element.updateComplete;
    part(element, 'back-button').click();
    await element.updateComplete;
    expect(has(element, 'qr-code')).to.be.false;
    await element.start();
    await reach(element, 'verifying');
  });

  it('is not offered on a phone', async () => {
    beOnPhone();
    const { element } = await arriveIn('guidance', URL_GIVEN);
    expect(has(element, 'phone-button')).to.be.false;
  });

  for (const [what, url] of [
    ['of another scheme', 'javascript:alert(1)'],
    ['with credentials', 'https://user:word@partner.example/'],
    ['that is Veriff’s', 'https://magic.veriff.me/v/secret'],
    ['that is none', 'https://'],
  ] as const) {
    it(`${what} is not used: the console says so once, and the rest works`, async () => {
      const { element } = await arriveIn('guidance', { 'handover-url': url });
      expect(has(element, 'phone-button')).to.be.false;
      element.requestUpdate();
      await settle();
      expect(warnings).to.deep.equal(['<kyc-verification> `handover-url` can’t be used: it must be an http(s) URL of yours, without credentials, that leads to this step.']);
      await element.start();
      await reach(element, 'verifying');
    });
  }

  it('whose code can’t be loaded can be copied, and is tried again', async () => {
    let fails = true;
    const { loadQrCode } = productionPorts;
    standIn(productionPorts, 'loadQrCode', () => (fails ? Promise.reject(new TypeError('no line')) : loadQrCode()));
    const { element } = await arriveIn('guidance', URL_GIVEN);
    part(element, 'phone-button').click();
    await settle();
    expect(words(element)).to.contain('We couldn’t show the code.');
    expect(part<HTMLInputElement>(element, 'link-field').value).to.equal(URL_GIVEN['handover-url']);
    fails = false;
    part(element, 'back-button').click();
    await settle();
    part(element, 'phone-button').click();
    expect(await scan(element)).to.equal(URL_GIVEN['handover-url']);
  });

  it('too long for a code can still be copied', async () => {
    const url = `https://partner.example/${'a'.repeat(4000)}`;
    const { element } = await arriveIn('guidance', { 'handover-url': url });
    part(element, 'phone-button').click();
    await settle();
    await eventually(() => words(element).includes('We couldn’t show the code.'), 'a line');
    expect(part<HTMLInputElement>(element, 'link-field').value).to.equal(url);
  });

  it('loads nothing until the code is shown', async () => {
    let loads = 0;
    const { loadQrCode } = productionPorts;
    standIn(productionPorts, 'loadQrCode', () => (loads++, loadQrCode()));
    const { element } = await arriveIn('guidance', URL_GIVEN);
    expect(loads).to.equal(0);
    part(element, 'phone-button').click();
    await scan(element);
    element.requestUpdate();
    await settle();
    expect(loads).to.equal(1);
    expect(tree(element).querySelectorAll('[part~="qr-code"]')).to.have.length(1);
  });
});
