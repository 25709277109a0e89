import { describe } from 'node:test';
import { CALLS, CHANGES } from '../helpers/lifecycle-calls.js';
import { CLOCKS, FREEZING } from '../helpers/lifecycle-clocks.js';
import { describeLifecycles } from '../helpers/lifecycle-suite.js';

describe('an element whose clocks jump and whose page is not looked at, wherever its flow stands,', () => describeLifecycles({ ...CLOCKS, ...FREEZING }));
describe('an element that its page calls and changes in mid-flow, wherever its flow stands,', () => describeLifecycles({ ...CALLS, ...CHANGES }));
