import { describe } from 'node:test';
import { CACHE } from '../helpers/lifecycle-cache.js';
import { describeLifecycles } from '../helpers/lifecycle-suite.js';

describe('an element whose page goes into the back/forward cache, wherever its flow stands,', () => describeLifecycles(CACHE));
