/// <reference path="../../node_modules/svelte/svelte-html.d.ts" />
import 'kyc-verification/svelte';

/**
 * What `svelte-check` makes of a template: `<kyc-verification Onboarding-id={id} reverify onkyc-error={…} />` is a call of `createElement` with
 * the attributes as they are written.
 */
const isNew: boolean = Math.random() > 0.5;
const id: string | undefined = isNew ? 'US_1' : undefined;
const { createElement } = svelteHTML;

createElement('kyc-verification', { 'Onboarding-id': id, 'endpoint': '/api/kyc', 'lang': 'de', 'class': 'wide', 'style': 'margin: 0', 'reverify': true });
createElement('kyc-verification', { 'Onboarding-id-from': 'query:id', 'credentials': 'include', 'session-hosts': '*.veriff.com', 'documents': 'passport' });
createElement('kyc-verification', { 'proof-of-address': isNew || undefined, 'region': 'us', 'presentation': isNew ? 'embedded' : 'redirect', 'poll-interval': 10 });
createElement('kyc-verification', { 'handover-url': '/phone', 'continue-url': '/next', 'preview': 'verified', 'headers': async () => ({ Authorization: 'Bearer a' }) });
createElement('kyc-verification', {
  'onkyc-start': (event) => event.preventDefault(),
  'onkyc-verified': ({ detail }) => detail.reasons.map((reason) => reason.toUpperCase()),
  'on:kyc-error': ({ detail }) => detail.code === 'network' && detail.retryable,
});

// @ts-expect-error -- Svelte takes it for an event
createElement('kyc-verification', { 'onboarding-id': 'US_1' });
// @ts-expect-error -- an id is text
createElement('kyc-verification', { 'Onboarding-id': 5 });
// @ts-expect-error -- Svelte would write `false` as text, which is on
createElement('kyc-verification', { reverify: isNew });
// @ts-expect-error -- not a way to show Veriff
createElement('kyc-verification', { presentation: 'popup' });
// @ts-expect-error -- a number is meant
createElement('kyc-verification', { 'poll-interval': 'often' });
// @ts-expect-error -- no header
createElement('kyc-verification', { headers: 5 });
// @ts-expect-error -- no attribute
createElement('kyc-verification', { endpoints: '/api/kyc' });
// @ts-expect-error -- no event
createElement('kyc-verification', { 'onkyc-done': () => undefined });
// @ts-expect-error -- Veriff tells nobody why
createElement('kyc-verification', { 'onkyc-opened': ({ detail }) => detail.reasons });
// @ts-expect-error -- no such code
createElement('kyc-verification', { 'on:kyc-error': ({ detail }) => detail.code === 'nonsense' });
