/** Reads a request's body as raw bytes, bounded in size and time; nothing is unpacked. */

/** The endpoint's own bodies are a line of JSON. */
export const MAX_REQUEST_BYTES = 16 * 1024;
/** A decision holds all that was read off a document. */
export const MAX_WEBHOOK_BYTES = 512 * 1024;
const BODY_TIMEOUT = 10_000;

/** The bytes, or the status to refuse with. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | number> {
  const { headers, body } = request;
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return 415;
  if (Number(headers.get('content-length') ?? 0) > limit) return 413;
  if (body === null) return new Uint8Array();
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel().catch(() => undefined);
  }, BODY_TIMEOUT);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (late) return 408;
      if (done) return joined(chunks, size);
      size += value.byteLength;
      if (size > limit) {
        void reader.cancel().catch(() => undefined);
        return 413;
      }
      chunks.push(value);
    }
  } catch {
    // The caller has gone away.
    return 400;
  } finally {
    clearTimeout(timer);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
