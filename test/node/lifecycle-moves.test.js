import { describe } from 'node:test';
import { MOVES } from '../helpers/lifecycle-moves.js';
import { describeLifecycles } from '../helpers/lifecycle-suite.js';
import { isProof } from '../helpers/proof.js';

describe('an element whose page moves, removes and rewrites it, wherever its flow stands,', () => describeLifecycles(MOVES));

if (isProof) {
  describe('in Firefox, an element whose page moves, removes and rewrites it, where the most is under way,', () =>
    describeLifecycles(MOVES, { engine: 'firefox', standings: ['checking', 'requesting', 'verifying, begun', 'verifying, sent', 'reviewing, streamed'] }));
}
