import { expect, waitUntil } from '@open-wc/testing';
import { huntCanaries } from '../../helpers/canary-hunt.js';
import { arrive } from '../../helpers/journey.js';

describe('journeys to an outcome, with the real SDK and Veriff on another origin', function () {
  this.timeout(20_000);
  let hunt: Awaited<ReturnType<typeof huntCanaries>>;
  let bodyStyle: string | null;

  beforeEach(async () => {
    bodyStyle = document.body.getAttribute('style');
    hunt = await huntCanaries();
  });
  afterEach(() => {
    hunt.end();
    expect(hunt.found()).to.deep.equal([]);
    expect(document.querySelector('dialog.kyc-verification-dialog')).to.equal(null);
    expect(document.body.getAttribute('style')).to.equal(bodyStyle);
  });

  it('approve: documents, Veriff, review, verified', async () => {
    const user = await arrive('approve');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('reviewing');
    await user.reaches('verified');
    expect(user.events).to.deep.equal([
      '→ checking',
      '→ guidance',
      'start',
      '→ requesting',
      '→ verifying',
      'opened',
      'submitted',
      'pending',
      '→ reviewing',
      '→ verified',
      'verified',
    ]);
    expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.deep.equal(['POST 200']);
  });

  it('approve at once: the verdict closes Veriff while it is still open', async () => {
    const user = await arrive('approve-at-once');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect(user.events.filter((name) => name === 'verified')).to.have.length(1);
  });

  it('decline: a reason, and another try whose old verdict is no news', async () => {
    const user = await arrive('decline');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('rejected');
    expect(user.element.shadowRoot?.querySelector('[part="reasons"]')?.textContent).to.contain('selfie');
    await user.press('retry-button');
    await user.inFrame('submit');
    await user.reaches('reviewing');
    await user.reaches('rejected');
    expect(user.events.filter((name) => name === 'rejected')).to.have.length(2);
    expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.have.length(2);
    expect((await user.calls()).filter((call) => call.startsWith('webhook'))).to.deep.equal(Array(6).fill('webhook 200'));
  });

  it('decline and wait: no start before the time has come', async () => {
    const user = await arrive('decline-wait');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('rejected');
    await user.element.start();
    expect(user.element.state).to.equal('rejected');
    expect(user.element.shadowRoot?.querySelector('[part~="check-button"]')).not.to.equal(null);
  });

  it('ask again: the same session, then verified', async () => {
    const user = await arrive('resubmit');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('resubmission');
    await user.press('retry-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect(user.events.filter((name) => ['resubmission', 'verified'].includes(name))).to.deep.equal(['resubmission', 'verified']);
  });

  it('expire: Veriff closes, and a new session is begun', async () => {
    const user = await arrive('expire');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('begin');
    await user.reaches('expired');
    await user.press('retry-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.have.length(2);
  });

  for (const pending of ['on-submit', 'on-create'] as const) {
    it(`cancel and continue, where the server says PENDING ${pending}: one session`, async () => {
      const user = await arrive('approve', { pending });
      await user.reaches('guidance');
      await user.press('start-button');
      await user.inFrame('cancel');
      await user.reaches('guidance');
      await user.element.checkStatus();
      expect(user.element.state).to.equal('guidance');
      expect(user.events).to.include('canceled').and.not.to.include('pending');
      await user.press('continue-button');
      await user.inFrame('submit');
      await user.reaches('verified');
      expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.have.length(1);
    });
  }

  it('a user who finishes on the phone: the frame stays silent, the verdict closes it', async () => {
    const user = await arrive('approve');
    await user.reaches('guidance');
    await user.press('start-button');
    await waitUntil(() => user.events.includes('opened'), 'the frame opens', { timeout: 9000 });
    await user.decide('approve');
    await user.reaches('verified');
    expect(user.events).not.to.include('submitted');
  });

  it('re-verification: the endpoint knows the user, no id is sent', async () => {
    const user = await arrive('approve', { reverify: true });
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect(user.element.shadowRoot?.querySelector('[part~="start-button"]')).not.to.equal(null);
  });
});
