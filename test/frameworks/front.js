import { createServer, request as ask } from 'node:http';
import { connect } from 'node:net';
import { listening } from '../helpers/listening.js';

/** One origin for an app and its endpoint: what the sandbox answers for goes there, all else to the app, sockets included. */
export async function startFront(world, app) {
  const server = createServer((request, response) => {
    const { method, headers, url } = request;
    const { origin } = world.handles(new URL(url, app.origin).pathname) ? world : app;
    const onward = ask(`${origin}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.on('upgrade', ({ method, url, rawHeaders }, socket, head) => {
    const { hostname, port } = new URL(app.origin);
    const onward = connect(Number(port), hostname, () => {
      const lines = rawHeaders.flatMap((text, index) => (index % 2 === 0 ? [`${text}: ${rawHeaders[index + 1]}`] : []));
      onward.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const [end, other] of [[socket, onward], [onward, socket]]) {
      end.on('error', () => other.destroy());
      end.on('close', () => other.destroy());
    }
  });
  return listening(server);
}
