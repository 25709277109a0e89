/**
 * How far a verification has come by Baanx's words. Baanx names no session and no attempt: its last word counts, by its
 * own time where a webhook carries one.
 */
import type { VerificationState } from '../../../core/names.js';
import type { Fact, Grant, Standing } from '../provider.js';

export interface BaanxProgress {
  readonly last: { readonly state: VerificationState; readonly at: number; readonly source: Fact['source'] } | null;
}

export const NOTHING_SAID: BaanxProgress = { last: null };

/** Two clocks agree up to here, in milliseconds: a read is timed by ours, a webhook by Baanx's. */
const CLOCK_SKEW = 60_000;

/** Which word counts where two were said at the same time. */
const RANK: Readonly<Record<VerificationState, number>> = {
  UNVERIFIED: 0,
  PENDING: 1,
  EXPIRED: 2,
  RESUBMISSION_REQUESTED: 3,
  VERIFIED: 4,
  REJECTED: 5,
};

export function mergeWord(progress: BaanxProgress, fact: Fact): BaanxProgress {
  const { last } = progress;
  const word: Word = { state: fact.state, at: timeOf(fact), source: fact.source };
  if (last === null) return { last: word };
  // A read that repeats the last word says nothing; a webhook tells of a change, be it to the same word.
  if (word.source === 'read' && word.state === last.state) return progress;
  return supersedes(word, last) ? { last: word } : progress;
}

type Word = NonNullable<BaanxProgress['last']>;

/** A time that is yet to come is a wrong clock's, and must not stand until it has come. */
function timeOf({ saidAt, heardAt }: Fact): number {
  return Math.min(saidAt ?? heardAt, heardAt + CLOCK_SKEW);
}

function supersedes(word: Word, last: Word): boolean {
  if (word.source === 'webhook' && last.source === 'webhook') {
    return word.at === last.at ? RANK[word.state] > RANK[last.state] : word.at > last.at;
  }
  // Reads come one after the other, whatever our clock does meanwhile.
  if (word.source === last.source) return true;
  return word.source === 'webhook' ? tellsMore(word, last) : !tellsMore(last, word);
}

/**
 * Whether a webhook counts for more than a read. Every change is told by a webhook, so that a read which seems a little
 * later and says something else has most likely come before, by a clock that goes differently.
 */
function tellsMore(webhook: Word, read: Word): boolean {
  if (webhook.at > read.at) return true;
  if (read.at - webhook.at > CLOCK_SKEW) return false;
  return isVerdict(webhook) || RANK[webhook.state] >= RANK[read.state];
}

const isVerdict = ({ state }: Word): boolean => state !== 'UNVERIFIED' && state !== 'PENDING';

export function standingOfWord({ last }: BaanxProgress): Standing {
  // Baanx gives no reasons.
  return { state: last?.state ?? 'UNVERIFIED', reasons: [], since: last?.at ?? null };
}

/** Baanx ends a session with its verdict; one that fell before the session was made is an earlier one's. */
export function isOpenAfterWord({ last }: BaanxProgress, grant: Grant): boolean {
  return last === null || last.at < grant.createdAt || (last.state !== 'VERIFIED' && last.state !== 'REJECTED');
}
