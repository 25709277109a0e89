import { CANARY } from './fault-world.js';
import { sample } from './proof.js';

/** Marks what must not be read on the screen. */
export const MARK = 'zzmark';
const MB = 1024 * 1024;

/** Texts that mean harm, wherever a text can be given; those that have proved most telling first. */
export const TEXTS = Object.entries({
  HTML: `${MARK}<img src=x onerror="window.pwned=1"><script>window.pwned=1</script><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  'bidi controls': `${MARK}\u202e\u2066\u2067\u202d\u200f evird`,
  'a million letters': MARK + 'W'.repeat(MB),
  'a word of JavaScript': 'javascript:window.pwned=1',
  'the end of a template': `${MARK}\${window.pwned=1}{{constructor.constructor('window.pwned=1')()}}<!--?lit$1$-->`,
  'the end of an attribute': `${MARK}" onfocus="window.pwned=1" autofocus tabindex="0" x='`,
  CSS: `${MARK}</style><style>*{display:none!important}</style>; background: url(x)`,
  'marks that pile up': `${MARK}${'e\u0301\u0489\u0ab0'.repeat(2_000)}`,
  'control characters': `${MARK}\u0001\u0007\u001b[2J\u2028\u2029\ufeff\ufffe`,
  'halves of pairs': `${MARK}\ud800x\udfff`,
  '__proto__': '__proto__',
  constructor: 'constructor',
  'a million lines': `${MARK}\n`.repeat(MB / 7),
}).slice(0, sample(4, Infinity));

/** Every attribute that the contract names. */
export const ATTRIBUTES = [
  'onboarding-id', 'onboarding-id-from', 'endpoint', 'reverify', 'credentials', 'presentation', 'session-hosts', 'documents',
  'proof-of-address', 'region', 'poll-interval', 'handover-url', 'continue-url', 'lang', 'preview',
];

/** Every field of an answer, and the states that it is said in. */
export const FIELDS = {
  verificationState: (text) => ({ verificationState: text }),
  // The first has words; the next two only have the form of a code: they may go to the page's script, and are not shown.
  reasons: (text) => ({ reasons: ['document-expired', MARK, 'constructor', text, { [text]: text }, [text], ...Array(500).fill(text.slice(0, 20))] }),
  'reasons as a text': (text) => ({ reasons: text }),
  retryAt: (text) => ({ retryAt: text }),
  updatedAt: (text) => ({ updatedAt: text }),
  stream: (text) => ({ stream: text }),
  message: (text) => ({ message: text, error: text, title: text, detail: text }),
  'any other': (text) => ({ [text.slice(0, 500)]: text, firstName: text, name: { [CANARY]: text } }),
};
