/** Reads an event stream, piece by piece as it comes. */
import { createParser } from 'eventsource-parser';

export interface EventStreamOptions {
  readonly body: ReadableStream<Uint8Array>;
  /** The longest event, in bytes. */
  readonly limit: number;
  /** The data of each event without a name of its own. */
  readonly onData: (data: string) => void;
  /** After each piece that arrived, be it a heartbeat. */
  readonly onBytes: () => void;
}

/** Settles at the end of the stream, or once `signal` aborts; rejects where the stream breaks or an event is too long. */
export async function readEvents({ body, limit, onData, onBytes }: EventStreamOptions, signal: AbortSignal): Promise<void> {
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  const decoder = new TextDecoder();
  let isTooLong = false;
  const parser = createParser({
    // What is not yet an event is held in characters, of which each is a byte at least.
    maxBufferSize: limit,
    onError: ({ type }) => (isTooLong ||= type === 'max-buffer-size-exceeded'),
    onEvent: ({ event = 'message', data }) => {
      isTooLong ||= data.length > limit || new TextEncoder().encode(data).byteLength > limit;
      if (event === 'message' && !isTooLong && !signal.aborted) onData(data);
    },
  });
  // Also where nothing else ends a read that never settles.
  signal.addEventListener('abort', cancel);
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      parser.feed(decoder.decode(value, { stream: true }));
      if (isTooLong) throw new RangeError('An event is too long.');
      if (!signal.aborted) onBytes();
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
