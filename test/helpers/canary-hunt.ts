import { expect } from '@open-wc/testing';
import { EVENT_NAMES } from '../../src/index.js';

/**
 * Watches everything that a page can keep, say or show for the sandbox's secrets and personal data: console, events,
 * storage, history, cookies and the DOM, shadow trees included, Veriff's `src` aside.
 */
export async function huntCanaries(): Promise<{ found(): string[]; end(): void }> {
  const canaries = (await (await fetch('/sandbox/canaries')).json()) as string[];
  expect(canaries.length).to.be.greaterThan(10);
  const heard: string[] = [];
  const listen = (event: Event): void => void heard.push(JSON.stringify((event as CustomEvent).detail) ?? '');
  for (const name of EVENT_NAMES) document.addEventListener(name, listen);
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const originals = methods.map((method) => console[method]);
  for (const method of methods) {
    console[method] = (...args: unknown[]) => void heard.push(args.map(describe).join(' '));
  }
  return {
    found() {
      const storages = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
      const places = [...heard, ...storages, location.href, JSON.stringify(history.state), document.cookie, textOf(document)];
      return canaries.filter((canary) => places.some((place) => place.includes(canary)));
    },
    end() {
      for (const name of EVENT_NAMES) document.removeEventListener(name, listen);
      methods.forEach((method, index) => (console[method] = originals[index]!));
    },
  };
}

function describe(value: unknown): string {
  if (value instanceof Error) return `${value.message} ${value.stack ?? ''}`;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** Markup of a tree with its open shadow trees, without the `src` of Veriff's frame. */
function textOf(root: Document | ShadowRoot): string {
  const elements = [...root.querySelectorAll('*')];
  const inner = elements.flatMap((element) => (element.shadowRoot === null ? [] : [textOf(element.shadowRoot)]));
  if (root instanceof ShadowRoot) return [root.innerHTML, ...inner].join('\n');
  const copy = root.documentElement.cloneNode(true) as Element;
  copy.querySelectorAll('#veriffFrame').forEach((frame) => frame.removeAttribute('src'));
  return [copy.outerHTML, ...inner].join('\n');
}
