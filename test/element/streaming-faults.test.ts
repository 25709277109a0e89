import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { refuses, says, silent, unreachable, type Reply } from '../helpers/element-endpoint.js';
import { mount, reach, record, told } from '../helpers/element-fixture.js';
import { countListeners } from '../helpers/element-leaks.js';
import { ended, mountFollowing, mountStreaming, scriptStream } from '../helpers/element-stream.js';
import { eventually, holdTime, settle } from '../helpers/element-time.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('a stream that says nothing usable', () => {
  const hostile: Readonly<Record<string, string>> = {
    HTML: '<!doctype html><script>alert(1)</script>',
    'an array': '[{"verificationState":"VERIFIED"}]',
    text: '"VERIFIED"',
    'a prototype': '{"__proto__":{"verificationState":"VERIFIED"}}',
    'an unknown word': '{"verificationState":"verified","message":"<b>x</b>"}',
    nothing: '',
    'half an object': '{"verificationState":"VERIFIED"',
    '1 MB': `{"verificationState":"VERIFIED","padding":"${'x'.repeat(1_000_000)}"}`,
  };
  for (const [title, data] of Object.entries(hostile)) {
    it(`but ${title} changes nothing`, async () => {
      const { element, endpoint } = await mountStreaming();
      const events = record(element);
      endpoint.stream.event(data);
      await settle();
      expect(told(events)).to.deep.equal([]);
      expect([element.state, element.error]).to.deep.equal(['reviewing', null]);
    });
  }

  it('but another event’s name changes nothing', async () => {
    const { element, endpoint } = await mountStreaming();
    endpoint.stream.text('event: verdict\ndata: {"verificationState":"VERIFIED"}\n\n');
    await settle();
    expect(element.state).to.equal('reviewing');
  });

  const useless: readonly (readonly [what: string, tries: number, reply: Reply])[] = [
    ['JSON in its place', 1, says('PENDING', { stream: true })],
    ['a refusal', 2, refuses(406)],
    ['no answer', 2, unreachable],
    ['a redirect', 2, () => Promise.resolve(Response.error())],
    ['silence', 2, silent],
  ];
  for (const [what, tries, reply] of useless) {
    it(`but ${what} is tried ${tries === 1 ? 'once' : 'twice'}, and reading goes on`, async () => {
      const time = holdTime();
      const endpoint = scriptStream();
      endpoint.answerStream(reply);
      const element = await mount();
      const events = record(element);
      await settle();
      await eventually(() => endpoint.openings.length === 1, 'a stream');
      for (let turn = 0; turn < 20; turn++) {
        await time.advance(30 * SECOND);
        await settle();
      }
      expect(endpoint.openings).to.have.length(tries);
      expect(endpoint.reads.length).to.be.above(20);
      expect(element.state).to.equal('reviewing');
      expect(told(events).filter((name) => name === 'kyc-error')).to.deep.equal([]);
    });
  }
});

describe('a stream that is left', () => {
  const ways: Readonly<Record<string, (element: KycVerificationElement) => void>> = {
    'when the element is removed': (element) => element.remove(),
    'for another id': (element) => element.setAttribute('onboarding-id', 'US_2'),
    'for no endpoint': (element) => element.removeAttribute('endpoint'),
    'for a preview': (element) => element.setAttribute('preview', 'guidance'),
  };
  for (const [title, leave] of Object.entries(ways)) {
    it(`${title} is closed, and what it still says is not heard`, async () => {
      const { element, endpoint, time } = await mountFollowing();
      const { stream } = endpoint;
      endpoint.answerRead(says('UNVERIFIED'));
      leave(element);
      await time.advance(0);
      const { state } = element;
      stream.says('VERIFIED');
      await settle();
      expect([stream.isAborted, stream.isClosed]).to.deep.equal([true, true]);
      expect(state).not.to.equal('verified');
      expect(element.state).to.equal(state);
    });
  }

  it('with its element leaves no timer, listener or request behind', async () => {
    const listeners = countListeners();
    const { element, endpoint, time } = await mountFollowing();
    element.remove();
    await time.advance(0);
    expect([time.pending, listeners.left.length, ended(endpoint)]).to.deep.equal([0, 0, true]);
    await time.advance(HOUR);
    expect(endpoint.openings).to.have.length(1);
  });

  it('by a move in the document is kept', async () => {
    const { element, endpoint } = await mountFollowing();
    const place = document.createElement('div');
    document.body.append(place);
    onCleanup(() => place.remove());
    place.append(element);
    await settle();
    expect(ended(endpoint)).to.be.false;
    endpoint.stream.says('VERIFIED');
    await reach(element, 'verified');
  });
});
