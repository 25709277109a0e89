import { expect } from '@open-wc/testing';
import { arriveIn } from '../helpers/element-arrivals.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { mount, mountIn, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { has, part, tree } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';

describe('parts', () => {
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
});
