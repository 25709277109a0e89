import type { EnvironmentWarning } from '../../src/core/environment.js';
import type { KycErrorCode, StallReason } from '../../src/index.js';
import { formatTime } from '../../src/element/views/controls.js';
import type { Messages } from '../../src/localization/messages.js';

/** What is to be heard once: a sentence, and the heading that may be told with it, or by the focus. */
export interface Phrase {
  readonly title?: string;
  readonly text: string;
}

export interface Phrases {
  readonly busy: Phrase;
  readonly slow: Phrase;
  readonly slowFrame: Phrase;
  readonly unfinished: Phrase;
  readonly fresh: Phrase;
  readonly unchanged: Phrase;
  readonly unread: Phrase;
  /** In review, before the server has said that it is: whether the user may go on is not known. */
  readonly arrived: Phrase;
  readonly mayContinue: Phrase;
  /** The code for the phone. */
  readonly phone: Phrase;
  /** That there is no code after all. */
  readonly notLoaded: Phrase;
  readonly copied: Phrase;
  readonly notCopied: Phrase;
  /** The browser leaves for Veriff's page. */
  readonly leaving: Phrase;
  warning(name: EnvironmentWarning): Phrase;
  /** With the code for the phone below. */
  warningWithCode(name: EnvironmentWarning): Phrase;
  /** Rejected, and a retry is held back until then. */
  held(retryAt: string): Phrase;
  state(name: keyof Messages['texts']): Phrase;
  error(code: KycErrorCode): Phrase;
  stall(reason: StallReason): Phrase;
}

export function phrasesOf({ busy, slow, frame, leftOpen, review, notices, titles, texts, errors, outcomes, warnings, ways, lang }: Messages): Phrases {
  const steps: Partial<Record<keyof Messages['texts'], string>> = { reviewing: review.mayContinue, rejected: outcomes.rejectedNext };
  return {
    busy: { text: busy },
    slow: { text: slow },
    slowFrame: { text: `${frame.opening} ${frame.slow}` },
    unfinished: leftOpen.unfinished,
    fresh: { title: review.freshTitle, text: review.freshText },
    unchanged: { text: notices['check-unchanged'] },
    unread: { text: notices['check-failed'] },
    mayContinue: { text: review.mayContinue },
    arrived: { title: titles.reviewing, text: texts.reviewing },
    phone: ways.phone,
    notLoaded: { text: notices['not-loaded'] },
    copied: { text: notices.copied },
    notCopied: { text: notices['copy-failed'] },
    leaving: ways.leaving,
    warning: (name) => warnings[name],
    warningWithCode: (name) => ({ title: warnings[name].title, text: `${warnings[name].text} ${ways.phone.text}` }),
    held: (retryAt) => ({ title: titles.rejected, text: `${texts.rejected} ${outcomes.retryAt(formatTime(new Date(retryAt), lang))}` }),
    state: (name) => ({ title: titles[name], text: [texts[name], steps[name]].filter(Boolean).join(' ') }),
    error: (code) => errors[code],
    stall: (reason) => review.stalled[reason],
  };
}

/** What was said, without the headings that were to be told with it: they may be told by the focus instead. */
export function withoutTitles(said: readonly string[], expected: readonly Phrase[]): string[] {
  return said.map((words, index) => {
    const title = expected[index]?.title;
    return title !== undefined && words.startsWith(`${title}. `) ? words.slice(title.length + 2) : words;
  });
}
