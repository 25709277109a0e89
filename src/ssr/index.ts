/**
 * `kyc-verification/ssr`: the guidance as declarative shadow DOM, painted before any script. The element takes its nodes over as it starts. For
 * servers on Node; needs `@lit-labs/ssr` beside it. In builds for a browser both functions return `''`, since there the element paints itself.
 */
import { ElementRenderer, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { CSSResult } from 'lit';
import { REGIONS, oneOf } from '../core/names.js';
import { firstView, type FirstScreen } from '../element/first-view.js';
import { styles } from '../element/kyc-verification.styles.js';
import { isOf } from '../localization/localize.js';
import { WORDS } from './languages.js';
import { documentsOf } from '../element/property-values.js';
import { untilTheScript } from './until-the-script.styles.js';

/** The element's attributes, by their names in HTML. Only those count that the guidance shows: `lang`, `documents`, `proof-of-address`, `region`. */
export type RenderAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface RenderOptions {
  /** Language of the page (BCP 47), where the element has no `lang` of its own; English by default. */
  readonly lang?: string | null | undefined;
  /** For the styles, where the page's `Content-Security-Policy` asks for a nonce. */
  readonly nonce?: string | null | undefined;
}

/** Stands for the element, to which the slots belong. */
class Host extends ElementRenderer {}

/** {@link renderShadowRoot} with the `<template>` around it, to be put first into `<kyc-verification>`. */
export function renderTemplate(attributes: RenderAttributes = {}, options: RenderOptions = {}): string {
  return `<template shadowrootmode="open">${renderShadowRoot(attributes, options)}</template>`;
}

/** Markup of the shadow tree: the guidance in its language, its button busy. Holds nothing of the user. */
export function renderShadowRoot(attributes: RenderAttributes = {}, { lang, nonce }: RenderOptions = {}): string {
  const css = [styles, untilTheScript].flat(Infinity).map((result) => (result as CSSResult).cssText);
  const customElementHostStack = [new Host('kyc-verification')];
  const guidance = collectResultSync(render(firstView(firstScreen(attributes, lang)), { customElementHostStack }));
  return `<style${!nonce ? '' : ` nonce="${escaped(nonce)}"`}>${css.join('')}</style>${guidance}<slot></slot>`;
}

function firstScreen(attributes: RenderAttributes, lang: string | null | undefined): FirstScreen {
  const word = (name: string): string => String(attributes[name] ?? '');
  const language = word('lang') || lang || 'en';
  return {
    language,
    messages: WORDS.find((words) => isOf(language, words.lang)) ?? WORDS[0]!,
    documents: documentsOf(word('documents')),
    proofOfAddress: isSet(attributes['proof-of-address']),
    region: oneOf(REGIONS, word('region').trim().toLowerCase()),
  };
}

/** As frameworks write booleans of HTML: `''` and `true` set one. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
