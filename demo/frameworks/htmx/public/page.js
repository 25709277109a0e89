/** Called for each request to your endpoint: the place for a token that changes. */
const headers = () => ({ 'x-partner': 'htmx' });

/**
 * The headers have to be there before the element asks: before its script runs, and as soon as htmx has swapped it in.
 * @param {ParentNode} part
 */
function prepare(part) {
  for (const element of part.querySelectorAll('kyc-verification')) element.headers = headers;
}

// Events bubble: the body hears of every element that is swapped in.
const { body } = document;

prepare(document);
body.addEventListener('htmx:after:process', ({ target }) => target instanceof Element && prepare(target));

/** @param {import('kyc-verification').KycStartEvent} event */
function onStart(event) {
  if (!document.querySelector('#consent:checked')) event.preventDefault();
}

/** @param {Event} event */
function hear({ type }) {
  document.getElementById('heard')?.append(`${type} `);
}

body.addEventListener('kyc-start', onStart);
body.addEventListener('kyc-state-change', hear);
body.addEventListener('kyc-error', hear);
body.addEventListener('kyc-verified', hear);
