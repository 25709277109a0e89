/** What the console tells the integrator: one line each, in plain words, without anything secret. A file of its own, loaded where there is something to tell. */
import type { EnvironmentWarning } from '../core/environment.js';
import type { KycErrorCode } from '../core/errors.js';

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

/** Ends with the page of the documentation that has more. */
export function hintOf(code: KycErrorCode): string {
  return `${code}: ${HINTS[code]} See docs/errors/${code}.`;
}

/** For each warning what to look at, beside what the user is told. */
const ENVIRONMENT_HINTS: Readonly<Record<EnvironmentWarning, string>> = {
  'in-app-browser': 'the page is open in the browser of an app, which may have no camera; the user is offered to open it elsewhere.',
  'camera-policy':
    'the Permissions-Policy of this page, or of a frame above it, keeps the camera from Veriff: allow camera and microphone for self and its hosts, and in the `allow` of an iframe around the page.',
  'camera-unsupported': 'this browser has no `getUserMedia`.',
  'camera-missing': 'no camera was found; with `handover-url` the user can go on on a phone.',
  'camera-denied': 'the user has denied this page the camera.',
  'frame-blocked': 'the Content-Security-Policy of this page blocks Veriff’s frame: allow https://*.veriff.com https://*.veriff.me in `frame-src`.',
};

export function environmentHint(warning: EnvironmentWarning): string {
  return `${warning}: ${ENVIRONMENT_HINTS[warning]} See docs/warnings/${warning}.`;
}

/** One line, whatever of it holds. */
export function hintOfIncomplete({ missing, unusable }: { readonly missing: readonly string[]; readonly unusable: readonly string[] }): string {
  const because = unusable.map((name) => ` \`${name}\` can’t be used: it is \`query:NAME\` or \`session-storage:KEY\`.`);
  return `shows nothing yet: set ${missing.map((name) => `\`${name}\``).join(' and ')}.${because.join('')}`;
}

export function hintOfUnusable({ what }: { readonly what: string }): string {
  return `\`${what}\` can’t be used.`;
}

export const HINT_OF_HANDOVER_URL = '`handover-url` can’t be used: it must be an http(s) URL of yours, without credentials, that leads to this step.';
