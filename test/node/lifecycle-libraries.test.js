import { describe } from 'node:test';
import { HTMX_SWAPS, TURBO_VISITS } from '../helpers/lifecycle-libraries.js';
import { reactLifecycles } from '../helpers/lifecycle-react.js';
import { describeLifecycles } from '../helpers/lifecycle-suite.js';

for (const version of [18, 19]) {
  const table = await reactLifecycles(version);
  describe(`an element of an app of React ${version} in StrictMode, wherever its flow stands,`, () => describeLifecycles(table));
}
describe('an element on a page of Turbo, wherever its flow stands,', () => describeLifecycles(TURBO_VISITS));
describe('an element on a page of htmx, wherever its flow stands,', () => describeLifecycles(HTMX_SWAPS));
