import { onCleanup } from './element-cleanup.js';
import { eventually } from './element-time.js';

/** A page of its own, in a frame, where nothing is registered yet. */
export interface FreshPage {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What its console was warned of. */
  readonly warnings: readonly string[];
  /** Runs the registering script, as a script tag would; `?copy` is another copy of the package. */
  runScript(copy?: '' | '?copy'): Promise<void>;
}

const CLASS = '/src/element/kyc-verification-element';
/** Gives `define.ts?copy` a class of its own, as another bundle would have. */
const COPY = JSON.stringify({
  scopes: { '/src/define.ts?copy': { [`${CLASS}.js`]: `${CLASS}.ts?copy`, [`${CLASS}.ts`]: `${CLASS}.ts?copy` } },
});

/** @param html the whole document; `SCRIPT` in it stands for the script tag */
export async function openPage(html: string): Promise<FreshPage> {
  const frame = document.createElement('iframe');
  const warnings: string[] = [];
  frame.srcdoc = `<!doctype html><html lang="en"><script>
    const { warn } = console;
    console.warn = (...words) => parent.dispatchEvent(new CustomEvent('page-warning', { detail: words.join(' ') }));
  </script><script type="importmap">${COPY}</script>${html.replace('SCRIPT', '<script type="module" src="/src/define.ts"></script>')}`;
  const keep = ({ detail }: CustomEventInit<string>): void => {
    if (detail?.startsWith('<kyc-verification>')) warnings.push(detail);
  };
  addEventListener('page-warning', keep);
  onCleanup(() => {
    removeEventListener('page-warning', keep);
    frame.remove();
  });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  if (page === null) throw new Error('No page.');
  return {
    window: page,
    document: page.document,
    warnings,
    async runScript(copy = '') {
      const script = page.document.createElement('script');
      script.type = 'module';
      script.src = `/src/define.ts${copy}`;
      const run = new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = reject;
      });
      page.document.head.append(script);
      await run;
      await eventually(() => page.customElements.get('kyc-verification') !== undefined, 'a registration');
    },
  };
}
