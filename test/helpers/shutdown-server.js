/**
 * A partner's server as a process of its own: the endpoint on `node:http`, over files in the folder that the first argument names. It
 * prints its port. SIGTERM ends it as the guide says, and nothing else does.
 */
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import { veriffWorld } from './server-world.js';

/** A store far away: so webhooks are under way when the signal comes. Milliseconds. */
const DISTANCE = 15;

const files = createStorage({ driver: fsDriver({ base: process.argv[2] }) });
const store = {
  getItem: (key) => files.getItem(key),
  setItem: async (key, value) => {
    await delay(DISTANCE);
    await files.setItem(key, value);
  },
};
const { exchange } = veriffWorld({ store });
const server = createServer(getRequestListener(exchange));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.once('SIGTERM', async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  // Node closes the connections that are idle then: not those that are later, nor one that never rests.
  server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false));
  setInterval(() => server.closeIdleConnections(), 100).unref();
  await exchange.close();
  await closed;
  // What is not kept by now is lost.
  process.exit();
});
