/** Baanx's two ways to a session and to a status: by onboarding id, or by the user's bearer. */
import { VERIFICATION_STATES, type VerificationState } from '../../../core/names.js';
import { own } from '../../../core/contract.js';
import { isHexDigest, Signer } from '../../signature.js';
import { failureOf, type Call } from '../../upstream.js';
import { checkedBaseUrl, checkedHeaderValue } from '../option-checks.js';
import { parseEvent } from '../webhook-body.js';
import type { Asked, Fact, Provider, SessionRules, Subject, WebhookReading } from '../provider.js';
import { isOpenAfterWord, mergeWord, NOTHING_SAID, standingOfWord, type BaanxProgress } from './progress.js';

export interface BaanxOptions {
  /** `https://dev.api.baanx.com`, `https://api.baanx.com`, or your own front before it. */
  readonly baseUrl: string;
  /** Your public client key, sent as `x-client-key`. */
  readonly clientKey: string;
  /** Whether the user belongs to the US environment. Default: no. */
  readonly usEnv?: boolean | ((request: Request, asked: Asked) => boolean);
  /** The API key that Baanx signs its webhooks with. Without it no webhook is taken. */
  readonly apiKey?: string;
}

const DAY = 24 * 3_600_000;
const REGISTRATION: SessionRules = {
  lifetime: 7 * DAY,
  reusable: true,
  perDay: Infinity,
  active: Infinity,
  waitAfterRejection: 0,
};
/** The pause of an hour after three failures lies within the wait after each of them. */
const USER: SessionRules = { lifetime: DAY, reusable: false, perDay: 10, active: 3, waitAfterRejection: DAY };

/** Statuses that say something about the id, the user or the key. */
const PASSED = [400, 401, 403, 404, 429, 498, 499];
/** Retries of a webhook come within days; what is older is no retry. */
const OLDEST_WEBHOOK = 8 * DAY;

export function baanx(options: BaanxOptions): Provider<BaanxProgress> {
  const baseUrl = checkedBaseUrl('baanx', options.baseUrl);
  const clientKey = checkedHeaderValue('baanx', 'clientKey', options.clientKey);
  const { usEnv = false, apiKey } = options;
  const signer = apiKey === undefined ? null : new Signer(checkedHeaderValue('baanx', 'apiKey', apiKey));

  /** A registration knows no bearer: an `authorization` header must not be sent there. */
  const headersFor = ({ reverify, bearer, environment }: Subject): Record<string, string> => ({
    accept: 'application/json',
    'x-client-key': clientKey,
    'x-us-env': environment,
    ...(reverify ? { authorization: `Bearer ${bearer ?? ''}` } : {}),
  });

  const sessionCall = (subject: Subject): Call => {
    const headers = headersFor(subject);
    if (subject.reverify) {
      return { name: 'user-verification', method: 'GET', url: `${baseUrl}/v1/user/verification`, headers, repeatable: false };
    }
    return {
      name: 'register-verification',
      method: 'POST',
      url: `${baseUrl}/v1/auth/register/verification`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ onboardingId: subject.onboardingId }),
      repeatable: true,
    };
  };

  const statusCall = (subject: Subject): Call => ({
    name: subject.reverify ? 'user' : 'register',
    method: 'GET',
    url: `${baseUrl}/v1/${subject.reverify ? 'user' : `auth/register?onboardingId=${encodeURIComponent(subject.onboardingId)}`}`,
    headers: headersFor(subject),
    repeatable: true,
  });

  return {
    name: 'baanx',
    needsBearer: true,
    environmentOf: (request, asked) => String(typeof usEnv === 'function' ? usEnv(request, asked) === true : usEnv),
    sessionRules: (reverify) => (reverify ? USER : REGISTRATION),

    async createSession(subject, upstream) {
      const answer = await upstream(sessionCall(subject));
      const url = answer?.status === 200 || answer?.status === 201 ? own(answer.body, 'sessionUrl') : undefined;
      return typeof url === 'string' ? { ok: true, value: { url, sessionId: '' } } : failureOf(answer, PASSED);
    },

    async readStatus(subject, _progress, upstream) {
      const heardAt = Date.now();
      const answer = await upstream(statusCall(subject));
      if (answer?.status !== 200 || typeof answer.body !== 'object') return failureOf(answer, PASSED);
      const state = stateOf(own(answer.body, 'verificationState'));
      const id = own(answer.body, 'id');
      const fact = state === null ? null : factOf(state, null, heardAt, 'read');
      return { ok: true, value: { fact, alias: typeof id === 'string' && id !== subject.id ? id : null } };
    },

    claimOf(headers) {
      const signature = headers.get('x-signature');
      const timestamp = headers.get('x-timestamp') ?? '';
      // Unix seconds.
      if (signer === null || !isHexDigest(signature) || !/^\d{1,11}$/.test(timestamp)) return null;
      return { signature, prefix: `${timestamp}.`, sentAt: Number(timestamp) * 1000 };
    },

    async readWebhook({ signature, prefix, sentAt }, body, now) {
      const isGenuine = (await signer?.verify(signature, prefix, body)) === true;
      return isGenuine && Math.abs(now - sentAt) <= OLDEST_WEBHOOK ? readEvent(parseEvent(body), sentAt, now) : { kind: 'forged' };
    },

    initial: NOTHING_SAID,
    merge: mergeWord,
    began: (progress) => progress,
    standingOf: standingOfWord,
    isOpen: isOpenAfterWord,
  };
}

/** `kyc.status.changed`. Where it does not say the new state, it says at least that there is one to be read. */
function readEvent(event: unknown, sentAt: number, now: number): WebhookReading {
  if (own(event, 'event_type') !== 'kyc.status.changed') return { kind: 'unknown' };
  const named = ['event_object_id', 'user_id', 'user_external_id'].map((key) => own(event, key));
  const ids = [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))];
  const state =
    stateOf(own(event, 'event_object_status')) ??
    stateOf(own(own(event, 'event_object'), 'verificationState')) ??
    stateOf(own(own(event, 'event_object_changes'), 'verificationState'));
  const occurred = own(event, 'occurred_at');
  const saidAt = typeof occurred === 'string' ? Date.parse(occurred) : NaN;
  const fact = state === null ? null : factOf(state, Number.isNaN(saidAt) ? sentAt : saidAt, now, 'webhook');
  return ids.length === 0 ? { kind: 'unknown' } : { kind: 'news', ids, fact };
}

function stateOf(word: unknown): VerificationState | null {
  return VERIFICATION_STATES.find((known) => known === word) ?? null;
}

function factOf(state: VerificationState, saidAt: number | null, heardAt: number, source: Fact['source']): Fact {
  return { session: '', attempt: '', step: 'state', state, reasons: [], saidAt, heardAt, source };
}
