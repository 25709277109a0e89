import { createServer } from 'node:http';
import { SCRIPT, startPageWorld } from './page-world.js';

/** All that is secret or personal in this world has this word in it. */
export const CANARY = 'canary';
const PERSON = { firstName: `Jane-${CANARY}`, email: `${CANARY}@example.com`, ssn: `078-05-${CANARY}` };
/** As they stand in the markup of the page: an inline style must be the same afterwards. */
export const STYLES = ['scroll-behavior: auto;', 'margin: 3px; overflow: auto scroll;'];

/**
 * A page with the element, whose endpoint answers well (`/verify`, or the same at `otherOrigin`) unless `fault` does: then
 * that takes the requests that `isHit` names, as page-world's `exchange` and `status` do.
 */
export async function startFaultWorld() {
  const world = await startPageWorld();
  Object.assign(world, {
    /** What the server of the partner knows of the user. */
    truth: 'UNVERIFIED',
    /** More that it says of the status. */
    details: {},
    fault: null,
    isHit: () => true,
    /** Answers that the other origin gives are for any page to read. */
    isOpen: true,
    attributes: `onboarding-id="US_fault 1" endpoint="/verify?partner=7" session-hosts="127.0.0.1:*" poll-interval="1"`,
    headers: {},
    sessions: 0,
    hits: 0,
    /** Requests of what a redirect leads to. */
    strays: 0,
    /** Bytes of an endless answer that the page has let come. */
    mostSent: 0,
  });
  function good(method) {
    const headers = { 'x-client-key': `${CANARY}-client-key`, 'set-cookie': `sid=${CANARY}; HttpOnly` };
    if (method === 'POST') return { status: 200, headers, body: { sessionUrl: `${world.veriffOrigin}/session/${CANARY}-${++world.sessions}`, ...PERSON } };
    return { status: 200, headers, body: { verificationState: world.truth, ...PERSON, ...world.details } };
  }
  async function answer(request, response) {
    const { method } = request;
    if (world.fault === null || !world.isHit(method)) return good(method);
    world.hits++;
    return typeof world.fault === 'function' ? world.fault(request, response, () => good(method), world) : world.fault;
  }
  world.exchange = answer;
  world.status = answer;
  world.pages['/'] = () => ({
    headers: world.headers,
    body: `<!doctype html><html lang="en" style="${STYLES[0]}"><title>Faults</title>${SCRIPT}<body style="${STYLES[1]}">
<kyc-verification ${world.attributes}></kyc-verification>
<script>document.querySelector('kyc-verification').headers = () => ({ authorization: 'Bearer ${CANARY}-token' }); document.currentScript.remove();</script>`,
  });
  world.pages['/nowhere'] = () => {
    world.strays++;
    return { body: '' };
  };
  const other = createServer((request, response) => void otherOrigin(request, response));
  async function otherOrigin(request, response) {
    for await (const chunk of request) void chunk;
    if (request.url.startsWith('/nowhere')) world.strays++;
    const open = world.isOpen === true || world.isOpen === request.method;
    const headers = open
      ? { 'access-control-allow-origin': world.origin, 'access-control-allow-headers': 'authorization, content-type', 'access-control-max-age': '0', 'access-control-expose-headers': 'Retry-After' }
      : {};
    if (request.method === 'OPTIONS') return response.writeHead(open ? 204 : 403, headers).end();
    const { status: code, body, headers: own } = good(request.method);
    return response.writeHead(code, { 'content-type': 'application/json', ...own, ...headers }).end(JSON.stringify(body));
  }
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  world.otherOrigin = `http://127.0.0.1:${other.address().port}`;
  const { stop } = world;
  world.stop = async () => {
    other.closeAllConnections();
    await Promise.all([stop(), new Promise((resolve) => other.close(resolve))]);
  };
  return world;
}
