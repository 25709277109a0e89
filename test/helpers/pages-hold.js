import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { differences } from './pages-compare.js';
import { stage } from './pages-stage.js';
import { Walk } from './pages-walk.js';
import { waitFor } from './wait-for.js';

const TO_VERDICT = ['start', 'opened', 'submitted', 'pending', 'verified'];
const POST = 'POST ?partner=7{"onboardingId":"US_bare 1"}';

/**
 * Walks one page of the table, and asserts all that must hold on it. Afterwards the page is compared with itself before the start, or,
 * `thoroughly`, with the same page that never had the element. What came of it is returned.
 */
export async function hold({ browser, engine, world, entry, thoroughly = false, look }) {
  const never = thoroughly ? await passBy(browser, engine, world, entry) : null;
  stage(world, entry);
  const walk = new Walk(browser, engine, world, entry);
  try {
    await walk.open();
    const outcome = await walk.walk();
    // The words of our console lines are a file of their own.
    const told = expectedLines(entry, engine, outcome).length;
    await waitFor(() => walk.lines.length >= told);
    await look?.(walk);
    await entry.finally?.(walk);
    judge(walk, never?.walk.uncaught ?? [], outcome);
    await settle(walk, never?.left ?? walk.before);
    assert.equal(walk.veriff, undefined);
    for (const word of ['secret-', 'Jane Doe']) assert.ok(!walk.mentions(word), `${word} is to be read`);
    return outcome;
  } finally {
    await walk.close();
  }
}

/** The same page with scripts of ours that do nothing. */
async function passBy(browser, engine, world, entry) {
  stage(world, entry, true);
  const walk = new Walk(browser, engine, world, entry);
  try {
    await walk.open();
    await walk.find();
    return { walk, left: await walk.remove() };
  } finally {
    await walk.close();
  }
}

function judge(walk, ofPage, outcome) {
  const { entry, world } = walk;
  const { expects = 'verdict' } = entry;
  const told = `${outcome}: ${JSON.stringify([walk.heard, walk.lines, walk.uncaught, walk.seen.words])}`;
  if (expects !== 'any') assert.equal(outcome, expects, told);
  const uncaught = walk.uncaught.filter((line) => !ofPage.includes(line));
  judgeLines(walk.lines, expectedLines(entry, walk.engine, outcome), isSure(entry, walk.engine) ? [] : entry.lines);
  if (outcome === 'fallback') return assert.ok(uncaught.length === 1 && entry.uncaught.test(uncaught[0]), told);
  assert.deepEqual(uncaught, [], told);
  if (outcome === 'another') return;
  if (!entry.violations) assert.deepEqual(walk.violations, []);
  const posts = world.calls.filter((call) => call.startsWith('POST'));
  if (isError(outcome)) {
    assert.deepEqual(walk.heard.filter((name) => name.startsWith('error')), [`error ${outcome}`]);
    assert.deepEqual(walk.verdicts, []);
    assert.ok(walk.seen.words.includes(outcome) && walk.seen.controls.length > 0, `the user can do nothing: ${told}`);
    return assert.ok(posts.every((call) => call === POST), String(posts));
  }
  assert.deepEqual(walk.heard, TO_VERDICT);
  assert.deepEqual(posts, [POST]);
  const [start, open] = walk.scrolled;
  assert.ok(entry.glides || start.every((top, index) => Math.abs(top - open[index]) <= 2), `scrolled from ${start} to ${open} as Veriff opened`);
  assert.deepEqual(walk.sight, { frame: true, close: true, fills: true, isModal: true, bare: true });
}

const isError = (outcome) => !['verdict', 'fallback', 'another'].includes(outcome);

/** The lines that the entry names come in this engine for sure. */
const isSure = ({ linesIn }, engine) => linesIn?.includes(engine) ?? true;

/** What the console of this page says: of its error, and what the entry names. */
function expectedLines(entry, engine, outcome) {
  if (entry.isMute) return [];
  const ofError = isError(outcome) ? [new RegExp(`^<kyc-verification> ${outcome}: `)] : [];
  return [...ofError, ...(isSure(entry, engine) ? (entry.lines ?? []) : [])];
}

/** The console says these lines, and no other of ours but such as may come. */
function judgeLines(lines, expected, may) {
  const left = [...lines];
  for (const pattern of expected) {
    const index = left.findIndex((line) => pattern.test(line));
    assert.notEqual(index, -1, `the console does not say ${pattern}: ${lines}`);
    left.splice(index, 1);
  }
  assert.deepEqual(left.filter((line) => !may.some((pattern) => pattern.test(line))), []);
}

/** Takes the element away: the page is as it was, a moment later at most. */
async function settle(walk, before) {
  let left = differences(before, await walk.remove());
  for (let tries = 0; left.length > 0 && tries < 20; tries++) {
    await sleep(50);
    left = differences(before, await walk.read());
  }
  assert.deepEqual(left, []);
}
