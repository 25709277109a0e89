import { html, nothing, type TemplateResult } from 'lit';
import { button } from './button.js';
import { copy, copyLink, leftOut, type Studio } from './studio-context.js';

const FILE = 'kyc-theme.css';
const LINK = `<link rel="stylesheet" href="/${FILE}">`;

/** What goes onto the page. */
export function exportPanel(studio: Studio): TemplateResult {
  const css = studio.css();
  const dark = css.includes('light-dark(');
  return html`
    <section class="group grow" aria-label="The style sheet">
      <header class="group-head"><h2>The style sheet</h2></header>
      ${leftOut(studio) === '' ? nothing : html`<p class="problem">${leftOut(studio)}: see what is marked as not used under Theme.</p>`}
      <textarea class="code-field" id="css" readonly spellcheck="false" aria-label=${FILE} .value=${css}></textarea>
      <div class="group-foot">
        <span class="hint">${(new Blob([css]).size / 1000).toFixed(1)} kB</span>
        <span class="selector-actions">
          ${button('Copy', () => copy(css, FILE, studio), { label: `Copy ${FILE}`, action: 'copy-css' })}
          ${button(`Download ${FILE}`, () => download(css), { look: 'primary', action: 'download' })}
        </span>
      </div>
    </section>
    <section class="group" aria-label="On the page">
      <header class="group-head"><h2>On the page</h2></header>
      <p class="hint">Put the file beside your own styles, and this line into the head:</p>
      <div class="selector">
        <code>${LINK}</code>
        <span class="selector-actions">${button('Copy', () => copy(LINK, LINK, studio), { label: `Copy ${LINK}` })}</span>
      </div>
      ${dark
        ? html`<p class="hint">Dark colours show where the page allows them: <code>:root { color-scheme: light dark }</code></p>`
        : nothing}
    </section>
    <section class="group" aria-label="To share">
      <header class="group-head"><h2>To share</h2></header>
      <p class="hint">The address of this page holds the theme and the view. It goes to no server.</p>
      <div class="group-foot">
        ${button('Copy link', () => copyLink(studio))}
      </div>
    </section>
  `;
}

function download(css: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([css], { type: 'text/css' }));
  link.download = FILE;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
