import assert from 'node:assert/strict';
import { canary, person } from './server-world.js';

/** What holds for every answer of the endpoint, whatever was asked. */

const secrets = [...Object.values(canary), ...Object.values(person)];

/** The canaries that a text holds. */
export const leaksIn = (text) => secrets.filter((secret) => text.includes(secret));

/** Headers as one text. */
export const headerText = ({ headers }) => [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');

/** An answer of that status, as JSON that nobody keeps and nobody sniffs at. Resolves to its body. */
export async function bodyOf(response, status) {
  assert.equal(response.status, status);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json; charset=utf-8$/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.deepEqual(leaksIn(headerText(response)), []);
  return response.json();
}

/** A refusal: that status, a message of ours, and nothing else. Resolves to the message. */
export async function refusedWith(response, status) {
  const body = await bodyOf(response, status);
  assert.deepEqual(Object.keys(body), ['message']);
  assert.match(body.message, /^[A-Z][\w ,]+\.$/);
  return body.message;
}

/** Lets real turns pass until it is so, while time may be mocked: hashes are made on other threads. */
export async function until(isSo) {
  const deadline = performance.now() + 5_000;
  while (!isSo()) {
    assert.ok(performance.now() < deadline, 'what was waited for never came');
    await new Promise(setImmediate);
  }
}

/** Some real turns, for whatever is under way to go as far as it can. */
export async function someTurns() {
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
}

/** A body that is never complete: `chunk()` gives the next bytes, or nothing while there are none. `body.taken` counts the bytes. */
export function endlessBody(chunk = () => undefined) {
  const body = { taken: 0, canceled: false, stream: null };
  body.stream = new ReadableStream(
    {
      pull(controller) {
        const bytes = chunk();
        if (bytes === undefined) return new Promise(() => undefined);
        body.taken += bytes.byteLength;
        controller.enqueue(bytes);
        return undefined;
      },
      cancel() {
        body.canceled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return body;
}
