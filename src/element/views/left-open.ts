import type { Flow } from '../../core/flow.js';
import type { Messages, Named } from '../../localization/messages.js';

/** A session that the user has begun and may go on with: what is said of it, and on the button. */
export interface LeftOpen extends Named {
  readonly action: string;
}

/** `null` where guidance speaks to somebody who has not begun. */
export function leftOpen({ elsewhere, unfinished }: Flow, { leftOpen: words, actions }: Messages): LeftOpen | null {
  if (elsewhere) return { ...words.elsewhere, action: actions.continueHere };
  return unfinished ? { ...words.unfinished, action: actions.continue } : null;
}

/** PENDING on a fresh load: it may have been sent, or is still to be continued. */
export function freshReview(flow: Flow, messages: Messages): LeftOpen {
  const { review, actions } = messages;
  return (flow.elsewhere ? leftOpen(flow, messages) : null) ?? { title: review.freshTitle, text: review.freshText, action: actions.continue };
}
