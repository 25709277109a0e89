import { connect, createServer } from 'node:net';

/** Bytes that 8 kbit/s bring in a second. */
const RATE = 1_000;
/** What is passed on at a time. */
const SLICE = 200;

/**
 * A line of 8 kbit/s between the page and all its servers: page, files, endpoint and Veriff. From the moment of `slowDown` on it is
 * slow from the next request to the endpoint, or for the file that opens Veriff; what is under way shares it. Its seconds are those of
 * the page's clock, which each slice of bytes puts ahead by the time that it takes.
 */
export async function layLine(walk) {
  const { world } = walk;
  /** By socket to write to: what waits. */
  const queues = new Map();
  const sockets = new Set();
  /** Sockets that nothing more will be written to. */
  const ended = new WeakSet();
  const line = { isSlow: false, isArmed: false, bytes: 0, chunks: 0 };
  let isMoving = false;

  async function move() {
    if (isMoving) return;
    isMoving = true;
    while (queues.size > 0) {
      // One after the other, as connections share a line.
      for (const [socket, data] of queues) {
        const size = line.isSlow ? SLICE : data.length;
        if (line.isSlow) await passTime(Math.min(size, data.length));
        const rest = (queues.get(socket) ?? data).subarray(size);
        queues.delete(socket);
        if (rest.length > 0) queues.set(socket, rest);
        if (!socket.destroyed) socket.write(data.subarray(0, size));
        if (rest.length === 0 && ended.has(socket)) socket.end();
      }
    }
    isMoving = false;
  }
  async function passTime(size) {
    line.bytes += size;
    // While another page is loaded there is no clock.
    await walk.advance((size / RATE) * 1_000).catch(() => undefined);
  }
  function pass(from, to, hear = () => undefined) {
    sockets.add(from);
    from.on('data', (data) => {
      hear(data);
      const waiting = queues.get(to);
      queues.set(to, waiting === undefined ? data : Buffer.concat([waiting, data]));
      void move();
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      queues.delete(from);
      ended.add(to);
      if (!queues.has(to)) to.end();
    });
  }
  function hearRequest(data) {
    const [, method, path] = /^([A-Z]+) (\S+) HTTP/.exec(data.subarray(0, 2_000).toString('latin1')) ?? [];
    if (!line.isArmed || path === undefined) return;
    const isHit = path.startsWith('/verify') && world.isHit(method);
    const isChunk = path.includes('.start-');
    if (isHit) world.hits++;
    if (isChunk) line.chunks++;
    if (isHit || isChunk) line.isSlow = true;
  }
  async function lay(origin) {
    const { port } = new URL(origin);
    const server = createServer((socket) => {
      const far = connect(Number(port), '127.0.0.1');
      pass(socket, far, hearRequest);
      pass(far, socket);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    walk.atEnd(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    return `http://127.0.0.1:${server.address().port}`;
  }
  world.origin = await lay(world.origin);
  world.veriffOrigin = await lay(world.veriffOrigin);
  line.slowDown = () => void (line.isArmed = true);
  line.speedUp = () => void Object.assign(line, { isSlow: false, isArmed: false });
  return line;
}
