import assert from 'node:assert/strict';
import test from 'node:test';
import { createStorage } from 'unstorage';
import { baanxWorld, sessionId, USER, veriffWorld } from '../helpers/server-world.js';
import { at, kycChanged, standing, veriffDecision, veriffEvent } from '../helpers/vendor-events.js';
import { ordersOf } from '../helpers/veriff-facts.js';

const ago = (minutes) => Date.now() - minutes * 60_000;
const busy = (options) => veriffWorld({ veriff: { sessionsPerMinute: 1e6 }, ...options });

/**
 * Every order of the events ends in that state. Each order happens to a person of its own.
 *
 * @param eventsOf from `first` and `second`, the vendor's names of a person's two sessions, as details of an event
 * @param begin does what comes before the webhooks
 */
async function everyOrder(world, eventsOf, expected, begin = async () => {}) {
  let people = 0;
  for (const order of ordersOf([...eventsOf({ vendorData: '' }, { vendorData: '' }).keys()])) {
    const id = `person-${++people}`;
    await begin(world, id);
    const [one, two] = begin === handedOut ? [0, 1] : [-1, 0];
    const named = (number) => ({ vendorData: id, id, session: world.sessions === 0 ? `session-of-${id}-${number}` : sessionId(world.sessions + number) });
    const events = eventsOf(named(one), named(two));
    for (const index of order) assert.equal((await world.hook(events[index])).status, 200);
    assert.equal(await standing(world, id), expected, order.map((index) => nameOf(events[index])).join(', '));
  }
}

function nameOf(event) {
  const { id, status, action, event_object_status: word, attemptId } = event.verification ?? event;
  return word ?? `${status ?? action} of ${id}/${attemptId}`;
}

async function handedOut(world, id) {
  assert.equal((await world.post(id)).status, 200);
}

/** A second session while the first one is open: another instance could not know its URL. */
async function handedOutTwice(world, id) {
  await handedOut(world, id);
  world.elsewhere ??= world.another();
  assert.equal((await at(world, world.elsewhere, () => world.post(id))).status, 200);
}

/** A second session after the first one was declined. */
async function handedOutAfterRefusal(world, id) {
  await handedOut(world, id);
  await world.hook(veriffDecision('declined', { vendorData: id, session: sessionId(world.sessions), reasonCode: 104 }));
  await handedOut(world, id);
}

const shared = () => busy({ store: createStorage() });
const again = (session) => ({ ...session, attempt: 'attempt-2' });
const sentBack = (session) => [veriffEvent('started', session), veriffEvent('submitted', session), veriffDecision('resubmission_requested', { ...session, reasonCode: 204, at: ago(9) })];
/** One session: an attempt that was sent back, and a second one. */
const triedAgain = (session) => [...sentBack(session), veriffEvent('started', again(session)), veriffEvent('submitted', again(session))];

test('started, submitted and resubmission in any order are a resubmission', () =>
  everyOrder(busy(), sentBack, 'RESUBMISSION_REQUESTED document-unreadable', handedOut));

test('a second attempt is in review, in any order of the webhooks', () => everyOrder(busy(), triedAgain, 'PENDING', handedOut));

test('all 720 orders of two attempts and an approval end verified', () =>
  everyOrder(busy(), (first) => [...triedAgain(first), veriffDecision('approved', { ...again(first), at: ago(1) })], 'VERIFIED', handedOut));

test('all 720 orders of two attempts and a refusal end rejected', () =>
  everyOrder(busy(), (first) => [...triedAgain(first), veriffDecision('declined', { ...again(first), reasonCode: 104, at: ago(1) })], 'REJECTED name-mismatch', handedOut));

test('two resubmissions in any order end with the later one\'s reason', () =>
  everyOrder(
    busy(),
    (first) => [...triedAgain(first), veriffDecision('resubmission_requested', { ...again(first), reasonCode: 207, at: ago(1) })],
    'RESUBMISSION_REQUESTED document-expired',
    handedOut,
  ));

test('a decision stands above an expiry of the same session, in any order', async () => {
  for (const [status, state] of [['approved', 'VERIFIED'], ['declined', 'REJECTED not-accepted']]) {
    const events = (first) => [veriffEvent('submitted', first), veriffDecision('expired', { ...first, at: ago(1) }), veriffDecision(status, { ...first, at: ago(2) })];
    await everyOrder(busy(), events, state, handedOut);
  }
});

test('of two decisions on one attempt the later stands, in any order', async () => {
  const decisions = (earlier, later) => (first) => [veriffEvent('submitted', first), veriffDecision(earlier, { ...first, at: ago(9) }), veriffDecision(later, { ...first, at: ago(1) })];
  await everyOrder(busy(), decisions('declined', 'approved'), 'VERIFIED', handedOut);
  await everyOrder(busy(), decisions('approved', 'declined'), 'REJECTED not-accepted', handedOut);
});

test('an earlier session that is over says nothing while the retry goes on, in any order', () =>
  everyOrder(
    busy(),
    (first, second) => [
      veriffEvent('submitted', first),
      veriffDecision('declined', { ...first, reasonCode: 103 }),
      veriffDecision('expired', first),
      veriffEvent('started', second),
      veriffEvent('submitted', second),
    ],
    'PENDING',
    handedOutAfterRefusal,
  ));

test('a retry\'s verdict is the verdict, in any order', () =>
  everyOrder(
    busy(),
    (first, second) => [veriffEvent('submitted', first), veriffDecision('expired', first), veriffEvent('submitted', second), veriffDecision('approved', second)],
    'VERIFIED',
    handedOutAfterRefusal,
  ));

test('an approval of before a re-verification is history once the new session is decided, in any order', async () => {
  const world = busy();
  const asked = { reverify: 'true' };
  const details = (number) => ({ vendorData: USER, session: sessionId(number) });
  await world.post({ reverify: true });
  await world.hook(veriffDecision('approved', details(1)));
  assert.equal((await world.post({ reverify: true })).status, 200);
  assert.equal(world.sessions, 2);
  assert.equal(await standing(world, asked), 'VERIFIED');
  for (const event of [veriffDecision('declined', { ...details(2), reasonCode: 104 }), veriffDecision('approved', details(1)), veriffEvent('submitted', details(1))]) {
    await world.hook(event);
    assert.equal(await standing(world, asked), 'REJECTED name-mismatch');
  }
});

test('the earlier verdict stands while nobody has sent anything in the new session', () =>
  everyOrder(busy(), (first, second) => [veriffEvent('started', second), veriffEvent('submitted', first)], 'REJECTED name-mismatch', handedOutAfterRefusal));

test('a late expiry of an open earlier session does not touch what was sent in the later one', async () => {
  const earlier = (first) => [veriffEvent('started', first), veriffDecision('expired', first)];
  const sent = (first, second) => [...earlier(first), veriffEvent('started', second), veriffEvent('submitted', second)];
  await everyOrder(shared(), sent, 'PENDING', handedOutTwice);
  const decided = (first, second) => [...earlier(first), veriffEvent('submitted', second), veriffDecision('declined', { ...second, reasonCode: 104 })];
  await everyOrder(shared(), decided, 'REJECTED name-mismatch', handedOutTwice);
});

test('a late expiry of an earlier session does not end the later one that the user is in', () =>
  everyOrder(shared(), (first, second) => [veriffEvent('started', first), veriffDecision('expired', first), veriffEvent('started', second)], 'UNVERIFIED', handedOutTwice));

test('a late abandonment of an earlier session is no verdict on one that was just handed out', () =>
  everyOrder(shared(), (first) => [veriffDecision('abandoned', first)], 'UNVERIFIED', handedOutTwice));

test('an approval of either open session is the verdict', async () => {
  await everyOrder(shared(), (first, second) => [veriffDecision('approved', first), veriffEvent('started', second), veriffDecision('expired', second)], 'VERIFIED', handedOutTwice);
  await everyOrder(shared(), (first, second) => [veriffDecision('declined', first), veriffDecision('approved', second)], 'VERIFIED', handedOutTwice);
});

test('webhooks that come before the id was ever asked for end in the same state, in any order', () =>
  everyOrder(busy(), (first) => [...triedAgain(first), veriffDecision('approved', { ...again(first), at: ago(1) })], 'VERIFIED'));

test('Baanx\'s words end with its last, in any order', () => {
  const words = [['PENDING', 9], ['REJECTED', 7], ['PENDING', 5], ['VERIFIED', 3]];
  return everyOrder(baanxWorld(), ({ vendorData }) => words.map(([state, minutes]) => kycChanged(state, { id: vendorData, at: ago(minutes) })), 'VERIFIED');
});

test('a hundred webhooks of a person at the same time end in one state, which is told once', async () => {
  const told = [];
  const world = busy({ onStatusChange: ({ verificationState }) => void told.push(verificationState) });
  const session = { vendorData: 'somebody', session: sessionId(1) };
  const events = [...triedAgain(session), veriffDecision('approved', { ...again(session), at: ago(1) })];
  await Promise.all(Array.from({ length: 100 }, (_, index) => world.hook(events[(index * 5) % events.length])));
  assert.equal(await standing(world, 'somebody'), 'VERIFIED');
  assert.equal(told.at(-1), 'VERIFIED');
  assert.equal(told.filter((each) => each === 'VERIFIED').length, 1);
});
