import { request, Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { idOf, webhookFor } from './baanx-calls.js';
import { answerCommands } from './child.js';
import { SERIES } from './widgets-series.js';

/** Widgets that wait on a stream each, and the vendor's webhooks: in one process, so that one clock times both ends. */

/** Streams opened at a time. */
const AT_ONCE = 50;
/** One webhook after so many milliseconds. */
const PACE = 10;
const LONGEST_WAIT = 10_000;

const agent = new Agent({ keepAlive: true });
const widgets = [];
let broken = 0;

async function open({ url, count }) {
  let next = 0;
  const openSome = async () => {
    while (next < count) widgets.push(await openOne(url, idOf(SERIES, next++)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openSome));
}

/** Settles when the stream has said where the verification stands. */
function openOne(url, id) {
  const widget = { id, heartbeats: 0, verdictAt: undefined };
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' };
    const asked = request(`${url}/api/kyc?onboardingId=${id}`, { headers, agent: false }, (response) => {
      if (!/^text\/event-stream/.test(response.headers['content-type'])) reject(new Error(`A stream was answered ${response.statusCode}.`));
      response.setEncoding('utf8').on('data', (text) => {
        // Events are far shorter than a packet, and come whole.
        if (text.includes('"PENDING"')) resolve(widget);
        if (text.includes('"VERIFIED"')) widget.verdictAt ??= performance.now();
        if (text.includes(':\n\n')) widget.heartbeats += 1;
      });
      response.on('close', () => (broken += 1));
    });
    asked.on('error', reject).end();
  });
}

/** The heartbeat that a stream begins with is not counted. */
async function heartbeat() {
  const until = performance.now() + 20_000;
  while (widgets.some(({ heartbeats }) => heartbeats < 2)) {
    if (performance.now() > until) throw new Error('Streams are without a heartbeat.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @returns milliseconds from each webhook's sending to its event, and how many webhooks or events are missing */
async function verdicts({ url, count }) {
  // Spread over all who wait.
  const chosen = Array.from({ length: count }, (_, index) => widgets[Math.floor((index * widgets.length) / count)]);
  const latencies = await Promise.all(
    chosen.map(async (widget, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * PACE));
      const sentAt = performance.now();
      const status = await sendWebhook(url, webhookFor(widget.id, 'VERIFIED', index));
      while (status === 200 && widget.verdictAt === undefined && performance.now() < sentAt + LONGEST_WAIT) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return widget.verdictAt === undefined ? null : widget.verdictAt - sentAt;
    }),
  );
  const told = widgets.filter(({ verdictAt }) => verdictAt !== undefined).length;
  const arrived = latencies.filter((latency) => latency !== null);
  return { latencies: arrived, missing: count - arrived.length, misdirected: told - arrived.length, broken };
}

function sendWebhook(url, { body, headers }) {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/kyc/webhook`, { method: 'POST', headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

answerCommands({ start: () => undefined, open, heartbeat, verdicts });
