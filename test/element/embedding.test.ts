import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { closedTree, create, mount, mountIn, place, reach, record, told } from '../helpers/element-fixture.js';
import { frameOf, openFrame } from '../helpers/element-frame.js';
import { tree } from '../helpers/element-parts.js';
import { settle } from '../helpers/element-time.js';

describe('two elements on a page', () => {
  it('follow each its own id', async () => {
    const endpoint = scriptEndpoint({ get: [(call) => says(call.url.searchParams.get('onboardingId') === 'US_a' ? 'VERIFIED' : 'REJECTED')(call)] });
    await mountIn('verified', { 'onboarding-id': 'US_a' });
    await mountIn('rejected', { 'onboarding-id': 'US_b' });
    expect(endpoint.gets).to.have.length(2);
  });

  it('open Veriff one at a time: the other is refused before its exchange', async () => {
    const { element, endpoint } = await arriveIn('verifying');
    const other = await mountIn('guidance', { 'onboarding-id': 'US_2' });
    await other.start();
    expect(other.error?.code).to.equal('frame-busy');
    expect(endpoint.posts).to.have.length(1);
    expect(element.state).to.equal('verifying');
    element.close();
    await openFrame(other);
    expect(endpoint.posts).to.have.length(2);
  });

  it('each say their own events', async () => {
    const { element } = await arriveIn('guidance');
    const other = await mountIn('guidance', { 'onboarding-id': 'US_2' });
    const [events, others] = [record(element), record(other)];
    (await openFrame(other)).say('FINISHED');
    await reach(other, 'reviewing');
    expect(told(events)).to.deep.equal([]);
    expect(others.every(({ detail }) => detail.onboardingId === 'US_2')).to.be.true;
  });
});

describe('inside a closed shadow tree', () => {
  it('the whole flow works', async () => {
    const endpoint = scriptEndpoint();
    const element = place(create(), closedTree());
    await reach(element, 'guidance');
    const frame = await openFrame(element);
    expect(frame.node.closest('dialog')?.parentElement === document.body).to.be.true;
    endpoint.answerGet(says('VERIFIED'));
    frame.say('FINISHED');
    await reach(element, 'verified');
  });
});

describe('inside a form', () => {
  for (const state of STATES) {
    it(`no button of ${state} submits it`, async () => {
      const form = place(document.createElement('form'));
      let submits = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submits++;
      });
      const element = place(create({ preview: state, 'continue-url': '#next' }), form);
      await element.updateComplete;
      for (const button of tree(element).querySelectorAll('button')) {
        button.click();
        button.focus();
        await sendKeys({ press: 'Enter' });
      }
      await settle();
      expect(submits).to.equal(0);
    });
  }

  it('nothing of it is sent with the form', async () => {
    const form = place(document.createElement('form'));
    const element = place(create({ preview: 'guidance' }), form);
    await element.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([]);
  });
});

describe('inside the page’s own open dialog', () => {
  it('Veriff opens above it, and the dialog is still open afterwards', async () => {
    scriptEndpoint();
    const dialog = place(document.createElement('dialog'));
    dialog.showModal();
    const element = place(create(), dialog);
    await reach(element, 'guidance');
    const { node, say } = await openFrame(element);
    const { left, top, width, height } = node.getBoundingClientRect();
    expect(document.elementFromPoint(left + width / 2, top + height / 2) === node).to.be.true;
    say('CANCELED');
    await reach(element, 'guidance');
    expect(dialog.open).to.be.true;
  });
});

describe('on a page with ways of its own', () => {
  it('a transformed body does not move Veriff', async () => {
    document.body.style.transform = 'translate(50px, 50px) scale(0.5)';
    try {
      scriptEndpoint();
      const element = await mountIn('guidance');
      void element.start();
      const { node } = await frameOf(element);
      expect(node.getBoundingClientRect().width).to.equal(window.innerWidth);
    } finally {
      document.body.removeAttribute('style');
    }
  });

  it('a copy of the element is an element of its own', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const copy = place(element.cloneNode(true)) as typeof element;
    await reach(copy, 'guidance');
    expect(endpoint.gets).to.have.length(2);
  });

  it('in a template it does nothing until it is taken out', async () => {
    const endpoint = scriptEndpoint();
    const template = place(document.createElement('template'));
    template.innerHTML = '<kyc-verification onboarding-id="US_1" endpoint="/kyc-test"></kyc-verification>';
    await settle();
    expect(endpoint.calls).to.have.length(0);
    place(document.importNode(template.content, true).firstElementChild!);
    await settle();
    expect(endpoint.calls).to.have.length(1);
  });

  it('its shadow tree can’t be reached by an id of the page', async () => {
    const element = await mount({ preview: 'guidance' });
    expect([...tree(element).querySelectorAll('[id]')]).to.have.length(0);
  });
});
