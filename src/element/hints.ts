/** What the console tells the integrator: one line each, in plain words, without anything secret. */
import type { PropertyValues } from 'lit';
import type { KycErrorCode } from '../core/errors.js';
import { PRESENTATIONS, oneOf } from '../core/names.js';

const PREFIX = '<kyc-verification>';

export function warn(hint: string): void {
  try {
    console.warn(`${PREFIX} ${hint}`);
  } catch {
    // A page can have taken the console's methods away.
  }
}

/** For each error what to look at. Nothing of the endpoint's answer is repeated. */
const HINTS: Readonly<Record<KycErrorCode, string>> = {
  configuration: 'an attribute can’t be used: `endpoint` must be an http(s) URL without credentials, `onboarding-id` at most 1024 characters, and `headers` must give valid headers. Or an element of the page has the name of a member of document (`body`, `getElementById`, …) and hides it: rename that.',
  'unsupported-browser': 'this browser lacks <dialog>, ElementInternals or AbortController.',
  'insecure-context': 'cameras need a secure context: serve the page over https (or from localhost).',
  'camera-unavailable': 'no camera was found.',
  offline: 'the browser is offline.',
  network: 'the endpoint, or a file beside the script, could not be reached: check its URL, CORS, `connect-src` and `script-src` of the Content-Security-Policy, and that nothing blocks it.',
  timeout: 'the endpoint did not answer within 15 s (or said 408).',
  unauthorized: 'the endpoint answered 401 or 403: is the user signed in, are `credentials` and `headers` set?',
  'onboarding-invalid': 'the endpoint answered 400: the onboarding id is malformed, expired, or its registration is in another phase.',
  'onboarding-not-found': 'the endpoint answered 404: it knows no such onboarding id, or its URL is wrong.',
  'client-key': 'the endpoint answered 498 or 499: its client key for Baanx is missing or wrong.',
  'rate-limited': 'the endpoint answered 429.',
  server: 'the endpoint answered 5xx.',
  'bad-response': 'the endpoint’s answer is not the JSON of the protocol (or a redirect, which is not followed).',
  'session-url': '`sessionUrl` is no https URL of a host that `session-hosts` names.',
  'frame-blocked': 'the frame was blocked: allow Veriff in `frame-src` of the Content-Security-Policy (https://*.veriff.com https://*.veriff.me).',
  'frame-timeout': 'the frame did not answer: it may be blocked by a Content-Security-Policy, an extension or the network.',
  'frame-busy': 'another Veriff frame is open in this document, or an element has the id "veriffFrame".',
};

export function hintOf(code: KycErrorCode): string {
  return `${code}: ${HINTS[code]}`;
}

/** What the contract names and this version does not do yet falls back to `modal`, and says so. */
export function warnOfUnavailable(
  { presentation, handoverUrl }: { readonly presentation: string; readonly handoverUrl: string },
  changed: PropertyValues<{ presentation: string; handoverUrl: string }>,
): void {
  const asked = oneOf(PRESENTATIONS, presentation);
  if (changed.has('presentation') && asked !== 'modal') {
    warn(`\`presentation="${asked}"\` is not available in this version: \`modal\` is used.`);
  }
  if (changed.has('handoverUrl') && handoverUrl) warn('`handover-url` is not available in this version.');
}
