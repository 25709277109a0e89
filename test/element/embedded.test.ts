import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { axeFaults } from '../helpers/element-axe.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { checkUntil, closedTree, create, place, reach, record, told, type Attributes } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { has, hasFocus, part, words } from '../helpers/element-parts.js';
import { settle } from '../helpers/element-time.js';
import { useWindow } from '../helpers/element-viewing.js';
import { useMouse } from '../helpers/veriff-embedding.js';

const EMBEDDED: Attributes = { presentation: 'embedded' };

const container = (element: Element): HTMLElement | null => element.querySelector<HTMLElement>(':scope > .kyc-verification-frame');

async function open(attributes: Attributes = {}): Promise<Awaited<ReturnType<typeof arriveIn>> & { readonly frame: Awaited<ReturnType<typeof openFrame>> }> {
  await useWindow(1000, 900);
  useMouse();
  const arrived = await arriveIn('guidance', { ...EMBEDDED, ...attributes });
  return { ...arrived, frame: await openFrame(arrived.element) };
}

/** What the user sees at the middle of the frame. */
function isSeen(frame: HTMLElement): boolean {
  frame.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = frame.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === frame;
}

describe('presentation="embedded"', () => {
  it('shows Veriff within the element, where its words stood', async () => {
    const { element, frame } = await open();
    const place = container(element);
    expect(place?.contains(frame.node)).to.be.true;
    expect(place?.slot).to.equal('veriff');
    expect(document.querySelector('dialog')).to.be.null;
    expect(isSeen(frame.node)).to.be.true;
    expect(place?.getBoundingClientRect().width).to.equal(800);
    expect(part(element, 'status-title').getClientRects()).to.have.length(0);
    expect(part(element, 'base').getBoundingClientRect().height).to.be.at.least(680);
    expect(document.documentElement.scrollWidth).to.be.at.most(1000);
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('leaves the page as it was: it scrolls, and nothing of it is inert', async () => {
    const before = [document.body.getAttribute('style'), document.documentElement.getAttribute('style')];
    const button = place(document.createElement('button'));
    const { element } = await open();
    expect([document.body.getAttribute('style'), document.documentElement.getAttribute('style')]).to.deep.equal(before);
    button.focus();
    expect(hasFocus(button)).to.be.true;
    element.close();
    await reach(element, 'guidance');
    expect(container(element)).to.be.null;
  });

  it('tells the same events on the way to the verdict', async () => {
    const { element, endpoint, frame } = await open();
    const events = record(element);
    frame.say('SUBMITTED');
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    expect(container(element)).to.be.null;
    endpoint.answerGet(says('VERIFIED'));
    await checkUntil(element, 'verified');
    expect(told(events)).to.deep.equal(['kyc-submitted', 'verifying>reviewing', 'reviewing>verified', 'kyc-verified']);
  });

  it('gives the focus to the heading when it ends', async () => {
    const { element, frame } = await open();
    frame.node.focus();
    element.close();
    await reach(element, 'guidance');
    await settle();
    expect(hasFocus(part(element, 'title'))).to.be.true;
  });

  it('leaves the frame where it is when the page changes its mind meanwhile', async () => {
    const { element, frame } = await open();
    element.presentation = 'modal';
    await element.updateComplete;
    expect(isSeen(frame.node)).to.be.true;
    expect(container(element)?.getBoundingClientRect().width).to.equal(800);
    element.close();
    await reach(element, 'guidance');
    await openFrame(element);
    expect(document.querySelector('dialog.kyc-verification-dialog iframe')).not.to.be.null;
  });

  it('leaves users alone who are elsewhere in the page when the verdict comes', async () => {
    const { element, endpoint, frame } = await open();
    const elsewhere = place(document.createElement('button'));
    frame.say('SUBMITTED');
    frame.node.focus();
    elsewhere.focus();
    elsewhere.blur();
    endpoint.answerGet(says('VERIFIED'));
    await checkUntil(element, 'verified');
    await settle();
    expect(document.activeElement === document.body).to.be.true;
  });

  it('gives the focus to the heading when the verdict comes to those who are in the frame', async () => {
    const { element, endpoint, frame } = await open();
    frame.say('SUBMITTED');
    frame.node.focus();
    endpoint.answerGet(says('VERIFIED'));
    await checkUntil(element, 'verified');
    await settle();
    expect(hasFocus(part(element, 'status-title'))).to.be.true;
  });

  it('ends with a container that the page takes away, as if the user had closed it', async () => {
    const { element } = await open();
    const events = record(element);
    container(element)?.remove();
    await reach(element, 'guidance');
    expect(told(events)).to.deep.equal(['verifying>guidance', 'kyc-canceled']);
  });

  it('opens above the page where the screen is small', async () => {
    await useWindow(400, 800);
    const { element } = await arriveIn('guidance', EMBEDDED);
    await openFrame(element);
    expect(container(element)).to.be.null;
    expect(document.querySelector('dialog.kyc-verification-dialog iframe')).not.to.be.null;
    expect(words(element)).to.contain('Verification is open');
  });

  it('opens above the page where the SDK can’t find its place: in a shadow tree', async () => {
    await useWindow(1000, 900);
    useMouse();
    const endpoint = scriptEndpoint();
    const inner: KycVerificationElement = place(create(EMBEDDED), closedTree());
    await reach(inner, 'guidance');
    await openFrame(inner);
    expect(document.querySelector('dialog.kyc-verification-dialog iframe')).not.to.be.null;
    expect(endpoint.posts).to.have.length(1);
  });

  it('goes with its element', async () => {
    const { element } = await open();
    const node = container(element);
    element.remove();
    await settle();
    expect(node?.isConnected).to.be.false;
    onCleanup(() => element.remove());
    document.body.append(element);
    await reach(element, 'guidance');
    expect(container(element)).to.be.null;
    expect(has(element, 'start-button')).to.be.true;
    await openFrame(element);
  });
});
