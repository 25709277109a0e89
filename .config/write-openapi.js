import { writeFileSync } from 'node:fs';
import { openapi } from '../dist/server/openapi.js';

/** The contract of the endpoint, for those who write theirs in another language. */
writeFileSync(new URL('../dist/openapi.json', import.meta.url), `${JSON.stringify(openapi, null, 2)}\n`);
