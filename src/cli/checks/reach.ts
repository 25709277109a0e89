import { isSessionOrigin } from '../../core/session-url.js';
import type { Check } from '../check.js';
import { read } from '../questions.js';

/** Whether there is anything at the URL, and whether it may be asked at all. */
export const REACH: readonly Check[] = [
  {
    id: 'transport',
    level: 'error',
    title: 'The endpoint is asked over https, or on this machine',
    rule: 'A session URL and an onboarding id are secrets: they travel over https only.',
    mend: 'Give the site a certificate (most hosts do it by a switch) and use the https:// address. Nothing else was tried.',
    ask: () => [],
    judge: (_replies, { options: { url } }) =>
      // The element's own rule: http counts for loopback hosts alone.
      url.protocol === 'https:' || isSessionOrigin(url.origin, url.host)
        ? []
        : [{ reply: null, what: 'the address begins with http:// and is of another machine: ids and sign-ins could be read on the way' }],
  },
  {
    id: 'reachable',
    level: 'error',
    title: 'The endpoint answers',
    rule: 'Each request ends after 15 s.',
    mend: 'Check that the server is running, that the address is right to the letter, and that a browser on this machine can open it. A code '
      + 'that speaks of a certificate means that browsers will refuse the site as well.',
    after: ['transport'],
    judgesAll: true,
    ask: (subject) => [read(subject, 'unknown')],
    judge: () => [],
  },
];
