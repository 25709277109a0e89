import { html, nothing, svg } from 'lit';
import type { EnvironmentWarning } from '../../core/environment.js';
import type { Guidance } from '../../core/flow.js';
import type { Messages } from '../../localization/messages.js';
import type { QrCode } from '../../services/qr-code.js';
import { checkButton, noticeLine, plainButton } from './controls.js';
import { alert, camera, leave, phone } from './icons.js';
import { startButton, type View } from './start-button.js';
import { statusHead } from './status-view.js';
import type { ViewModel, Ways } from './view-model.js';

const ICONS: Readonly<Record<EnvironmentWarning, View>> = {
  'in-app-browser': leave,
  'camera-policy': camera,
  'camera-unsupported': camera,
  'camera-missing': camera,
  'camera-denied': camera,
  'frame-blocked': alert,
};

/** In `guidance`: what may keep the verification from working here, the ways out, and the code for the phone. */
export function adviceView(model: ViewModel, { away }: Guidance): View {
  const { flow, messages, ways } = model;
  const { warning } = flow;
  const isShown = away && ways.canHandOver;
  // Below what helps best.
  const isLast = warning !== null && !isShown && wayOut(model, warning) !== nothing;
  const onPhoneText = ways.code === null ? messages.notices['not-loaded'] : messages.ways.phone.text;
  return html`
    ${warning === null ? statusHead('neutral', phone, messages.ways.phone.title, onPhoneText) : warningHead(model, warning)}
    ${isShown && warning !== null ? html`<p part="text" class="text">${onPhoneText}</p>` : nothing} ${isShown ? codeOf(ways, messages) : nothing}
    ${isLast ? nothing : linkRow(model, warning !== null && !isShown)}
    <slot name="consent"></slot>
    <div part="actions" class="actions">${warning === null ? onPhone(model) : waysOut(model, warning, isShown)}</div>
    ${isLast ? linkRow(model, false) : nothing}
    ${flow.notice === 'not-loaded' ? nothing : noticeLine(model)}
  `;
}

function warningHead({ messages: { warnings }, ways }: ViewModel, warning: EnvironmentWarning): View {
  const { title, text } = warnings[warning];
  // Veriff's page would stand in the same frame, and have no camera either.
  const isOfFrame = warning === 'camera-policy' && ways.inFrame;
  return statusHead('warning', ICONS[warning], title, isOfFrame ? warnings['camera-unsupported'].text : text);
}

function onPhone(model: ViewModel): View {
  const { actions, messages } = model;
  const here = plainButton({ part: 'back-button', text: messages.actions.continueOnDevice, onClick: () => actions.handOver(false), secondary: true });
  return html`${here} ${checkButton(model)}`;
}

/** What helps best is the one filled button; a warning never blocks. */
function waysOut(model: ViewModel, warning: EnvironmentWarning, isShown: boolean): View {
  const way = isShown ? nothing : wayOut(model, warning);
  const start = startButton({ part: 'start-button continue-button', text: model.messages.actions.continueAnyway, secondary: true }, model);
  return html`${way} ${start} ${isShown || model.flow.unfinished ? checkButton(model) : nothing}`;
}

function wayOut({ actions, messages, ways }: ViewModel, warning: EnvironmentWarning): View | typeof nothing {
  const { openInBrowser, continueThere, continueOnPhone } = messages.actions;
  const onPhone = ways.canHandOver ? plainButton({ part: 'phone-button', text: continueOnPhone, onClick: () => actions.handOver(true) }) : nothing;
  const onVeriffsPage = plainButton({ part: 'redirect-button', text: continueThere, onClick: actions.leave });
  switch (warning) {
    case 'in-app-browser':
      if (ways.browserUrl === null) return nothing;
      return html`<a part="primary-button open-button" class="primary" href=${ways.browserUrl}>${openInBrowser}</a>`;
    case 'camera-policy':
      return ways.inFrame ? onPhone : onVeriffsPage;
    case 'camera-denied':
    case 'frame-blocked':
      return onVeriffsPage;
    case 'camera-unsupported':
    case 'camera-missing':
      return onPhone;
  }
}

/**
 * The link of this step, to be taken to another browser or device.
 *
 * @param leads it is what helps best
 */
export function linkRow({ actions, messages, ways }: ViewModel, leads: boolean): View {
  return html`<div class="link">
    <input part="link-field" class="link-field" type="text" readonly aria-label=${messages.ways.linkLabel} .value=${ways.link} dir="ltr" @focus=${selectAll} />
    ${plainButton({ part: 'copy-button', text: messages.actions.copyLink, onClick: actions.copyLink, secondary: !leads })}
  </div>`;
}

function selectAll({ currentTarget }: Event): void {
  (currentTarget as HTMLInputElement).select();
}

/** Modules of light around a code without which phones don't find it (ISO/IEC 18004). */
const QUIET = 4;

/** Its place is kept while it is made. */
function codeOf({ code }: Ways, { ways }: Messages): View | typeof nothing {
  return code === null ? nothing : html`<div class="code">${code === 'drawing' ? nothing : picture(code, ways.codeLabel)}</div>`;
}

function picture({ size, path }: QrCode, label: string): View {
  const side = size + 2 * QUIET;
  return html`<svg part="qr-code" class="qr-code" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" role="img" aria-label=${label}>
    ${svg`<path d=${path} shape-rendering="crispEdges" />`}
  </svg>`;
}

/** While the browser leaves for Veriff's page, which it may do late, or not at all. */
export function leavingView(model: ViewModel): View {
  const { messages, actions } = model;
  const { title, text } = messages.ways.leaving;
  return html`
    ${statusHead('neutral', leave, title, text)}
    <div part="actions" class="actions">
      ${plainButton({ part: 'redirect-button', text: messages.actions.continueThere, onClick: actions.leaveAgain })}
      ${plainButton({ part: 'back-button', text: messages.actions.cancel, onClick: actions.close, secondary: true })}
    </div>
    ${noticeLine(model)}
  `;
}
