/** `kyc-verification/ssr` in builds for a browser: the server has painted, or the element paints itself. */
export type { RenderAttributes, RenderOptions } from './index.js';

export function renderTemplate(): string {
  return '';
}

export function renderShadowRoot(): string {
  return '';
}
