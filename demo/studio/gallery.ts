import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { STATES, type KycState } from '../../src/core/names.js';
import '../../src/define.js';
import type { KycVerificationElement } from '../../src/index.js';
import { TAG, type Named } from './manifest-names.js';
import { button } from './panels/button.js';
import { directionOf, schemesOf, type View } from './view-settings.js';

export interface GalleryActions {
  readonly showWindow: () => void;
}

/** A card for each state, in the order in which a user meets them. `page` is the background around the element. */
export function gallery(view: View, slots: readonly Named[], page: string, actions: GalleryActions): TemplateResult {
  return html`${STATES.map(
    (state) => html`<article class="card" aria-labelledby="card-${state}">
      <header class="card-head">
        <h3 id="card-${state}"><a href="./index.html?preview=${state}" target="_blank" rel="noopener" title="See it in the page in use, in a new tab">${state}</a></h3>
        <code>:state(${state})</code>
        ${state === 'verifying'
          ? button('Window', actions.showWindow, { label: 'Show the window around Veriff', action: 'show-window' })
          : nothing}
      </header>
      <div class="boxes">${schemesOf(view).map((scheme) => preview(state, scheme, view, page, view.slots ? slots : []))}</div>
    </article>`,
  )}`;
}

function preview(state: KycState, scheme: string, view: View, page: string, slots: readonly Named[]): TemplateResult {
  const { lang } = view;
  return html`<div class="box" lang=${lang} dir=${directionOf(view)} style=${styleMap({ colorScheme: scheme, background: page })}>
    <kyc-verification preview=${state} lang=${lang} continue-url="#continue" proof-of-address>
      ${slots.map(({ name }) => html`<div class="slot-placeholder" slot=${name} lang="en" dir="ltr">${`slot="${name}"`}</div>`)}
    </kyc-verification>
  </div>`;
}

/** The element in every state, as often as it is shown. */
export function previewsIn(place: Element): readonly KycVerificationElement[] {
  return [...place.querySelectorAll<KycVerificationElement>(TAG)];
}

/** Scrolls to the first occurrence of a part, unless one is in view. */
export function showPart(place: Element, name: string): void {
  const found = previewsIn(place).flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(`[part~="${name}"]`) ?? [])]);
  const nodes = found.filter((node) => node.checkVisibility());
  const { top, right, bottom, left } = place.getBoundingClientRect();
  const isSeen = (node: Element): boolean => {
    const box = node.getBoundingClientRect();
    const seen = { block: Math.min(box.bottom, bottom, innerHeight) - Math.max(box.top, top, 0), inline: Math.min(box.right, right) - Math.max(box.left, left) };
    return seen.block > Math.min(box.height, 24) / 2 && seen.inline > Math.min(box.width, 24) / 2;
  };
  if (!nodes.some(isSeen)) nodes[0]?.scrollIntoView({ block: 'center', inline: 'nearest' });
}
