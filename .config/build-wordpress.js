import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const TARGET = fromRoot('dist/wordpress/kyc-verification');

/** Puts the WordPress plugin together, complete with the built script and the themes, in the folder `target`: that is what a site gets. */
export function buildWordpress(target = TARGET) {
  if (!existsSync(fromRoot('dist/cdn/kyc-verification.js'))) throw new Error('There is no dist/cdn: run npm run build first.');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(fromRoot('demo/wordpress/kyc-verification'), target, { recursive: true });
  cpSync(fromRoot('dist/cdn'), `${target}/assets`, { recursive: true });
  cpSync(fromRoot('src/themes'), `${target}/assets/themes`, { recursive: true });
  cpSync(fromRoot('LICENSE'), `${target}/LICENSE`);
  return target;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(buildWordpress());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
