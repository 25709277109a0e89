import { pathToFileURL } from 'node:url';

/**
 * Run with `node --import`, before the module in question: any reading of a DOM global by a file beneath `DIST` is reported on stderr and
 * ends the process with code 1. Lit, which brings its own stand-ins for Node, may read them.
 */
const dist = pathToFileURL(`${process.env['DIST']}/`).href;

const names = [
  'window', 'self', 'document', 'customElements', 'HTMLElement', 'Element', 'Node', 'ShadowRoot', 'CSSStyleSheet', 'MutationObserver',
  'navigator', 'location', 'history', 'screen', 'localStorage', 'sessionStorage', 'matchMedia', 'requestAnimationFrame',
];

for (const name of names) {
  const { value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
  let current = value;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      const [, , reader = ''] = new Error().stack.split('\n');
      if (reader.includes(dist)) {
        console.error(`${name} is read ${reader.trim()}`);
        process.exit(1);
      }
      return current;
    },
    set(replacement) {
      current = replacement;
    },
  });
}
