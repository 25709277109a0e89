import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { baanx, createTokenExchange } from 'kyc-verification/server';
import { API_KEY, CLIENT_KEY, idOf, webhookFor } from './baanx-calls.js';
import { answerCommands } from './child.js';
import { memory, reading, rss } from './meter.js';

/** This package's handler on `node:http`, as the README says to mount it. */
let server;
let exchange;

/** Both of the records that a webhook of an unknown person makes count: the memory of the process is full after these. */
const FILLING = 30_000;

async function fill() {
  for (let number = 0; number < FILLING; number++) {
    const { body, headers } = webhookFor(idOf(0xf1f1, number), 'PENDING', number);
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
});
