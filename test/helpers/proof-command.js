import { figure, isProof, seed } from './proof.js';

/** Lets browser tests know how much is asked of them, and write down what they have measured (see `proof.ts`). */
export function proofCommand() {
  return {
    name: 'proof',
    executeCommand({ command, payload, session }) {
      if (command !== 'figure') return undefined;
      figure(payload.name, payload.value, session.browser.name);
      return true;
    },
  };
}

/** For the page that runs the tests. */
export const proofScript = `<script>globalThis.isProof = ${isProof}; globalThis.proofSeed = ${seed};</script>`;
