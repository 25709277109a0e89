import { expect } from '@open-wc/testing';
import { huntCanaries } from '../../helpers/canary-hunt.js';
import { arrive } from '../../helpers/journey.js';

describe('journeys by webhooks, by plain reading and by the stream', function () {
  this.timeout(20_000);
  let hunt: Awaited<ReturnType<typeof huntCanaries>>;

  beforeEach(async () => {
    hunt = await huntCanaries();
  });
  afterEach(() => {
    hunt.end();
    expect(hunt.found()).to.deep.equal([]);
  });

  for (const provider of ['baanx', 'veriff'] as const) {
    it(`${provider} without webhooks: the endpoint reads, and the verdict comes`, async () => {
      const user = await arrive('approve', { provider, webhooks: false });
      await user.reaches('guidance');
      await user.press('start-button');
      await user.inFrame('submit');
      await user.reaches('verified');
      expect((await user.calls()).filter((call) => call.startsWith('webhook'))).to.deep.equal([]);
    });

    it(`${provider}, a signed-in user: verified`, async () => {
      const user = await arrive('approve', { provider, reverify: true });
      await user.reaches('guidance');
      await user.press('start-button');
      await user.inFrame('submit');
      await user.reaches('verified');
    });
  }

  it('the stream brings the verdict long before the next read', async () => {
    const user = await arrive('approve', { pollInterval: 60 });
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect(await user.calls()).to.include('stream 200');
    expect((await user.calls()).at(-1)).to.equal('webhook 200');
  });

  it('no call of the endpoint has been refused for its key, signature, form or number', async () => {
    const response = await fetch('/sandbox/refused');
    expect(await response.json()).to.deep.equal([]);
  });
});
