import { html, nothing } from 'lit';
import { checkButton, noticeLine, plainButton } from './controls.js';
import type { Progress } from './guidance-view.js';
import { leftOpen } from './left-open.js';
import type { View } from './start-button.js';
import type { ViewModel } from './view-model.js';

/** What the flow adds to the guidance. */
export function guidanceProgress(model: ViewModel): Progress {
  const { flow, messages } = model;
  const { screen } = flow;
  const left = leftOpen(flow, messages);
  const isFree = screen.name === 'guidance';
  const slow = screen.name === 'requesting' && screen.slow ? html`<p part="notice" class="notice">${messages.slow}</p>` : nothing;
  return {
    busy: !isFree,
    held: screen.name === 'requesting',
    left,
    more: isFree ? html`${left === null ? nothing : checkButton(model)} ${phoneButton(model)}` : nothing,
    notice: html`${slow} ${noticeLine(model)}`,
  };
}

/** For whom a phone is at hand: the partner has a link for it, and this is none. */
function phoneButton({ ways, messages, actions }: ViewModel): View | typeof nothing {
  if (!ways.canHandOver) return nothing;
  return plainButton({ part: 'phone-button', text: messages.actions.continueOnPhone, onClick: () => actions.handOver(true), secondary: true });
}
