import type { Flow } from '../../core/flow.js';
import type { Messages } from '../../localization/messages.js';
import { freshReview, leftOpen } from './left-open.js';
import { nextStep } from './outcome-view.js';

export interface Phrase {
  readonly title?: string;
  readonly text: string;
  /** What may come to it later, and is then told alone. */
  readonly more?: string;
  /** What is the same otherwise is told again where this differs. */
  readonly again?: number;
}

const SILENCE: Phrase = { text: '' };

/** What a screen reader hears when the state changes; nothing for what was on the page from the start. */
export function announcement(flow: Flow, messages: Messages): Phrase {
  const { screen, notice, asked, attempt, warning, told } = flow;
  const { titles, texts, errors, busy, slow, notices, review, ways } = messages;
  if (notice !== null) return { text: notices[notice], again: told };
  if (asked) return { text: busy };
  switch (screen.name) {
    case 'idle':
    case 'checking':
      return SILENCE;
    case 'verifying':
      return screen.left ? ways.leaving : SILENCE;
    case 'guidance':
      if (warning !== null) return { ...messages.warnings[warning], more: screen.away ? ways.phone.text : '' };
      return screen.away ? ways.phone : (leftOpen(flow, messages) ?? SILENCE);
    case 'requesting':
      return { text: screen.slow ? slow : busy };
    case 'failed':
      // Another try that fails at once is told, too.
      return { ...errors[screen.error.code], again: attempt.number };
    case 'reviewing':
      if (screen.stalled !== null) return review.stalled[screen.stalled];
      if (screen.fresh) return freshReview(flow, messages);
      return { title: titles.reviewing, text: texts.reviewing, more: attempt.confirmed ? review.mayContinue : '' };
    case 'rejected':
      return { title: titles.rejected, text: texts.rejected, more: nextStep(messages, screen) };
    default:
      return { title: titles[screen.name], text: texts[screen.name] };
  }
}
