import { execFileSync } from 'node:child_process';
import { readText, root } from './repository.js';

const [, code] = /^```js\n(import manifest [^]*?)^```$/m.exec(readText('demo/docs/script-tag.md'));
const [, folder] = /^const folder = '(.*)';$/m.exec(code);
const printed = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' });

/** The import map of the documentation, as its code prints it, for the files of a folder. */
export const importMapTag = (ofFolder, attributes) => printed.replaceAll(folder, ofFolder).replace('<script ', `<script ${attributes} `);
