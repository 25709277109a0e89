import { html, nothing, type TemplateResult } from 'lit';
import type { Named } from '../../localization/messages.js';
import { adviceView } from './advice-view.js';
import { checkButton, noticeLine, plainButton, startButton, type View } from './controls.js';
import { address, documentIcons, lock, selfie } from './icons.js';
import { leftOpen } from './left-open.js';
import type { ViewModel } from './view-model.js';

/** `checking`, `guidance` and `requesting`: one screen, whose button is busy or not. */
export function guidanceView(model: ViewModel): View {
  const { flow, messages } = model;
  const { guidance, titles, texts } = messages;
  const { screen } = flow;
  if (screen.name === 'guidance' && (screen.away || flow.warning !== null)) return adviceView(model, screen);
  const left = leftOpen(flow, messages);
  return html`
    <div part="header" class="header">
      <h2 part="title" class="title" tabindex="-1"><slot name="title">${left?.title ?? titles.guidance}</slot></h2>
      <p part="description" class="text">
        <slot name="description">${left?.text ?? texts.guidance}</slot>
      </p>
    </div>
    <div part="content" class="content">
      <div part="guidance" class="guidance"><slot name="guidance">${documentGuidance(model)}</slot></div>
      <slot name="consent"></slot>
      <div part="actions" class="actions sticky">
        ${startButton(
          {
            part: left === null ? 'start-button' : 'start-button continue-button',
            text: left?.action ?? messages.actions.start,
            busy: screen.name !== 'guidance',
            held: screen.name === 'requesting',
          },
          model,
        )}
        ${left !== null && screen.name === 'guidance' ? checkButton(model) : nothing} ${screen.name === 'guidance' ? phoneButton(model) : nothing}
      </div>
    </div>
    ${screen.name === 'requesting' && screen.slow ? html`<p part="notice" class="notice">${messages.slow}</p>` : nothing} ${noticeLine(model)}
    <p part="privacy" class="privacy small">${lock}<span>${guidance.privacy}</span></p>
  `;
}

/** For whom a phone is at hand: the partner has a link for it, and this is none. */
function phoneButton({ ways, messages, actions }: ViewModel): View | typeof nothing {
  if (!ways.canHandOver) return nothing;
  return plainButton({ part: 'phone-button', text: messages.actions.continueOnPhone, onClick: () => actions.handOver(true), secondary: true });
}

function documentGuidance({ messages, documents, proofOfAddress, region }: ViewModel): View {
  const { guidance } = messages;
  return html`
    <ol part="timeline" class="steps" aria-label=${guidance.stepsTitle}>
      ${guidance.steps(region).map((step, index) => timelineStep(step, index === 0 ? 'current' : 'next'))}
    </ol>
    <h3 part="section-title" class="section-title">${guidance.documentsTitle(documents.length)}</h3>
    <ul part="document-list" class="documents">
      ${documents.map((name) => documentRow(documentIcons[name], guidance.documents[name]))}
    </ul>
    <ul part="document-list" class="documents">
      ${documentRow(selfie, guidance.selfie)} ${proofOfAddress ? documentRow(address, guidance.proofOfAddress) : nothing}
    </ul>
    <details part="tips" class="tips">
      <summary part="tips-title" class="tips-title">${guidance.tipsTitle}</summary>
      <ul part="tips-list" class="list">
        ${guidance.tips.map((tip) => html`<li>${tip}</li>`)}
      </ul>
    </details>
    ${region === 'us' ? html`<p part="text" class="text">${guidance.usNote}</p>` : nothing}
  `;
}

function timelineStep({ title, text }: Named, progress: 'current' | 'next'): View {
  return html`<li part="timeline-step timeline-step-${progress}">
    <strong part="timeline-title timeline-title-${progress}" class="timeline-title">${title}</strong>
    <span part="timeline-text timeline-text-${progress}" class="small">${text}</span>
  </li>`;
}

function documentRow(icon: TemplateResult<2>, { title, text }: Named): View {
  return html`<li part="document" class="document">
    <span part="document-icon" class="document-icon">${icon}</span>
    <span part="document-title" class="document-title">${title}</span>
    <span part="document-requirements" class="small">${text}</span>
  </li>`;
}
