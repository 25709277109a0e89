import type { Answer, Question, Reply } from './ask.js';
import type { Options } from './options.js';

/** `error` breaks the contract; `advice` is what a good endpoint does as well. */
export type Level = 'error' | 'advice';

/** What is tried: the endpoint, with an id made up for this run. */
export interface Subject {
  readonly options: Options;
  /** In the form of a real id, known to nobody. */
  readonly unknownId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What is wrong, as the end of "what came": plain words, nothing secret. */
export interface Fault {
  /** `null` for a fault that shows without asking. */
  readonly reply: Reply | null;
  readonly what: string;
}

/** It can't be told from the replies; the text says why. */
export interface Unclear {
  readonly unclear: string;
}

/** One thing that a good endpoint does. */
export interface Check {
  /** Stable name, for scripts. */
  readonly id: string;
  readonly level: Level;
  /** The fact, as it is of a good endpoint. */
  readonly title: string;
  /** The sentence of the contract that it comes from. */
  readonly rule: string;
  /** What to do, for somebody who knows little of back ends. */
  readonly mend: string;
  /** Checks that have to be passed for this one to tell anything. */
  readonly after?: readonly string[];
  /** Why it can't be tried with these options, or `null`. */
  readonly unless?: (options: Options) => string | null;
  /** That the connection is closed without an answer is a refusal like any other. */
  readonly closingRefuses?: true;
  /** Redirects and limits (429) are judged as well: elsewhere they say nothing of what was asked. */
  readonly judgesAll?: true;
  readonly ask: (subject: Subject) => readonly Question[];
  /**
   * @param replies to the questions, in their order; `null` for one that can't be judged
   * @param log everything that was asked so far, in order
   */
  readonly judge: (replies: readonly (Reply | null)[], subject: Subject, log: readonly Answer[]) => readonly Fault[] | Unclear;
}

/** A check of each reply by itself: `wrong` says what is wrong with it, or `null`. */
export function each(wrong: (reply: Reply, subject: Subject) => string | null): Check['judge'] {
  return (replies, subject) =>
    replies.flatMap((reply) => {
      const what = reply === null ? null : wrong(reply, subject);
      return what === null ? [] : [{ reply, what }];
    });
}

/** The endpoint may be asked for what only a known id or user is given. */
export const isKnown = ({ onboardingId, reverify }: Options): boolean => onboardingId !== null || reverify;

/** A session of the known id or user may be made. */
export const mayExchange = (options: Options): boolean => isKnown(options) && options.sessions;

export const needsKnown = (options: Options): string | null =>
  isKnown(options) ? null : 'it needs an id that the endpoint knows: give --onboarding-id, or --reverify with --header';

export const needsSession = (options: Options): string | null =>
  options.sessions ? needsKnown(options) : 'it would make a session, and --no-session forbids it';

export const needsOrigin = ({ origin }: Options): string | null =>
  origin === null ? 'it matters only for pages of another origin: give --origin' : null;
