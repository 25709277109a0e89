import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { KycState } from '../../src/index.js';
import { onCleanup, standIn } from '../helpers/element-cleanup.js';
import { scriptEndpoint, type Reply } from '../helpers/element-endpoint.js';
import { create, reach, record, warnings } from '../helpers/element-fixture.js';
import { eventually, settle } from '../helpers/element-time.js';
import { figure, sample } from '../helpers/proof.js';
import { GOOD_URL, anAnswer, type Answer } from './body-attacks.js';
import { misread, referenceReading, restOf, type Reading } from './body-reference.js';
import { CANARY, countEffects, pageText } from './effects.js';
import { NOW, QuickClient } from './quick-client.js';

/** More than five in six of them are hostile. */
const BODIES = sample(2_400, 60_000);
const HOSTILE = sample(2_000, 50_000);
const SHOWN = sample(60, 600);
/** No body may take so long to be read, in milliseconds: then nothing can hold the page up so long either. */
const FREEZE = 1_000;
/** What takes longer is read as often as this: the machine may have had other things to do. */
const TRIALS = 5;
/** No more than this is taken of a body, in bytes: what is read, and what the browser fetches ahead. */
const MOST_TAKEN = 512 * 1024;

/** A response as the browser would hand it over, and how much of it was taken. */
function responseTo({ status, headers, parts, times, breaks }: Answer): { readonly response: Response; readonly taken: () => number } {
  let taken = 0;
  if (status === 0) return { response: Response.error(), taken: () => 0 };
  if (parts === null) return { response: new Response(null, { status, headers }), taken: () => 0 };
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts[turn % parts.length];
      if (turn++ < parts.length * times && part !== undefined) {
        taken += part.length;
        controller.enqueue(part);
      } else if (breaks) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
  return { response: new Response(body, { status, headers }), taken: () => taken };
}

/** The median of some trials, in milliseconds. */
async function usualTime(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  while (times.length < TRIALS) {
    const began = performance.now();
    await run().catch(() => null);
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[Math.floor(TRIALS / 2)]!;
}

const describeAnswer = ({ kind, status, headers, parts, times }: Answer): string => {
  const text = parts === null ? 'no body' : new TextDecoder().decode(parts[0]).slice(0, 200);
  return `${kind}, ${status} ${JSON.stringify(headers)}: ${text} (${parts?.length ?? 0} × ${times})`;
};

/** Refused for what it is or how it comes, or taken for the part of it that is usable. */
const isHostile = ({ kind }: Answer, code: Reading['code']): boolean => code !== null || ['polluting', 'doubled', 'nested'].includes(kind);

describe('a hostile body', () => {
  const effects = countEffects();

  it('is read as the contract says, whatever it is', async function () {
    this.timeout(sample(120_000, 900_000));
    const client = new QuickClient();
    client.sessionHosts = '*.veriff.com *.veriff.me localhost:*';
    const seen = new Map<string, number>();
    let tried = 0;
    let hostile = 0;
    const property = fc.asyncProperty(anAnswer, fc.constantFrom('GET', 'POST'), async (answer, method) => {
      const note = (holds: boolean, what: string): void => effects.unless(holds, `${what}; ${method} ${describeAnswer(answer)}`);
      let taken = (): number => 0;
      client.respond = () => {
        const made = responseTo(answer);
        taken = made.taken;
        return made.response;
      };
      const { code, body } = await referenceReading(answer, method);
      const read = (): ReturnType<QuickClient['read'] | QuickClient['exchange']> => (method === 'GET' ? client.read() : client.exchange());
      const began = performance.now();
      const outcome = await read().catch(() => null);
      if (performance.now() - began >= FREEZE) note((await usualTime(read)) < FREEZE, 'takes too long');
      note(taken() <= MOST_TAKEN, `${taken()} bytes are taken`);
      note(client.timers === 0, 'a timer is left');
      tried++;
      if (isHostile(answer, code)) hostile++;
      if (outcome === null) return note(false, 'throws');
      seen.set(outcome.ok ? 'ok' : outcome.error.code, (seen.get(outcome.ok ? 'ok' : outcome.error.code) ?? 0) + 1);
      note((outcome.ok ? null : outcome.error.code) === code, `${outcome.ok ? 'taken' : outcome.error.code}, not ${code ?? 'taken'}`);
      if (outcome.ok && 'url' in outcome.value) note(outcome.value.url === GOOD_URL && outcome.value.origin === location.origin, 'another URL');
      else note(!JSON.stringify(outcome).includes(CANARY), 'tells a secret');
      if (outcome.ok && 'verificationState' in outcome.value) note(misread(body, outcome.value).length === 0, `misread: ${misread(body, outcome.value).join()}`);
      if (!outcome.ok) noteRefusal(answer, code, outcome, note);
      noteTries(client, method === 'POST', answer, code, note);
    });
    await fc.assert(property, { numRuns: BODIES });
    await figure('hostile bodies', hostile);
    expect(hostile, 'bodies that are hostile').to.be.at.least(HOSTILE);
    expect([...seen.keys()]).to.include.members(['ok', 'bad-response', 'session-url', 'server', 'network']);
    expect(seen.get('ok'), 'bodies that are taken').to.be.within(tried / 20, tried / 2);
  });

  function noteRefusal(answer: Answer, code: Reading['code'], { error, retryAfter }: { error: { httpStatus: number | null; retryAt: string | null }; retryAfter: number | null }, note: (holds: boolean, what: string) => void): void {
    const answered = answer.status !== 0 && code !== 'network';
    note(error.httpStatus === (answered ? answer.status : null), `HTTP status ${error.httpStatus}`);
    const read = answer.status === 200 || answer.status === 201;
    const rest = read && error.retryAt === null ? null : restOf(answer);
    note(retryAfter === rest && error.retryAt === (rest === null ? null : new Date(NOW + rest).toISOString()), `rest of ${retryAfter}, ${error.retryAt}`);
  }

  function noteTries({ calls, rests }: QuickClient, isExchange: boolean, answer: Answer, code: Reading['code'], note: (holds: boolean, what: string) => void): void {
    const repeats = isExchange && (code === 'network' || (code === 'server' && answer.status >= 500));
    const rest = code === 'network' ? 0 : (restOf(answer) ?? 0);
    note(calls <= (repeats ? 3 : 1) && (calls === 3 || !repeats || rest > 0), `${calls} requests`);
    note(rests.every((one) => one >= rest && one <= Math.max(rest, 4_000)), `rests of ${rests.join()}`);
  }

  const STATE: Readonly<Record<string, KycState>> = { PENDING: 'reviewing', VERIFIED: 'verified', REJECTED: 'rejected', RESUBMISSION_REQUESTED: 'resubmission', EXPIRED: 'expired' };
  const FINAL: readonly unknown[] = ['onboarding-invalid', 'onboarding-not-found', 'unauthorized', 'client-key'];

  /** What a first read leads to. */
  async function stateAfter(answer: Answer): Promise<KycState> {
    const { code, body } = await referenceReading(answer, 'GET');
    if (code !== null) return FINAL.includes(code) ? 'failed' : 'guidance';
    const word = Object.hasOwn(body, 'verificationState') ? body['verificationState'] : undefined;
    return typeof word === 'string' && Object.hasOwn(STATE, word) ? STATE[word]! : 'guidance';
  }

  it('leads the element where the contract says, and shows nothing of itself', async function () {
    this.timeout(sample(120_000, 900_000));
    // Gaps between tries have no length.
    standIn(Math, 'random', () => 0);
    const endpoint = scriptEndpoint();
    const events = record(document);
    const reply = (answer: Answer): Reply => () => Promise.resolve(responseTo(answer).response);
    // A short rest that the endpoint asks for would be waited for.
    const inNoTime = anAnswer.filter((answer) => [0, null, 300_000, 60_000].includes(restOf(answer)));
    const reached = new Set<string>();
    const property = fc.asyncProperty(inNoTime, inNoTime, async (toRead, toExchange) => {
      const note = (holds: boolean, what: string): void => effects.unless(holds, `${what}; read ${describeAnswer(toRead)}; exchange ${describeAnswer(toExchange)}`);
      events.length = 0;
      endpoint.answerGet(reply(toRead));
      endpoint.answerPost(reply(toExchange));
      const element = create();
      document.body.append(element);
      onCleanup(() => element.remove());
      await element.updateComplete;
      await eventually(() => element.state !== 'checking', 'the first read');
      await element.updateComplete;
      reached.add(element.state);
      const standing = (): KycState => element.state;
      note(standing() === (await stateAfter(toRead)), `stands at ${standing()}`);
      if (standing() === 'guidance') {
        const { code } = await referenceReading(toExchange, 'POST');
        await element.start();
        note(standing() === (code === null ? 'verifying' : 'failed') && (element.error?.code ?? null) === code, `then at ${standing()}, ${element.error?.code}`);
        reached.add(element.state);
        if (code === null) await reach(element, 'verifying');
      }
      const told = JSON.stringify([warnings, events.map(({ detail }) => detail)]);
      note(!told.includes(CANARY), 'an event or a warning tells a secret');
      note(!pageText().includes(CANARY), 'the page shows a secret');
      note(!pageText().includes('onerror'), 'the page shows markup');
      element.remove();
      await settle();
      note(document.querySelector('dialog') === null, 'a dialog is left');
    });
    await fc.assert(property, { numRuns: SHOWN });
    expect([...reached]).to.include.members(['guidance', 'failed']);
    expect(reached.size, 'states').to.be.at.least(4);
  });
});
