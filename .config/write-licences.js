import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { noticesOf } from './licences.js';

/** Makes `dist/cdn/LICENSES.txt`, which goes wherever the scripts go, of what the bundler has listed beside them. */
const fromRoot = (path) => new URL(`../${path}`, import.meta.url);
const { name, version, license: identifier } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
const list = fromRoot('dist/cdn/licenses.json');
const own = { name, version, identifier, text: readFileSync(fromRoot('LICENSE'), 'utf8') };

writeFileSync(fromRoot('dist/cdn/LICENSES.txt'), noticesOf(own, JSON.parse(readFileSync(list, 'utf8'))));
rmSync(list);
