/** Answers that come late: a request that the server keeps until the test lets it go. */

/** Holds the next request of that method, and answers all others well. */
export function holdNext(world, method) {
  const held = {};
  held.arrived = new Promise((arrive) => {
    world.isHit = (asked) => asked === method;
    world.fault = (_request, _response, good) => {
      world.fault = null;
      const reply = good();
      return new Promise((resolve) => {
        held.session = reply.body.sessionUrl;
        /** Answers at last, of the status with that word, and waits until the page may have taken it. */
        held.release = async (verificationState) => {
          resolve(verificationState === undefined ? reply : { ...reply, body: { ...reply.body, verificationState } });
          await new Promise((rest) => setTimeout(rest, 50));
        };
        arrive();
      });
    };
  });
  return held;
}

/** Reads as the endpoint answers them, and beside them a stream that says what it is told to. */
export function stream(world) {
  let response = null;
  world.details = { stream: true };
  world.isHit = (method) => method === 'GET';
  world.fault = (request, given, good) => {
    if (request.headers.accept !== 'text/event-stream') return good();
    response = given;
    given.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${JSON.stringify(good().body)}\n\n`);
    return null;
  };
  return {
    isOpen: () => response !== null,
    say: (body) => response.write(`data: ${JSON.stringify(body)}\n\n`),
  };
}
