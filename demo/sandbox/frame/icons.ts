/** Line icons of one family: 24 px, 1.5 px stroke, the text's colour. */
const icon = (paths: string): string =>
  `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const icons = {
  close: icon('<path d="M6 6l12 12M18 6L6 18"/>'),
  back: icon('<path d="M15 5l-7 7 7 7"/>'),
  passport: icon('<rect x="5" y="3" width="14" height="18" rx="2"/><circle cx="12" cy="10" r="3.5"/><path d="M8.5 10h7M12 6.5c-1.6 2.2-1.6 4.8 0 7M12 6.5c1.6 2.2 1.6 4.8 0 7M9 17.5h6"/>'),
  licence: icon('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M6.5 14.5l1-3 1.2-1.5h4l1.2 1.5 1 3M6.5 14.5h8.4M8 16v-1.5M13.4 16v-1.5M17.5 9h.5M17.5 12h.5"/>'),
  card: icon('<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10.5" r="2"/><path d="M5.5 16c.4-1.7 1.5-2.5 3-2.5s2.6.8 3 2.5M14.5 10H18M14.5 13.5H18"/>'),
  permit: icon('<path d="M4 11l8-7 8 7M6 9.5V20h12V9.5"/><circle cx="12" cy="12.5" r="1.75"/><path d="M9.25 17.5c.35-1.5 1.35-2.25 2.75-2.25s2.4.75 2.75 2.25"/>'),
  face: icon('<circle cx="12" cy="12" r="8.5"/><path d="M9 10v.5M15 10v.5M9 14.5c.8.9 1.8 1.4 3 1.4s2.2-.5 3-1.4"/>'),
  camera: icon('<path d="M4 8.5A1.5 1.5 0 015.5 7H8l1.5-2h5L16 7h2.5A1.5 1.5 0 0120 8.5v9a1.5 1.5 0 01-1.5 1.5h-13A1.5 1.5 0 014 17.5z"/><circle cx="12" cy="13" r="3.25"/>'),
  lock: icon('<rect x="5.5" y="11" width="13" height="9" rx="2"/><path d="M8.5 11V8a3.5 3.5 0 017 0v3"/>'),
  chevron: icon('<path d="M9.5 6l6 6-6 6"/>'),
  check: icon('<path d="M5.5 12.5l4.5 4.5 8.5-10"/>'),
  clock: icon('<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>'),
  phone: icon('<rect x="7" y="3" width="10" height="18" rx="2"/><path d="M11 18h2"/>'),
} as const;

/** Pictures that stand in where no camera is: they show nobody and no real document. */
export const samples = `
<template id="sample-photo-page"><svg viewBox="0 0 320 200" aria-hidden="true"><rect class="sample-ground" width="320" height="200"/><rect class="sample-paper" x="40" y="26" width="240" height="148" rx="8"/><rect class="sample-tint" x="58" y="48" width="62" height="76" rx="4"/><circle class="sample-ink" cx="89" cy="76" r="13"/><path class="sample-ink" d="M64 124c2-20 12-29 25-29s23 9 25 29z"/><path class="sample-line" d="M138 54h64M138 74h96M138 94h80M138 114h52"/><path class="sample-line sample-code" d="M56 144h208M56 158h208"/></svg></template>
<template id="sample-front"><svg viewBox="0 0 320 200" aria-hidden="true"><rect class="sample-ground" width="320" height="200"/><rect class="sample-paper" x="40" y="28" width="240" height="144" rx="12"/><rect class="sample-band" x="40" y="28" width="240" height="26" rx="12"/><rect class="sample-tint" x="58" y="70" width="66" height="82" rx="4"/><circle class="sample-ink" cx="91" cy="100" r="14"/><path class="sample-ink" d="M64 152c2-22 13-32 27-32s25 10 27 32z"/><path class="sample-line" d="M144 78h72M144 98h108M144 118h88M144 142h56"/></svg></template>
<template id="sample-back"><svg viewBox="0 0 320 200" aria-hidden="true"><rect class="sample-ground" width="320" height="200"/><rect class="sample-paper" x="40" y="28" width="240" height="144" rx="12"/><rect class="sample-ink" x="40" y="44" width="240" height="22"/><path class="sample-line" d="M60 86h120M60 102h86"/><rect class="sample-tint" x="212" y="80" width="48" height="34" rx="4"/><path class="sample-line sample-code" d="M58 134h204M58 147h204M58 160h204"/></svg></template>
<template id="sample-selfie"><svg viewBox="0 0 320 200" aria-hidden="true"><rect class="sample-ground" width="320" height="200"/><circle class="sample-tint" cx="160" cy="88" r="46"/><path class="sample-tint" d="M72 200c4-46 40-62 88-62s84 16 88 62z"/><circle class="sample-ink" cx="144" cy="84" r="4"/><circle class="sample-ink" cx="176" cy="84" r="4"/><path class="sample-line" d="M144 106c9 8 23 8 32 0"/></svg></template>`;
