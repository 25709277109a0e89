/** Minifies templates and styles in the modules of `dist`, as they are in the files for script tags: the bundlers of pages leave them alone. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import remapping from '@jridgewell/remapping';
import { runnerImport } from 'vite';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL('template-minifier.ts', import.meta.url)), { configFile: false });
const { transform } = module.templateMinifier();
const raise = (message) => {
  throw new Error(message);
};

const modules = ['element', 'ssr'].flatMap((folder) => readdirSync(join(dist, folder), { recursive: true }).map((name) => join(dist, folder, name)));
for (const path of modules.filter((name) => name.endsWith('.js'))) {
  const text = readFileSync(path, 'utf8');
  const { code, map } = await transform.call({ error: raise }, text, path);
  if (code === undefined) continue;
  // From what is written now to the sources, through what the compiler had written.
  const sources = remapping([map, JSON.parse(readFileSync(`${path}.map`, 'utf8'))], () => null);
  writeFileSync(path, code);
  writeFileSync(`${path}.map`, sources.toString());
}
