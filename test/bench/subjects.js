import { join } from 'node:path';
import { build } from 'vite';
import { readText, root } from '../helpers/repository.js';
import { SUBJECTS } from './goals.js';
import { installPeers } from './peers.js';

/**
 * What is put on a blank page and measured there: `markup`, and the script that gives it life. `isReady` runs in the page, handed there as text: whether
 * its own button is there and can be pressed; what has none is not measured until then, and what is not painted before its vendor's frame, by its bytes
 * alone. Nobody's servers are reached: what a peer would load from them is in no figure, and its fonts never make it wait.
 */
const OURS = {
  name: SUBJECTS.ours,
  markup: '<kyc-verification onboarding-id="US_bench" endpoint="/verify" session-hosts="127.0.0.1:*"></kyc-verification>',
  /** The parts of the guidance. */
  parts: ['title', 'description', 'timeline', 'document-list', 'tips', 'privacy', 'start-button'],
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
  // What this element opens Veriff with: it has no screen of its own.
  { name: SUBJECTS.veriffFrame, entry: 'subjects/veriff-frame.js', markup: '<button>Start</button>', isPainted: false },
  {
    name: SUBJECTS.smileId,
    entry: 'peers/smile-id.js',
    markup: '<end-user-consent partner-name="Partner" partner-id="1" policy-url="https://www.partner.example/privacy" id-type-label="Passport" partner-logo="data:image/gif;base64,R0lGODlhAQABAAAAACw="></end-user-consent>',
    isReady: () => Boolean(document.querySelector('end-user-consent').shadowRoot?.querySelector('#allow')),
  },
  { name: SUBJECTS.plaid, entry: 'peers/plaid.js', markup: '<div id="plaid"></div>', isReady: () => document.querySelector('#plaid button') !== null },
  // A sign of being busy, until its frame has come: nothing of its own is painted.
  { name: SUBJECTS.persona, entry: 'peers/persona.js', markup: '', isPainted: false },
  // Without a token of Jumio's it paints its card and stays there, so that it is never interactive.
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
