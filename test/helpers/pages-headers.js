/** Pages by their headers. Where the text says "of the README", what the README gives its readers is taken from there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page } from './pages-html.js';
import { root } from './repository.js';

const README = readFileSync(join(root, 'README.md'), 'utf8');

/** A header of the README, with the stand-in for Veriff in the place of its hosts. */
function ofReadme(name, { veriffOrigin }) {
  const [, value] = new RegExp(`^${name}: (.*)$`, 'm').exec(README);
  return value.replace(/"?https:\/\/\*\.veriff\.com"? "?https:\/\/\*\.veriff\.me"?/g, (hosts) => (hosts.startsWith('"') ? `"${veriffOrigin}"` : veriffOrigin));
}

const csp = (directives) => (world) => ({ 'content-security-policy': directives.replaceAll('VERIFF', world.veriffOrigin) });
const STRICT = `default-src 'self'; frame-src VERIFF`;
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'`;
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin' };
const EMBEDDABLE = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'cross-origin' };
const NO_TRUSTED_TYPES = { firefox: 'it has no Trusted Types' };

/** A module of the page's own that takes the name of the templates' policy, as Lit on the page would. */
const OTHER_LIT = { '/other-lit.js': { type: 'text/javascript', body: `trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });` } };
const withOtherLit = page({ head: '<script src="/other-lit.js"></script>' });

export const HEADERS = [
  { name: 'the headers of the README', headers: (world) => Object.fromEntries(['Content-Security-Policy', 'Permissions-Policy'].map((name) => [name, ofReadme(name, world)])) },
  { name: `default-src 'self' without unsafe-inline`, always: true, headers: csp(STRICT) },
  { name: 'nothing allowed but what is needed', headers: csp(`default-src 'none'; script-src 'self'; connect-src 'self'; frame-src VERIFF; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`) },
  { name: 'the policy in the markup', html: (world) => page({ head: `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; frame-src ${world.veriffOrigin}">` }) },
  { name: 'a policy that forbids all, and only reports', headers: { 'content-security-policy-report-only': `default-src 'none'` }, violations: true },
  { name: 'Trusted Types with the policy of the templates', always: true, headers: csp(`${TRUSTED}; trusted-types lit-html`), without: NO_TRUSTED_TYPES },
  { name: 'Trusted Types without a list of policies', headers: csp(TRUSTED), without: NO_TRUSTED_TYPES },
  { name: 'Trusted Types, another copy of Lit and allow-duplicates', html: withOtherLit, files: OTHER_LIT, headers: csp(`${TRUSTED}; trusted-types lit-html 'allow-duplicates'`), without: NO_TRUSTED_TYPES },
  { name: 'Trusted Types that allow no policy', headers: csp(`${TRUSTED}; trusted-types 'none'`), expects: 'fallback', violations: true, uncaught: /policy/i, without: NO_TRUSTED_TYPES },
  { name: 'Trusted Types, another copy of Lit, no duplicates', html: withOtherLit, files: OTHER_LIT, headers: csp(`${TRUSTED}; trusted-types lit-html`), expects: 'fallback', violations: true, uncaught: /policy/i, without: NO_TRUSTED_TYPES },
  {
    name: 'a nonce',
    html: page({ script: '<script type="module" nonce="abc" src="/assets/kyc-verification.js"></script>' }),
    headers: csp(`script-src 'nonce-abc'; style-src 'nonce-abc'; connect-src 'self'; frame-src VERIFF`),
  },
  {
    name: 'a nonce and strict-dynamic',
    html: page({ script: '<script type="module" nonce="abc" src="/assets/kyc-verification.js"></script>' }),
    headers: csp(`script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'; frame-src VERIFF`),
  },
  {
    name: 'a script loaded by a trusted one, under strict-dynamic',
    html: page({ script: `<script nonce="abc">{ const script = document.createElement('script'); script.type = 'module'; script.src = '/assets/kyc-verification.js'; document.head.append(script); }</script>` }),
    headers: csp(`script-src 'nonce-abc' 'strict-dynamic'; frame-src VERIFF`),
  },
  { name: 'no frames allowed', headers: csp(`default-src 'self'; frame-src 'none'`), expects: 'frame-blocked', violations: true },
  { name: 'no connections allowed', headers: csp(`${STRICT}; connect-src 'none'`), expects: 'network', violations: true, hurry: true },
  { name: 'only the first script allowed', headers: (world) => csp(`${STRICT}; script-src ${world.origin}/assets/kyc-verification.js`)(world), expects: 'network', violations: true, hurry: true },
  { name: 'a sandbox that allows only scripts', headers: { 'content-security-policy': 'sandbox allow-scripts' }, expects: 'frame-timeout', hurry: true },
  { name: 'a sandbox that keeps the origin', headers: { 'content-security-policy': 'sandbox allow-scripts allow-same-origin allow-forms' } },
  { name: 'COEP require-corp, and a Veriff that may be embedded', always: true, headers: { ...EMBEDDABLE, ...ISOLATED }, frameHeaders: EMBEDDABLE },
  { name: 'COEP require-corp, and a Veriff that says nothing', headers: { ...EMBEDDABLE, ...ISOLATED }, expects: 'frame-timeout', hurry: true },
  { name: 'COEP credentialless, and a Veriff that may be embedded', headers: { 'cross-origin-embedder-policy': 'credentialless', ...ISOLATED }, frameHeaders: EMBEDDABLE },
  { name: 'COEP credentialless, and a Veriff that says nothing', headers: { 'cross-origin-embedder-policy': 'credentialless', ...ISOLATED }, expects: 'frame-timeout', hurry: true },
  { name: 'a Veriff that refuses to be framed', frameHeaders: { 'x-frame-options': 'DENY' }, expects: 'frame-timeout', hurry: true },
  { name: 'a Permissions-Policy without camera', headers: { 'permissions-policy': 'camera=(), microphone=()' }, lines: [/camera-policy: the Permissions-Policy/], linesIn: ['chromium'] },
  {
    name: 'every hardening header at once',
    headers: (world) => ({
      ...csp(`${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; object-src 'none'; frame-ancestors 'none'`)(world),
      ...ISOLATED,
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy': ofReadme('Permissions-Policy', world),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
    }),
  },
];
