import { html, nothing } from 'lit';
import type { DocumentName, Region } from '../../core/names.js';
import type { FirstMessages, Named } from '../../localization/messages.js';
import { address, documentIcons, lock, selfie } from './guidance-icons.js';
import { startButton, type StartContext, type View } from './start-button.js';

/** All that the guidance says by itself. */
export interface GuidanceModel extends StartContext {
  readonly messages: FirstMessages;
  readonly documents: readonly DocumentName[];
  readonly proofOfAddress: boolean;
  readonly region: Region;
}

/** How far the user is while the guidance is shown. */
export interface Progress {
  /** The work goes on that the button began. */
  readonly busy: boolean;
  /** Pressing it again would do nothing. */
  readonly held?: boolean;
  /** In place of heading, sentence and button for somebody who has begun before. */
  readonly left?: (Named & { readonly action: string }) | null;
  /** Beside the button. */
  readonly more?: unknown;
  /** What became of the last thing that the user asked for. */
  readonly notice?: unknown;
}

/** `checking`, `guidance` and `requesting`: one screen, whose button is busy or not. */
export function guidanceView(model: GuidanceModel, { busy, held = false, left = null, more = nothing, notice = nothing }: Progress): View {
  const { guidance } = model.messages;
  const part = left === null ? 'start-button' : 'start-button continue-button';
  return html`
    <div part="header" class="header">
      <h2 part="title" class="title" tabindex="-1"><slot name="title">${(left ?? guidance).title}</slot></h2>
      <p part="description" class="text">
        <slot name="description">${(left ?? guidance).text}</slot>
      </p>
    </div>
    <div part="content" class="content">
      <div part="guidance" class="guidance"><slot name="guidance">${documentGuidance(model)}</slot></div>
      <slot name="consent"></slot>
      <div part="actions" class="actions sticky">${startButton({ part, text: left?.action ?? guidance.start, busy, held }, model)} ${more}</div>
    </div>
    ${notice}
    <p part="privacy" class="privacy small">${lock}<span>${guidance.privacy}</span></p>
  `;
}

function documentGuidance({ messages, documents, proofOfAddress, region }: GuidanceModel): View {
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

function documentRow(icon: View, { title, text }: Named): View {
  return html`<li part="document" class="document">
    <span part="document-icon" class="document-icon">${icon}</span>
    <span part="document-title" class="document-title">${title}</span>
    <span part="document-requirements" class="small">${text}</span>
  </li>`;
}
