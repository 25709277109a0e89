/** Reads a request's body as raw bytes, bounded in size and time; nothing is unpacked. */

/** The endpoint's own bodies are a line of JSON. */
export const MAX_REQUEST_BYTES = 16 * 1024;
/** A decision holds all that was read off a document. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;
const BODY_TIMEOUT = 10_000;

/** The bytes, or the status to refuse with. @throws TypeError where something before us has read the body already */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | number> {
  const { headers } = request;
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return 415;
  const length = Number(headers.get('content-length') ?? NaN);
  if (length > limit) return 413;
  if (request.bodyUsed) throw new TypeError('The body has been read already.');
  const asWhole = length >= 0 && isAdapters(request);
  const body = asWhole ? null : (request.body as ReadableStream<Uint8Array> | null);
  if (!asWhole && body === null) return new Uint8Array();
  const reader = body?.getReader();
  const read = reader === undefined ? readWhole(request, limit) : readUpTo(reader, limit);
  return new Promise((resolve) => {
    const end = (bytes: Uint8Array | number): void => {
      clearTimeout(timer);
      if (typeof bytes === 'number') void reader?.cancel().catch(() => undefined);
      resolve(bytes);
    };
    const timer = setTimeout(() => end(408), BODY_TIMEOUT);
    // What fails is a caller that has gone away.
    read.then(end, () => end(400));
  });
}

/**
 * A request of an adapter's own class stands for one of a socket, where HTTP ends a body of a known length: it need not be
 * watched as it grows, for which such adapters have to make a stream, at several times the price of the rest.
 */
function isAdapters(request: Request): boolean {
  return Object.getPrototypeOf(request) !== Request.prototype;
}

async function readWhole(request: Request, limit: number): Promise<Uint8Array | number> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > limit ? 413 : bytes;
}

async function readUpTo(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<Uint8Array | number> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    size += value.byteLength;
    if (size > limit) return 413;
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
