/** The wire format of Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
const encoder = new TextEncoder();

/** Says that the line is alive, and nothing else. */
export const HEARTBEAT = encoder.encode(':\n\n');

/** One event. JSON has no line breaks of its own. */
export function eventText(id: string, data: unknown): Uint8Array {
  return encoder.encode(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
}
