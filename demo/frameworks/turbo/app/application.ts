import '@hotwired/turbo';
import 'kyc-verification/define';
import type { KycErrorEvent, KycStartEvent, KycStateChangeEvent, KycVerifiedEvent } from 'kyc-verification';

/** Called for each request to your endpoint: the place for a token that changes. */
const headers = () => ({ 'x-partner': 'turbo' });

/** The headers have to be there before the element asks: when its script runs, and before Turbo puts the next page in. */
function prepare(page: ParentNode) {
  for (const element of page.querySelectorAll('kyc-verification')) element.headers = headers;
}

prepare(document);
document.addEventListener('turbo:before-render', ({ detail }) => prepare(detail.newBody));

// Events bubble: listeners at the root are there on every page that Turbo visits.
const root = document.documentElement;

// It is permanent: the same one on all pages, but not in the document while Turbo puts the next page in.
const heard = document.getElementById('heard')!;

function hear({ type }: KycStateChangeEvent | KycErrorEvent | KycVerifiedEvent) {
  heard.append(`${type} `);
}

root.addEventListener('kyc-start', (event: KycStartEvent) => {
  if (!document.querySelector('#consent:checked')) event.preventDefault();
});
root.addEventListener('kyc-state-change', hear);
root.addEventListener('kyc-error', hear);
root.addEventListener('kyc-verified', (event) => {
  hear(event);
  const welcome = Object.assign(document.createElement('p'), { id: 'done', textContent: 'Welcome! Your account is open.' });
  heard.before(welcome);
});
