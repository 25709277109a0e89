/** What can become of a file that is loaded later. */
const html = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Free Wi-Fi</title>' };
const script = (body) => ({ status: 200, contentType: 'text/javascript', body });

/**
 * `isLasting`: the browser has taken what came as the module, and takes nothing else until the page is loaded anew. `isTimeless`: nothing comes at
 * all, until the fault is over.
 */
export const SCRIPT_FAULTS = [
  { name: 'can’t be fetched', answer: (request) => request.abort('failed') },
  { name: 'is blocked', answer: (request) => request.abort('blockedbyclient') },
  { name: 'is missing', answer: (request) => request.respond({ status: 404, contentType: 'text/javascript', body: '' }) },
  { name: 'is answered by a server that is down', answer: (request) => request.respond({ status: 503, contentType: 'text/plain', body: 'down' }) },
  { name: 'is the page of a captive portal', answer: (request) => request.respond(html) },
  { name: 'never comes', answer: (request, waiting) => void waiting.push(request), isTimeless: true },
  { name: 'is cut off', answer: (request) => request.respond(script('export function openVeriffFrame(')), isLasting: true },
  { name: 'is the empty script of a blocker', answer: (request) => request.respond(script('')), isLasting: true },
  { name: 'throws', answer: (request) => request.respond(script('throw new Error("no")')), isLasting: true },
];

/** Strikes the requests of a page for a file with a fault, until it is over. */
export async function strike(page, file, { answer }) {
  const waiting = [];
  const fault = {
    /** How often the file was asked for. */
    asked: 0,
    isOver: false,
    async end() {
      fault.isOver = true;
      for (const request of waiting) await request.abort('timedout');
    },
  };
  const take = (request) => {
    if (!request.url().includes(`/${file}`)) return request.continue();
    fault.asked++;
    return fault.isOver ? request.continue() : answer(request, waiting);
  };
  await page.setRequestInterception(true);
  page.on('request', (request) => void Promise.resolve(take(request)).catch(() => undefined));
  return fault;
}
