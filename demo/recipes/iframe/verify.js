/**
 * Inside the frame: tells the page around it what has happened and how high the content is, as
 * `{ type: 'kyc-verification', event, height }`. No id and no reason go along: who verifies is the page's own knowledge, and the result
 * is asked of the server.
 */
const EVENTS = [
  'kyc-state-change', 'kyc-start', 'kyc-opened', 'kyc-submitted', 'kyc-canceled', 'kyc-pending',
  'kyc-verified', 'kyc-rejected', 'kyc-resubmission', 'kyc-expired', 'kyc-stalled', 'kyc-error',
];
/** Veriff opens within this frame, and needs this much, in CSS pixels. */
const VERIFF_HEIGHT = 720;

const { content: parentOrigin } = document.querySelector('meta[name="parent-origin"]');
const element = document.querySelector('kyc-verification');

function tell(event) {
  const content = Math.ceil(document.body.getBoundingClientRect().height);
  const height = element.state === 'verifying' ? Math.max(content, VERIFF_HEIGHT) : content;
  parent.postMessage({ type: 'kyc-verification', event, height }, parentOrigin);
}

// Opened by itself there is nobody to tell.
if (parent !== window) {
  for (const name of EVENTS) element.addEventListener(name, () => tell(name));
  new ResizeObserver(() => tell('resize')).observe(document.body);
}
