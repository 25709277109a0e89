import { expect } from '@open-wc/testing';
import type { KycState } from '../../src/index.js';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { mount, mountIn, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { has, part, partNames, tree } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';

const GUIDANCE = [
  ...['header', 'title', 'description', 'guidance', 'document-list', 'document', 'document-icon', 'document-title'],
  ...['document-requirements', 'tips', 'timeline', 'timeline-step', 'actions', 'start-button'],
];
const STATUS = ['status', 'status-icon', 'status-title', 'status-text'];
const PARTS: Readonly<Record<KycState, readonly string[]>> = {
  idle: STATUS,
  checking: [...GUIDANCE, 'spinner'],
  guidance: GUIDANCE,
  requesting: [...GUIDANCE, 'spinner'],
  verifying: [...STATUS, 'spinner'],
  reviewing: [...STATUS, 'timeline', 'timeline-step', 'actions', 'check-button'],
  verified: STATUS,
  rejected: [...STATUS, 'reasons', 'actions', 'retry-button'],
  resubmission: [...STATUS, 'reasons', 'actions', 'retry-button'],
  expired: [...STATUS, 'actions', 'retry-button'],
  failed: [...STATUS, 'error', 'error-code', 'actions', 'retry-button'],
};
const ALL = new Set(['base', 'footer', 'reasons', 'error', 'error-code', 'continue-button', 'retry-button', 'check-button', 'link-button', 'spinner', ...GUIDANCE, ...STATUS]);
const EVERYWHERE = ['logo', 'footer'];
const SLOTS: Readonly<Record<KycState, readonly string[]>> = {
  idle: [],
  checking: ['title', 'description', 'guidance', 'consent'],
  guidance: ['title', 'description', 'guidance', 'consent'],
  requesting: ['title', 'description', 'guidance', 'consent'],
  verifying: [],
  reviewing: ['reviewing'],
  verified: ['verified'],
  rejected: ['rejected'],
  resubmission: ['resubmission'],
  expired: ['expired'],
  failed: ['failed'],
};
const SLOT_NAMES = [...new Set([...EVERYWHERE, ...Object.values(SLOTS).flat()])];

describe('parts', () => {
  for (const state of STATES) {
    it(`of ${state} are there, and none that is not named`, async () => {
      const names = partNames(await mount({ preview: state }));
      expect([...names]).to.include.members(['base', 'footer', ...PARTS[state]]);
      expect([...names].filter((name) => !ALL.has(name))).to.deep.equal([]);
    });
  }

  it('start-button is the first button in the tree, wherever it is', async () => {
    for (const state of ['checking', 'guidance', 'requesting'] as const) {
      const element = await mount({ preview: state });
      expect(tree(element).querySelector('button, [role="button"], input') === part(element, 'start-button')).to.be.true;
    }
  });

  it('tips are folded', async () => {
    const element = await mount({ preview: 'guidance' });
    expect(part<HTMLDetailsElement>(element, 'tips').open).to.be.false;
  });

  it('continue-button and check-button stand in guidance where a session was left unfinished', async () => {
    const { element } = await arriveIn('verifying');
    element.close();
    await reach(element, 'guidance');
    expect(has(element, 'continue-button')).to.be.true;
    expect(has(element, 'check-button')).to.be.true;
  });

  it('continue-button stands in reviewing on a fresh load', async () => {
    const { element } = await arriveIn('reviewing');
    expect(has(element, 'continue-button')).to.be.true;
  });

  it('link-button leads on from verified', async () => {
    const element = await mount({ preview: 'verified', 'continue-url': '/next?step=4' });
    expect(part<HTMLAnchorElement>(element, 'link-button').href).to.equal(`${location.origin}/next?step=4`);
  });

  it('link-button stands in reviewing only once kyc-pending has been said', async () => {
    const endpoint = scriptEndpoint({ get: [says('UNVERIFIED')] });
    const element = await mountIn('guidance', { 'continue-url': '/next', 'poll-interval': '1' });
    const frame = await openFrame(element);
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    expect(has(element, 'link-button')).to.be.false;
    endpoint.answerGet(says('PENDING'));
    await element.checkStatus();
    await element.updateComplete;
    await eventually(() => has(element, 'link-button'), 'the link');
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://user:word@example.com/', 'mailto:a@example.com']) {
    it(`link-button is not there for ${url}`, async () => {
      expect(has(await mount({ preview: 'verified', 'continue-url': url }), 'link-button')).to.be.false;
    });
  }

  it('can be styled by the page', async () => {
    const style = document.createElement('style');
    style.textContent = 'kyc-verification::part(start-button) { border-radius: 3px; } kyc-verification:state(guidance)::part(base) { order: 7; }';
    const element = await mount({ preview: 'guidance' });
    element.append(style);
    expect(getComputedStyle(part(element, 'start-button')).borderTopLeftRadius).to.equal('3px');
    expect(getComputedStyle(part(element, 'base')).order).to.equal('7');
  });
});

describe('slots', () => {
  for (const state of STATES) {
    it(`of ${state} show what stands in them, and no other does`, async () => {
      const element = await mount({ preview: state });
      for (const name of SLOT_NAMES) element.insertAdjacentHTML('beforeend', `<span slot="${name}">own ${name}</span>`);
      const visible = [...element.children].filter((child) => child.checkVisibility() && child.getClientRects().length > 0).map(({ slot }) => slot);
      expect(visible).to.have.members([...EVERYWHERE, ...SLOTS[state]]);
    });
  }

  it('guidance replaces documents and tips', async () => {
    const element = await mount({ preview: 'guidance' });
    element.innerHTML = '<p slot="guidance">Bring a pen.</p>';
    for (const list of tree(element).querySelectorAll('[part="document-list"]')) expect(list.checkVisibility()).to.be.false;
    expect(part(element, 'tips').checkVisibility()).to.be.false;
  });

  it('consent stands just above Start', async () => {
    const element = await mount({ preview: 'guidance' });
    element.innerHTML = '<label slot="consent"><input type="checkbox"> I agree</label>';
    expect(part(element, 'actions').previousElementSibling === element.firstElementChild?.assignedSlot).to.be.true;
  });

  it('that are empty take no room', async () => {
    const element = await mount({ preview: 'verified' });
    for (const slot of tree(element).querySelectorAll('slot')) expect(slot.getClientRects()).to.have.length(0);
  });
});
