import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Handler, json } from './handler.js';

/** Longest body that is read, in bytes. */
const MAX_BODY = 1024 * 1024;

class BodyTooLong extends Error {}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MAX_BODY) throw new BodyTooLong();
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

/** Throws if the request cannot be said in the web platform's terms. */
async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const target = incoming.url ?? '';
  if (!target.startsWith('/')) throw new TypeError('Only paths are served');
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? '']) headers.append(name, item);
  }
  const method = incoming.method ?? 'GET';
  const url = new URL(`http://${incoming.headers.host ?? 'localhost'}${target}`);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: await readBody(incoming) });
}

/** Writes what comes of the body at once, no faster than it is taken. Ends with the body or with the connection. */
async function writeBody(outgoing: ServerResponse, reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const closed = once(outgoing, 'close').then(() => reader.cancel(), () => undefined);
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) break;
    if (!outgoing.write(value)) await Promise.race([once(outgoing, 'drain'), closed]);
  }
}

async function send(outgoing: ServerResponse, response: Response, withBody: boolean): Promise<void> {
  const reader = withBody ? response.body?.getReader() : undefined;
  if (outgoing.destroyed) return reader?.cancel();
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (reader !== undefined) await writeBody(outgoing, reader);
  outgoing.end();
}

/** Answers one request of Node's with a web-standard handler. It never rejects: what fails is answered with an error status. */
export async function respond(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let response: Response;
  try {
    const request = await toRequest(incoming);
    try {
      response = await handler(request);
    } catch (error) {
      console.error(error);
      response = json(500, { message: 'The sandbox failed.' });
    }
  } catch (error) {
    const status = error instanceof BodyTooLong ? 413 : 400;
    // The rest of the body is not wanted: the connection ends with the answer.
    response = json(status, { message: status === 413 ? 'The body is too long.' : 'Bad request.' }, { connection: 'close' });
  }
  try {
    await send(outgoing, response, incoming.method !== 'HEAD');
  } catch {
    outgoing.destroy();
  }
}

export interface RunningServer {
  /** Scheme, host and port, without a slash at the end. */
  origin: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Serves the handler over HTTP.
 * @param options `port` 0 takes any free one; with `tries` above 1 the next ports are tried if it is taken
 * @throws if no port is free, or the host cannot be bound
 */
export async function listen(handler: Handler, options: { port?: number; host?: string; tries?: number } = {}): Promise<RunningServer> {
  const { port = 0, host = 'localhost', tries = 1 } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await bind(handler, port === 0 ? 0 : port + attempt, host);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || attempt + 1 >= tries) throw error;
    }
  }
}

function bind(handler: Handler, port: number, host: string): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => void respond(handler, incoming, outgoing));
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address() as AddressInfo;
      resolve({
        origin: `http://${host}:${address.port}`,
        close: () => new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
      });
    });
  });
}
