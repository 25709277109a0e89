import { build } from 'vite';
import { renderTemplate } from 'kyc-verification/ssr';
import { SCRIPT, startPageWorld } from './page-world.js';
import { root } from './repository.js';

const ATTRIBUTES = 'onboarding-id="US_bare 1" endpoint="/verify" session-hosts="127.0.0.1:*" poll-interval="1"';
const CHILDREN = '<a href="/help">Contact us</a><small slot="footer">A partner’s words</small>';

/** How a page can get the element, after its server has painted it. */
export const SCRIPTS = { tag: SCRIPT, bundle: '<script type="module" src="/bundle/page.js"></script>' };

/** The markup of such a page. */
export const painted = ({ lang = 'en', attributes = '', template = renderTemplate({}, { lang }), children = CHILDREN, script = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><title>Painted</title><link rel="icon" href="data:,"><body>
  <kyc-verification ${ATTRIBUTES} ${attributes}>${template}${children}</kyc-verification><p>Below</p>${script}`;

/** A world with the scripts of `SCRIPTS`. */
export async function startPaintedWorld() {
  const world = await startPageWorld();
  for (const { fileName, code } of await bundle()) world.pages[`/bundle/${fileName}`] = { body: code, type: 'text/javascript' };
  return world;
}

let bundled = null;

/** As a partner's bundler makes it of the modules of the package. */
function bundle() {
  bundled ??= build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: 'dist/define.js', output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' } },
    },
  }).then(({ output }) => output);
  return bundled;
}
