import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { baanx, createTokenExchange } from 'kyc-verification/server';
import { API_KEY, CLIENT_KEY, idOf, webhookFor } from './baanx-calls.js';
import { answerCommands } from './child.js';
import { memory, reading, rss } from './meter.js';

/** This package's handler on `node:http`, as the README says to mount it. */
let server;
let exchange;

/** The memory of the process is full after these. */
const FILLING = 55_000;

/** By what is measured afterwards: reads of people of whom nothing is known yet. */
async function fill() {
  const AT_ONCE = 50;
  for (let number = 0; number < FILLING; number += AT_ONCE) {
    const reads = Array.from({ length: AT_ONCE }, (_, index) => exchange(new Request(`http://localhost/api/kyc?onboardingId=${idOf(0xf1f1, number + index)}`)));
    for (const { status } of await Promise.all(reads)) if (status !== 200) throw new Error(`A read was answered ${status}.`);
  }
}

async function feed({ series, count, isKnown = false }) {
  for (let number = 0; number < count; number++) {
    const id = idOf(series, number);
    // Whom a webhook speaks of has asked for the status before.
    if (isKnown) await exchange(new Request(`http://localhost/api/kyc?onboardingId=${id}`));
    const { body, headers } = webhookFor(id, 'PENDING', number);
    const { status } = await exchange(new Request('http://localhost/api/kyc/webhook', { method: 'POST', body, headers }));
    if (status !== 200) throw new Error(`A webhook was answered ${status}.`);
  }
}

answerCommands({
  async start(vendorUrl) {
    exchange = createTokenExchange({ provider: baanx({ baseUrl: vendorUrl, clientKey: CLIENT_KEY, apiKey: API_KEY }) });
    server = createServer(getRequestListener(exchange));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  },
  url: () => `http://127.0.0.1:${server.address().port}`,
  reading,
  memory,
  rss,
  fill,
  feed,
});
