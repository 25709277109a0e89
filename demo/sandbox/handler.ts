/** A back end as the web platform describes one: runs alike in a browser, in Node and behind the dev server. */
export type Handler = (request: Request) => Promise<Response>;

export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';
export const TEXT_TYPE = 'text/plain; charset=utf-8';

/** A JSON answer; never stored by anything on its way. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return raw(status, JSON.stringify(body), JSON_TYPE, headers);
}

/** An answer with the body exactly as given. An empty body has no content type, as from a bare proxy. */
export function raw(status: number, body: string, type: string, headers: Record<string, string> = {}): Response {
  const all = new Headers({ 'cache-control': 'no-store', ...headers });
  if (body !== '') all.set('content-type', type);
  return new Response(body === '' ? null : body, { status, headers: all });
}

export function isJson({ headers }: Request): boolean {
  return /^application\/json\b/i.test(headers.get('content-type') ?? '');
}

/** The request's body as a JSON object, or null if it is anything else. */
export async function readObject(request: Request): Promise<Record<string, unknown> | null> {
  try {
    const value: unknown = JSON.parse(await request.text());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
