/** Our own answers: JSON that nobody keeps, and refusals in words of our own. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'Origin',
};

const STREAM_HEADERS: Readonly<Record<string, string>> = {
  ...HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressors and nginx would hold the events back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** What the page is told for each status; never a vendor's words, which may hold anything. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The onboarding is not valid or has ended.',
  401: 'Not signed in.',
  403: 'Not allowed.',
  404: 'No such onboarding.',
  405: 'Use GET or POST.',
  408: 'The request took too long.',
  413: 'The request is too large.',
  415: 'Send JSON, uncompressed.',
  429: 'Too many requests.',
  498: 'The client key is not valid.',
  499: 'The client key is missing.',
  502: 'The verification service did not answer.',
  503: 'The service is not available.',
};

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers } });
}

export function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return json(status, { message: MESSAGES[status] ?? MESSAGES[503] }, headers);
}

export function noContent(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'Origin', ...headers } });
}

export function eventStream(body: ReadableStream<Uint8Array>, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { headers: { ...STREAM_HEADERS, ...headers } });
}
