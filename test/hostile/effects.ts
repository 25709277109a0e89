import { figure } from '../helpers/proof.js';

/** What must never come out again of what went in. */
export const CANARY = 'CANARY_7b1f';

const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Promise.prototype];
const keysOf = (): string => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String).sort().join()).join('\n');

/** Counts what hostile input has brought about that it should not have. One for each `describe`. */
export function countEffects(): { note(what: string): void; unless(holds: boolean, what: string): void } {
  const effects: string[] = [];
  let prototypes = '';
  const logged: string[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const originals = methods.map((method) => console[method]);
  const note = (what: string): void => void effects.push(what);

  before(() => {
    prototypes = keysOf();
    methods.forEach((method, index) => {
      console[method] = (...words: unknown[]) => {
        logged.push(words.map(textOf).join(' '));
        originals[index]?.apply(console, words);
      };
    });
  });
  after(async () => {
    methods.forEach((method, index) => (console[method] = originals[index]!));
    if (keysOf() !== prototypes) note('A prototype was changed.');
    for (const line of logged) if (line.includes(CANARY)) note(`On the console: ${line.slice(0, 200)}`);
    await figure('effects of forgeries, bodies and URLs', effects.length);
    if (effects.length > 0) throw new Error(`${effects.length} effects, the first of them:\n${effects.slice(0, 10).join('\n')}`);
  });
  return { note, unless: (holds, what) => (holds ? undefined : note(what)) };
}

function textOf(value: unknown): string {
  if (value instanceof Error) return `${value.message} ${value.stack ?? ''}`;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** All that a page shows of itself, open shadow trees included, without the `src` of Veriff's frame. */
export function pageText(root: Document | ShadowRoot = document): string {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : [pageText(shadowRoot)]));
  if (root instanceof ShadowRoot) return [root.innerHTML, ...inner].join('\n');
  const copy = root.body.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('#veriffFrame').forEach((frame) => frame.removeAttribute('src'));
  return [copy.outerHTML, ...inner].join('\n');
}
