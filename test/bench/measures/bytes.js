import { pageOf, startBenchWorld } from '../bench-world.js';
import { brotliOf, filesOf } from '../files.js';
import { SUBJECTS } from '../goals.js';
import { journey } from '../journey.js';
import { ours, subjects } from '../subjects.js';

/**
 * Brotli, quality 11, of the files that are asked for before the frame of the first paint, on a page with a script tag; of a peer, of its minified bundle and what that
 * loads. And of all files of our journey to the verdict. The page itself, answers of the endpoint, and Veriff's own page in its frame are in no figure.
 */
export async function measure({ log }) {
  const all = await subjects(log);
  const world = await startBenchWorld(all);
  const rows = [];
  try {
    for (const subject of all) rows.push(await beforePaint(world, subject));
  } finally {
    await world.stop();
  }
  return [...rows, ...(await wholeJourney())];
}

/** What is ours of that, all of it exact. */
export async function exact() {
  const world = await startBenchWorld([ours]);
  try {
    return [await beforePaint(world, ours), ...(await wholeJourney())];
  } finally {
    await world.stop();
  }
}

async function beforePaint(world, subject) {
  const { name, folder, isPainted = true } = subject;
  const files = await world.visit(pageOf(subject), 1, async (page) => {
    if (isPainted) await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    return (await filesOf(page, folder)).filter(({ isBefore }) => isBefore);
  });
  if (subject === ours) await expectWhole(world, files);
  return { goal: 'bytesToFirstPaint', subject: name, figure: brotliOf(files), unit: 'B', note: `${files.length} ${files.length === 1 ? 'file' : 'files'}` };
}

/** With these files, and none that comes later, all of the guidance is shown. */
async function expectWhole(world, files) {
  const missing = await world.visit(
    pageOf(ours),
    1,
    (page) =>
      page.$eval(
        'kyc-verification',
        async ({ shadowRoot, updateComplete }, parts) => {
          await updateComplete;
          return parts.filter((part) => !shadowRoot.querySelector(`[part~="${part}"]`)?.checkVisibility({ visibilityProperty: true }));
        },
        ours.parts,
      ),
    files.map(({ url }) => url),
  );
  if (missing.length > 0) throw new Error(`The files before the first paint do not show ${missing.join(', ')}.`);
}

async function wholeJourney() {
  const { requests, brotli, names } = await journey();
  const subject = SUBJECTS.ours;
  return [
    { goal: 'bytesOfJourney', subject, figure: brotli, unit: 'B', note: names.map((name) => name.replace(/-[\w-]{8}(?=\.js$)/, '')).join(', ') },
    { goal: 'requestsOfJourney', subject, figure: requests, unit: '' },
  ];
}
