import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { fromRoot } from './from-root.js';

/** What the package has for coding assistants, made from the documentation and the manifest: the contract, and the list of pages. */
const { CONTRACT, contractText, llmsText } = (await runnerImport(fromRoot('demo/docs/site/llms.ts'), { configFile: false, logLevel: 'error' })).module;
const manifest = async () => JSON.parse(readFileSync(fromRoot('dist/custom-elements.json'), 'utf8'));

writeFileSync(fromRoot('dist/AGENTS.md'), await contractText(manifest));
writeFileSync(
  fromRoot('dist/llms.txt'),
  await llmsText(({ path }) => (path === CONTRACT ? 'AGENTS.md' : `../demo/docs/${path}.md`), [
    '- [custom-elements.json](custom-elements.json): The same names for tools: a custom-elements manifest.',
    '- [openapi.json](openapi.json): The endpoint as OpenAPI 3.1.',
  ]),
);
