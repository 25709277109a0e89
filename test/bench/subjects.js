import { join } from 'node:path';
import { build } from 'vite';
import { readText, root } from '../helpers/repository.js';
import { SUBJECTS } from './goals.js';
import { installPeers } from './peers.js';

/**
 * What is put on a blank page and measured there: `markup`, and the script that gives it life. `isReady` runs in the page, handed there as text: whether
 * its own button is there and can be pressed. Nothing of a peer's servers is reached: what they would send afterwards, most of it, is in no figure.
 */
const OURS = {
  name: SUBJECTS.ours,
  markup: '<kyc-verification onboarding-id="US_bench" endpoint="/verify" session-hosts="127.0.0.1:*"></kyc-verification>',
  isReady: () => {
    const element = document.querySelector('kyc-verification');
    const button = element.shadowRoot?.querySelector('[part~="start-button"]');
    return element.matches(':state(guidance)') && button?.matches(':not(:disabled, [aria-disabled="true"])') && button.closest('[aria-busy="true"]') === null;
  },
};

const BUNDLED = [
  {
    name: SUBJECTS.floor,
    entry: 'subjects/lit-task.js',
    markup: '<lit-task></lit-task>',
    isReady: () => document.querySelector('lit-task').shadowRoot?.textContent.includes('UNVERIFIED'),
  },
  {
    name: SUBJECTS.veriffForm,
    entry: 'peers/veriff-form.js',
    markup: '<div id="veriff-root"></div>',
    isReady: () => document.querySelector('#veriff-root [type="submit"]') !== null,
  },
  { name: SUBJECTS.veriffFrame, entry: 'subjects/veriff-frame.js', markup: '<button>Start</button>', isPainted: false },
  {
    name: SUBJECTS.smileId,
    entry: 'peers/smile-id.js',
    markup: '<end-user-consent partner-name="Partner" partner-id="1" policy-url="https://www.partner.example/privacy" id-type-label="Passport" partner-logo="data:,"></end-user-consent>',
    isReady: () => document.querySelector('end-user-consent').shadowRoot?.querySelector('#allow') !== null,
  },
  { name: SUBJECTS.plaid, entry: 'peers/plaid.js', markup: '<div id="plaid"></div>', isReady: () => document.querySelector('#plaid button') !== null },
  { name: SUBJECTS.persona, entry: 'peers/persona.js', markup: '' },
  { name: SUBJECTS.jumio, entry: 'peers/jumio.js', markup: '<jumio-sdk dc="eu" token="token"></jumio-sdk>' },
];

/** Ours as it is built for a script tag. */
export const ours = { ...OURS, folder: '/assets', script: 'kyc-verification.js', files: [] };

/** All of them, ours first; those that are bundled as a page's bundler does it, minified, each with the pages and files that a world serves. */
export async function subjects(log) {
  installPeers(log);
  const bundled = [];
  for (const subject of BUNDLED) bundled.push(await bundle(subject));
  return [ours, ...bundled];
}

async function bundle(subject) {
  const { output } = await build({
    root: join(root, 'test/bench'),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'test/bench', subject.entry), output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' } },
    },
  });
  const files = output.map(({ fileName, code, source }) => ({ name: fileName, body: code ?? source }));
  return { ...subject, folder: `/subjects/${subject.entry.replaceAll(/\W/g, '-')}`, script: 'page.js', files };
}

/** The text of the script that a page would name. */
export const scriptOf = ({ script, files }) => files.find(({ name }) => name === script)?.body ?? readText(`dist/cdn/${script}`);
