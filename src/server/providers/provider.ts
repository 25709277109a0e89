/**
 * What the exchange needs of a vendor. A provider knows the vendor's calls, signatures and words; it owns no state, no
 * store and no timer. How far a verification has come is its own plain data, which it alone reads.
 */
import type { VerificationState } from '../../core/names.js';
import type { CallResult, Upstream } from '../upstream.js';

/** What was asked for, before anybody has said whether it may be. */
export interface Asked {
  /** Empty with `reverify`. */
  readonly onboardingId: string;
  readonly reverify: boolean;
}

/** Whom a request is about, once the partner has said that it may be asked. */
export interface Subject extends Asked {
  /** The onboarding id, or with `reverify` the user's: what the vendor is told, and what its webhooks name. */
  readonly id: string;
  /** Names the record in this process. */
  readonly key: string;
  /** The user's access token at the vendor; only with `reverify`. */
  readonly bearer: string | null;
  /** Which of the vendor's environments serves this request. */
  readonly environment: string;
}

/** One thing that the vendor said of a verification. */
export interface Fact {
  /** The vendor's session, or empty where it names none. */
  readonly session: string;
  /** The user's attempt within the session, or empty. */
  readonly attempt: string;
  readonly step: 'started' | 'submitted' | 'decided' | 'state';
  readonly state: VerificationState;
  readonly reasons: readonly string[];
  /** Milliseconds since the epoch by the vendor's clock; `null` where it did not say. */
  readonly saidAt: number | null;
  /** When it was read or received, by ours. */
  readonly heardAt: number;
  readonly source: 'read' | 'webhook';
}

/** Where a verification stands. */
export interface Standing {
  readonly state: VerificationState;
  readonly reasons: readonly string[];
  /** Since when, in milliseconds since the epoch; `null` where nothing has been said yet. */
  readonly since: number | null;
}

/** A session that the vendor has made. Its URL is a secret. */
export interface NewSession {
  readonly url: string;
  /** The vendor's own id of it, where it says one. */
  readonly sessionId: string;
}

/** What is remembered of a session that was handed out. */
export interface Grant {
  readonly sessionId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** How sessions may be asked for. Times in milliseconds. */
export interface SessionRules {
  readonly lifetime: number;
  /** The URL opens more than once, so that it can be handed out again, and a call for it be repeated. */
  readonly reusable: boolean;
  readonly perDay: number;
  /** Sessions without a verdict at a time. */
  readonly active: number;
  readonly waitAfterRejection: number;
}

export interface WebhookClaim {
  readonly signature: string;
  /** What is signed before the body, and when that was by the vendor's clock; empty and 0 where a vendor signs no time. */
  readonly prefix: string;
  readonly sentAt: number;
}

export type WebhookReading =
  /** Not signed as the vendor signs. */
  | { readonly kind: 'forged' }
  /** Genuine, and of no use here. */
  | { readonly kind: 'unknown' }
  /** `ids`: the names under which the vendor may mean somebody. `fact` is `null` where it only says that something changed. */
  | { readonly kind: 'news'; readonly ids: readonly string[]; readonly fact: Fact | null };

/** @typeParam P how far a verification has come: plain JSON */
export interface Provider<P = unknown> {
  readonly name: string;
  /** Whether a signed-in user is asked for by an access token. */
  readonly needsBearer: boolean;
  /** For the upstream calls of this request. */
  environmentOf(request: Request, asked: Asked): string;
  sessionRules(reverify: boolean): SessionRules;
  createSession(subject: Subject, upstream: Upstream): Promise<CallResult<NewSession>>;
  /** `null`: nothing known was said. */
  readStatus(subject: Subject, progress: P, upstream: Upstream): Promise<CallResult<{ fact: Fact | null; alias: string | null }>>;
  /** What the headers of a webhook claim; `null` where it can't be one, so that its body need not be read. */
  claimOf(headers: Headers): WebhookClaim | null;
  readWebhook(claim: WebhookClaim, body: Uint8Array, now: number): Promise<WebhookReading>;
  readonly initial: P;
  /** Commutative and idempotent for facts of webhooks: any order and any repetition ends in the same progress. */
  merge(progress: P, fact: Fact): P;
  /** A session was handed out. */
  began(progress: P, grant: Grant): P;
  standingOf(progress: P): Standing;
  /** Whether the session of that grant can still be gone on with. */
  isOpen(progress: P, grant: Grant): boolean;
}
