import { domFacts, ownKeys } from './pages-facts.js';

/** Names that Lit gives to every page that it is on, to know of its other copies. */
export const OF_LIT = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];
/** Of frames, of the driver's own, and what zone.js notes of every kind of event that anybody has ever listened to. */
export const OF_NOBODY = /^\d+$|^puppeteer|^__puppeteer|^__ariaQuery|^__zone_symbol__/;

/** All that a page keeps, as lists of words: what stands on it, what its scripts see, and in Chromium who listens. */
export async function readPage({ page, engine }) {
  const frame = page.mainFrame();
  const facts = await frame.isolatedRealm().evaluate(domFacts);
  const keys = await frame.evaluate(ownKeys);
  ['window', 'document', 'html', 'body'].forEach((name, index) => {
    facts[`keys of ${name}`] = (keys[index] ?? []).filter((key) => !OF_LIT.includes(key) && !OF_NOBODY.test(key)).sort();
  });
  if (engine === 'chromium') facts.listeners = await readListeners(page);
  return facts;
}

/** The page with its element on it, as it should be when that is gone; who listens is left out, since the element does. */
export async function readBefore(walk) {
  const facts = await readPage(walk);
  delete facts.listeners;
  return facts;
}

async function readListeners(page) {
  const client = await page.createCDPSession();
  const counts = {};
  for (const place of ['window', 'document', 'document.documentElement', 'document.getElementsByTagName("body")[0]']) {
    const { result } = await client.send('Runtime.evaluate', { expression: place });
    if (result.objectId === undefined) continue;
    const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    for (const { type } of listeners) counts[`${place} ${type}`] = (counts[`${place} ${type}`] ?? 0) + 1;
  }
  await client.detach();
  return Object.entries(counts).map(([name, count]) => `${name} × ${count}`).sort();
}

/** Where two readings differ, each in a few words. */
export function differences(was, is) {
  const told = [];
  for (const name of Object.keys(was)) {
    const [before, now] = [was[name], is[name]].map((value) => (Array.isArray(value) ? value.map(String) : [String(value)]));
    if (JSON.stringify(before) === JSON.stringify(now)) continue;
    const [gone, added] = [before.filter((one) => !now.includes(one)), now.filter((one) => !before.includes(one))];
    told.push(`${name}: ${added.join(', ') || 'nothing'} instead of ${gone.join(', ') || 'nothing'}`);
  }
  return told;
}
