import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile } from 'tailwindcss';
import { tailwind } from './dresses/tailwind.js';
import { readWordPressStyle } from './wordpress-styles.js';

const resolve = (path: string): string => createRequire(import.meta.url).resolve(path);
const own = (name: string): Promise<string> => readFile(fileURLToPath(new URL(`./styles/${name}`, import.meta.url)), 'utf8');

/** Where each style sheet of the dresses comes from, by the name under which it is served. */
export const styleSheets: Readonly<Record<string, () => Promise<string>>> = {
  'bootstrap.css': () => readFile(resolve('bootstrap/dist/css/bootstrap.css'), 'utf8'),
  'tailwind.css': compileTailwind,
  'wordpress-common.css': () => readWordPressStyle('common'),
  'wordpress-style.css': () => readWordPressStyle('style'),
  'wordpress-theme.css': () => readWordPressStyle('theme'),
  'wordpress-elements.css': () => readWordPressStyle('elements'),
  'global-styles.css': () => own('global-styles.css'),
  'hostile.css': () => own('hostile.css'),
};

/** Theme, preflight and the utilities that the page has, as Tailwind's own build makes them. */
async function compileTailwind(): Promise<string> {
  const source = "@import 'tailwindcss';\n@custom-variant dark (&:where(.dark, .dark *));";
  const { build } = await compile(source, {
    loadStylesheet: async (id) => {
      const path = resolve(`${id}/index.css`);
      return { path, base: path, content: await readFile(path, 'utf8') };
    },
  });
  const markup = tailwind.body({ menu: [true, false].map((current) => ({ label: '', href: '', current })), element: '', placeholder: '', preview: '' });
  return build([...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
}
