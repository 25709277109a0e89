import { Agent, request } from 'node:http';

/** Plain HTTP, with nothing unpacked or followed: what a recipe's server really sends. */

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request; `body` may be a list of chunks, and is then sent without a length. */
export function ask(url, { method = 'GET', headers = {}, body, agent } = {}) {
  return new Promise((resolve, reject) => {
    const length = typeof body === 'string' ? { 'content-length': Buffer.byteLength(body) } : {};
    const sent = request(url, { method, headers: { ...length, ...headers }, agent: agent ?? false }, async (response) => {
      try {
        const text = Buffer.concat(await response.toArray()).toString();
        resolve({ status: response.statusCode, headers: response.headers, text, json: () => JSON.parse(text) });
      } catch (error) {
        reject(error);
      }
    });
    sent.on('error', reject);
    for (const chunk of Array.isArray(body) ? body : body === undefined ? [] : [body]) sent.write(chunk);
    sent.end();
  });
}

/** A connection that stays open between requests. */
export const keptAlive = () => new Agent({ keepAlive: true, maxSockets: 1 });

/** Follows a stream as a browser would, which also offers to unpack it. */
export function follow(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const sent = request(url, { headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, br', ...headers }, agent: false });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      let end = 'open';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => (end = 'ended')).on('error', () => (end = 'broken'));
      resolve({
        status: response.statusCode,
        headers: response.headers,
        /** Resolves with what has come once it matches. Fails after 5 s. */
        async until(pattern) {
          for (const deadline = Date.now() + 5_000; !pattern.test(text); await wait(2)) {
            if (Date.now() > deadline) throw new Error(`No ${pattern} in ${JSON.stringify(text)} (${end})`);
          }
          return { text, after: performance.now() - began };
        },
        end: () => end,
        abort: () => sent.destroy(),
      });
    });
    sent.end();
  });
}

/** Asks until it holds; what it last was otherwise. */
export async function eventually(check, limit = 5_000) {
  for (const deadline = Date.now() + limit; ; await wait(20)) {
    const found = await check();
    if (found || Date.now() > deadline) return found;
  }
}
