import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { fromRoot } from './from-root.js';

/**
 * Puts the WordPress plugin together, complete with the built script and the themes, and prints where: in the folder that is named, else in
 * `dist/wordpress`. That folder is what a site gets.
 */
const [target = fromRoot('dist/wordpress/kyc-verification')] = process.argv.slice(2);

if (existsSync(fromRoot('dist/cdn/kyc-verification.js'))) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(fromRoot('demo/wordpress/kyc-verification'), target, { recursive: true });
  cpSync(fromRoot('dist/cdn'), `${target}/assets`, { recursive: true });
  cpSync(fromRoot('src/themes'), `${target}/assets/themes`, { recursive: true });
  cpSync(fromRoot('LICENSE'), `${target}/LICENSE`);
  console.log(target);
} else {
  console.error('There is no dist/cdn: run npm run build first.');
  process.exitCode = 1;
}
