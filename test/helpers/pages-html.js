import { ELEMENT, SCRIPT } from './page-world.js';

/** What the partner put into the element, to be seen where its script does not run. */
export const FALLBACK = '<a class="fallback" href="/help">Other ways to verify</a>';

const WIDGET = ELEMENT.replace('</kyc-verification>', `${FALLBACK}</kyc-verification>`);

/** A page with the element on it; every piece of it can be replaced. */
export function page({ doctype = '<!doctype html>', html = 'lang="en"', head = '', script = SCRIPT, body = '', before = '', around = (element) => element, after = '' } = {}) {
  return `${doctype}<html ${html}><head><meta charset="utf-8"><title>Page</title>${head}${script}</head><body ${body}>${before}${around(WIDGET)}${after}</body></html>`;
}

/** A page whose own classic script runs before ours. */
export const scripted = (code) => page({ head: `<script>${code}</script>` });

/** A page with that style sheet. */
export const styled = (css) => page({ head: `<style>${css}</style>` });
