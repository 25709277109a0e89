import { build } from 'vite';
import { startPageWorld } from './page-world.js';
import { root } from './repository.js';

/** The inspection as one classic script, so that it also runs where a page's headers allow no modules. */
async function bundle() {
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', lib: { entry: 'test/helpers/environment-entry.ts', name: 'environment', formats: ['iife'], fileName: 'environment' } },
  });
  return output[0].code;
}

/**
 * Pages that inspect where they stand. What they are served with is in their own address: `page(headers, frame)`, where `frame` is
 * `{ page, allow?, sandbox? }`. `localhost` is the same server, and another origin.
 */
export async function startEnvironmentWorld() {
  const script = await bundle();
  const world = await startPageWorld({ '/environment.js': { type: 'text/javascript', body: script } });
  const serve = (request) => {
    const { searchParams } = new URL(request.url, world.origin);
    const { headers, frame } = JSON.parse(searchParams.get('as'));
    return { headers, body: html(frame) };
  };
  world.pages['/page'] = serve;
  const page = (origin) => (headers = {}, frame = undefined) => `${origin}/page?${new URLSearchParams({ as: JSON.stringify({ headers, frame }) })}`;
  const elsewhere = world.origin.replace('127.0.0.1', 'localhost');
  return Object.assign(world, { page: page(world.origin), pageElsewhere: page(elsewhere), elsewhere });
}

function html(frame) {
  const attribute = (name) => (frame?.[name] === undefined ? '' : ` ${name}="${frame[name].replaceAll('"', '&quot;')}"`);
  return `<!doctype html><html lang="en"><title>Page</title><body><script src="/environment.js"></script>
${frame === undefined ? '' : `<iframe src="${frame.page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"${attribute('allow')}${attribute('sandbox')}></iframe>`}`;
}

/** Milliseconds, just below those after which the inspection gives up a question; and so often a busy machine may let it come to that. */
const LIMIT = 680;
const TRIES = 10;

/** The report of the innermost frame of a page, asked for again while the machine was too busy to answer all of it in time. */
export async function reportOf(page, options = {}) {
  let frame = page.mainFrame();
  while (frame.childFrames().length > 0) [frame] = frame.childFrames();
  for (let tries = 1; ; tries++) {
    const { report, took } = await frame.evaluate(inspect, options);
    if (took < LIMIT || tries === TRIES) return report;
  }
}

/* global environment */
async function inspect(options) {
  const began = performance.now();
  const report = await environment.inspectEnvironment(environment.basics(), { sessionHosts: '*.veriff.com *.veriff.me', framed: true, ...options });
  return { report, took: performance.now() - began };
}
