import { page } from './pages-html.js';

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
const of = (value, world) => (typeof value === 'function' ? value(world) : value);

/** Sets up one page of the table in a world; `empty`: with scripts of ours that do nothing, to see what the page is without them. */
export function stage(world, entry, empty = false) {
  const files = of(entry.files, world) ?? {};
  world.pages = { '/': { body: of(entry.html, world) ?? page(), headers: of(entry.headers, world), type: entry.type }, ...files };
  if (empty) {
    const ours = [...Object.keys(files).filter((path) => path.includes('kyc-verification')), '/assets/kyc-verification.js'];
    for (const path of ours) world.pages[path] = { body: '', type: 'text/javascript', headers: CORS };
  }
  world.calls.length = 0;
  world.frameHeaders = entry.frameHeaders ?? {};
  /** What the endpoint says of the verification, for pages of any origin. */
  world.said = { verificationState: 'UNVERIFIED', name: 'Jane Doe' };
  world.status = ({ method }) => (method === 'OPTIONS' ? { status: 204, body: '', headers: CORS } : { status: 200, body: world.said, headers: CORS });
  world.exchange = { status: 200, body: { sessionUrl: `${world.veriffOrigin}/session/secret-1`, sessionToken: 'secret-2' }, headers: CORS };
}
