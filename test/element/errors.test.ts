import { expect } from '@open-wc/testing';
import type { KycError, KycErrorCode, KycVerificationElement } from '../../src/index.js';
import { standIn } from '../helpers/element-cleanup.js';
import { json, refuses, scriptEndpoint, session, silent, unreachable, type Reply, type ScriptedEndpoint } from '../helpers/element-endpoint.js';
import { mount, place, record, told, warnings } from '../helpers/element-fixture.js';
import { part } from '../helpers/element-parts.js';
import { eventually, holdTime, settle, type HeldTime } from '../helpers/element-time.js';

const reply = (body: BodyInit | null, init: ResponseInit = {}): Reply => () => Promise.resolve(new Response(body, init));

interface Failure {
  readonly element: KycVerificationElement;
  readonly endpoint: ScriptedEndpoint;
  readonly error: KycError;
}

/** A start that fails, with time passing as it has to. */
async function failWith(post: Reply[], time: HeldTime = holdTime()): Promise<Failure> {
  const endpoint = scriptEndpoint({ post });
  const element = await mount();
  await time.advance(0);
  void element.start();
  await time.advance(60_000);
  expect(element.state).to.equal('failed');
  return { element, endpoint, error: element.error! };
}

describe('an exchange that is answered with', () => {
  const statuses: readonly (readonly [status: number, code: KycErrorCode, tries: number])[] = [
    [400, 'onboarding-invalid', 1],
    [401, 'unauthorized', 1],
    [403, 'unauthorized', 1],
    [404, 'onboarding-not-found', 1],
    [408, 'timeout', 1],
    [409, 'bad-response', 1],
    [418, 'bad-response', 1],
    [425, 'server', 1],
    [429, 'rate-limited', 1],
    [498, 'client-key', 1],
    [499, 'client-key', 1],
    [500, 'server', 3],
    [502, 'server', 3],
    [503, 'server', 3],
    [504, 'server', 3],
  ];
  for (const [status, code, tries] of statuses) {
    it(`${status} is ${code}, after ${tries === 1 ? 'one try' : 'three tries'}`, async () => {
      const { endpoint, error } = await failWith([refuses(status)]);
      expect(error).to.include({ code, phase: 'exchange', httpStatus: status });
      expect(endpoint.posts).to.have.length(tries);
    });
  }

  const useless: readonly (readonly [what: string, reply: Reply])[] = [
    ['204', reply(null, { status: 204 })],
    ['205', reply(null, { status: 205 })],
    ['a redirect', () => Promise.resolve(Response.error())],
    ['202', json({ sessionUrl: 'https://magic.veriff.me/v/1' }, 202)],
    ['a page of HTML', reply('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } })],
    ['nothing', reply('')],
    ['half of a JSON text', reply('{"sessionUrl":"https://magic')],
    ['an array', json(['https://magic.veriff.me/v/1'])],
    ['null', json(null)],
    ['no sessionUrl', json({ url: 'https://magic.veriff.me/v/1' })],
    ['a sessionUrl that is null', json({ sessionUrl: null })],
    ['a sessionUrl that is a number', json({ sessionUrl: 7 })],
    ['an empty sessionUrl', json({ sessionUrl: '' })],
    ['more than 64 KiB', json({ sessionUrl: 'https://magic.veriff.me/v/1', more: 'x'.repeat(66_000) })],
  ];
  for (const [what, answer] of useless) {
    it(`${what} is bad-response`, async () => {
      const { error } = await failWith([answer]);
      expect(error).to.include({ code: 'bad-response', phase: 'exchange' });
    });
  }

  const urls = ['javascript:alert(1)', 'data:text/html,x', '/v/1', 'https://magic.veriff.me.evil.example/v/1', 'https://user:word@magic.veriff.me/', 'http://magic.veriff.me/', 'https://magic.veriff.me\\@evil.example/', 'about:blank'];
  for (const sessionUrl of urls) {
    it(`the session URL ${sessionUrl} is session-url, and opens no frame`, async () => {
      const { element, error } = await failWith([json({ sessionUrl })]);
      expect(error).to.include({ code: 'session-url', action: 'fix-integration' });
      expect(document.querySelector('iframe[id="veriffFrame"]')).to.be.null;
      expect(element.shadowRoot?.innerHTML).not.to.contain(sessionUrl);
      await settle();
      expect(warnings.join()).not.to.contain(sessionUrl);
    });
  }
});

describe('an exchange that is not answered', () => {
  it('is network, after three tries', async () => {
    const { endpoint, error } = await failWith([unreachable]);
    expect(error).to.deep.include({ code: 'network', phase: 'exchange', retryable: true, action: 'retry', httpStatus: null });
    expect(endpoint.posts).to.have.length(3);
  });

  it('is offline where the browser is', async () => {
    standIn(navigator, 'onLine', false);
    const { error } = await failWith([unreachable]);
    expect(error.code).to.equal('offline');
  });

  it('is timeout, each try after 15 s', async () => {
    const time = holdTime();
    const endpoint = scriptEndpoint({ post: [silent] });
    const element = await mount();
    await time.advance(0);
    void element.start();
    await time.advance(14_999);
    expect(endpoint.posts[0]?.signal.aborted).to.be.false;
    await time.advance(1);
    expect(endpoint.posts[0]?.signal.aborted).to.be.true;
    await time.advance(40_000);
    expect(endpoint.posts).to.have.length(3);
    expect(element.error).to.include({ code: 'timeout', phase: 'exchange' });
  });

  it('twice, and then is, opens Veriff', async () => {
    const time = holdTime();
    const endpoint = scriptEndpoint({ post: [refuses(503), unreachable, session()] });
    const element = await mount();
    await time.advance(0);
    void element.start();
    await time.advance(5_000);
    await eventually(() => element.state === 'verifying', 'verifying');
    expect(endpoint.posts).to.have.length(3);
  });

  it('says after 10 s that it takes longer', async () => {
    const time = holdTime();
    scriptEndpoint({ post: [silent] });
    const element = await mount();
    await time.advance(0);
    void element.start();
    await time.advance(9_999);
    expect(part(element, 'base').innerText).not.to.contain('longer than usual');
    await time.advance(1);
    expect(part(element, 'base').innerText).to.contain('longer than usual');
  });
});

describe('failed', () => {
  it('says the state, then one error, and one hint on the console', async () => {
    const events = record(document);
    const { error } = await failWith([refuses(429, { 'retry-after': '30' })]);
    expect(told(events).slice(-2)).to.deep.equal(['requesting>failed', 'kyc-error']);
    expect(told(events).filter((name) => name === 'kyc-error')).to.have.length(1);
    expect(events.at(-1)?.detail).to.deep.include({ ...error });
    expect(Date.parse(error.retryAt ?? '') - Date.now()).to.be.within(-60_000, 30_000);
    await settle();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('429');
  });

  it('never repeats the endpoint’s own words', async () => {
    const { element } = await failWith([json({ message: 'Ada Lovelace <b>is unknown</b>' }, 400)]);
    expect(element.shadowRoot?.textContent).not.to.contain('Ada');
    await settle();
    expect(warnings.join()).not.to.contain('Ada');
  });

  it('shows the code for support', async () => {
    const { element } = await failWith([refuses(498)]);
    expect(part(element, 'error-code').textContent).to.equal('client-key');
  });

  it('is left by the button, which starts anew', async () => {
    const { element, endpoint } = await failWith([refuses(429)]);
    endpoint.answerPost(session());
    part(element, 'retry-button').click();
    await eventually(() => element.state === 'verifying', 'verifying');
  });
});

describe('what stands in the way of a start', () => {
  it('a taken frame id is frame-busy, before any exchange', async () => {
    const taken = document.createElement('div');
    taken.id = 'veriffFrame';
    place(taken);
    const { endpoint, error } = await failWith([session()]);
    expect(error).to.include({ code: 'frame-busy', phase: 'frame', action: 'wait' });
    expect(endpoint.posts).to.have.length(0);
  });

  it('a browser without AbortController is unsupported-browser, before any exchange', async () => {
    const time = holdTime();
    const endpoint = scriptEndpoint();
    const element = await mount();
    await time.advance(0);
    const { AbortController: real } = window;
    Reflect.deleteProperty(window, 'AbortController');
    await element.start();
    window.AbortController = real;
    expect(element.error).to.include({ code: 'unsupported-browser', phase: 'environment', action: 'change-browser' });
    expect(endpoint.posts).to.have.length(0);
  });

  it('a frame that never answers is frame-timeout after 35 s at most', async () => {
    const { element, error } = await failWith([session()]);
    expect(error).to.include({ code: 'frame-timeout', phase: 'frame', action: 'retry' });
    expect(document.querySelector('dialog')).to.be.null;
    expect(element.matches(':state(failed)')).to.be.true;
  });
});
