import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { answerCommands } from './child.js';
import { CONNECTIONS, loads } from './loads.js';

/** Forged webhooks at an even pace: autocannon would send those of a second all at its beginning. */

const TICK = 10;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** @returns how many were refused as they should be, and how many were not */
async function forge({ url, perSecond, seconds }) {
  const began = performance.now();
  const answers = [];
  for (;;) {
    const elapsed = performance.now() - began;
    if (elapsed > seconds * 1000) break;
    while (answers.length < (elapsed / 1000) * perSecond) answers.push(send(url, loads.forgery.request(1, answers.length)));
    await new Promise((resolve) => setTimeout(resolve, TICK));
  }
  const statuses = await Promise.all(answers);
  const refused = statuses.filter((status) => status === loads.forgery.status).length;
  return { answers: refused, seconds: (performance.now() - began) / 1000, errors: statuses.length - refused };
}

function send(url, { method, path, headers, body }) {
  return new Promise((resolve) => {
    const sent = request(url + path, { method, headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', () => resolve(0)).end(body);
  });
}

answerCommands({ start: () => undefined, forge });
