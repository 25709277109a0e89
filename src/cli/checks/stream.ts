import { parseStatus } from '../../core/contract.js';
import { each, needsKnown, type Check, type Subject } from '../check.js';
import { read } from '../questions.js';
import { fieldOf, typeOf } from '../replies.js';

const STREAM = 'stream: true says that the same GET with Accept: text/event-stream sends each change as an event of that JSON.';
const EVENT_STREAM = 'text/event-stream';

const streamed = (subject: Subject) => ({
  ...read(subject, 'known', { headers: { accept: EVENT_STREAM } }),
  enough: (text: string) => firstEvent(text) !== null,
});

/** Following the status as a stream, where the endpoint says that it has one. */
export const STREAM_CHECKS: readonly Check[] = [
  {
    id: 'stream-offered',
    level: 'advice',
    title: 'A stream is offered by a boolean',
    rule: '"stream"?: true.',
    mend: 'Send "stream": true (not a text or a number) if there is a stream, and leave it out if there is none.',
    after: ['read-json'],
    unless: needsKnown,
    ask: (subject) => [read(subject, 'known')],
    judge: (replies, subject, log) => {
      const [reply] = replies;
      const offer = reply == null ? undefined : fieldOf(reply, 'stream');
      if (offer == null || offer === false) return { unclear: 'the status does not say "stream": true: the widget reads instead, which is fine' };
      return each(() => (offer === true ? null : 'stream is no boolean'))(replies, subject, log);
    },
  },
  {
    id: 'stream-type',
    level: 'error',
    title: 'The status can be followed as a stream',
    rule: STREAM,
    mend: 'Answer the GET with "Accept: text/event-stream" by 200 and "Content-Type: text/event-stream", and keep it open; or leave '
      + '"stream" out of the status.',
    after: ['stream-offered'],
    unless: needsKnown,
    ask: (subject) => [streamed(subject)],
    judge: each((reply) => (reply.status === 200 && typeOf(reply) === EVENT_STREAM ? null : 'no 200 with text/event-stream')),
  },
  {
    id: 'stream-event',
    level: 'error',
    title: 'The stream begins with the present state',
    rule: STREAM,
    mend: 'Send the present state as soon as the stream is open: "data: " and the JSON of the status in one line, then an empty line. Switch '
      + 'off buffering and compression of this answer, also in the proxy before it.',
    after: ['stream-type'],
    unless: needsKnown,
    ask: (subject) => [streamed(subject)],
    judge: each((reply) => {
      const data = firstEvent(reply.text);
      if (data === null) return reply.ended ? 'it ended without an event' : 'no event came within the wait';
      return parseStatus(parse(data))?.verificationState == null ? 'its first event is no status' : null;
    }),
  },
];

/** The data of the first message of an event stream (HTML standard, server-sent events); `null` until it is whole. */
function firstEvent(text: string): string | null {
  const blocks = text.replace(/^\ufeff/, '').split(/(?:\r\n|\r|\n){2}/);
  for (const block of blocks.slice(0, -1)) {
    const lines = block.split(/\r\n|\r|\n/);
    const name = lines.find((line) => line.startsWith('event:'))?.slice('event:'.length).trim();
    const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice('data:'.length).replace(/^ /, ''));
    if (data.length > 0 && (name ?? 'message') === 'message') return data.join('\n');
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
