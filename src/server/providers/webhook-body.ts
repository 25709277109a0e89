const decoder = new TextDecoder();

/** The event in the body of a webhook; `null` where it is no JSON. */
export function parseEvent(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body)) as unknown;
  } catch {
    return null;
  }
}
