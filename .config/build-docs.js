import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { fromRoot } from './from-root.js';


/** Writes the documentation as files, into `dist/docs` or the folder that is named. Its widgets run the script of the build beside it. */
if (!existsSync(fromRoot('dist/custom-elements.json'))) throw new Error('Run npm run build first: the pages show what it makes.');
const folder = process.argv[2] === undefined ? fromRoot('dist/docs') : resolve(process.argv[2]);
const { buildSite } = (await runnerImport(fromRoot('demo/docs/site/build.ts'), { configFile: false, logLevel: 'error' })).module;
console.log(`${(await buildSite(folder)).length} pages in ${folder}`);
