import { load } from './paces.js';

const { StatusPoller } = await load('services/status-poller.ts');
const { ALONE } = await load('services/fellow-readers.ts');

const PENDING = { verificationState: 'PENDING', reasons: [], retryAt: null, updatedAt: null };
/** How often a stream shows that it lives, and how often another tab says what it has read. */
const HEARTBEAT = 20_000;
const CHATTER = 700;

/** Lets what hangs on settled promises happen. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/**
 * When the product's own poller reads in such a life, and when it tells the verdict, one step after the other on a clock of its own.
 *
 * @param world `hasTalk`: there is another tab that speaks all the time, while this one reads for both
 */
export async function followPoller({ openedAt, steps, verdictAt, until }, world, random) {
  let now = openedAt;
  let visible = true;
  let look = () => undefined;
  let toldAt = Infinity;
  let streaming = null;
  let reader = null;
  let hasRead = false;
  const reads = [];
  const timers = new Map();
  const clock = {
    now: () => now,
    setTimeout(run, delay) {
      const timer = Symbol();
      timers.set(timer, { run, at: now + delay });
      return timer;
    },
    clearTimeout: (timer) => timers.delete(timer),
  };
  const every = (span, run) => {
    let timer = null;
    const again = () => {
      timer = clock.setTimeout(again, span);
      run();
    };
    timer = clock.setTimeout(again, span);
    return () => clock.clearTimeout(timer);
  };
  /** Says what is so as soon as it is open, and then the verdict. */
  const bodyOf = (signal) =>
    new ReadableStream({
      start(body) {
        const send = (text) => body.enqueue(new TextEncoder().encode(`${text}\n\n`));
        const say = () => send(`data: ${JSON.stringify(PENDING)}`);
        const verdict = clock.setTimeout(say, verdictAt > now ? verdictAt - now : Infinity);
        const stopBeating = every(HEARTBEAT, () => send(':'));
        signal.addEventListener('abort', () => {
          clock.clearTimeout(verdict);
          stopBeating();
        });
        streaming = { signal, reject: () => body.error(new Error('The line broke')) };
        say();
      },
    });
  const poller = new StatusPoller({
    read: (signal) =>
      new Promise((resolve) => {
        const { outcome, latency } = world.answer(now);
        reads.push(now);
        const answer = outcome.ok ? { ok: true, value: { ...PENDING, stream: world.hasStreams } } : outcome;
        const timer = clock.setTimeout(() => resolve(answer), latency);
        signal.addEventListener('abort', () => clock.clearTimeout(timer));
      }),
    stream: { open: (signal) => Promise.resolve({ ...world.answer(now).outcome, value: bodyOf(signal) }) },
    interval: () => 5_000,
    onAnswer(_status, sentAt) {
      if (sentAt >= verdictAt) toldAt = Math.min(toldAt, now);
    },
    onFailure: () => undefined,
    onAlive: () => undefined,
    clock,
    random,
    fellows: world.hasTalk ? { ...ALONE, follow: (joined) => ((reader = joined), () => (reader = null)), tell: () => (hasRead = true) } : ALONE,
    activity: {
      isVisible: () => visible,
      observe(onHide, onReturn) {
        look = () => (visible ? onReturn() : onHide());
        return () => (look = () => undefined);
      },
    },
  });
  const takes = {
    submit() {
      poller.follow(now);
      poller.read({ anew: true });
    },
    finish: () => poller.read({ anew: true, unlessTold: true }),
    hide() {
      visible = false;
      look();
    },
    show() {
      visible = true;
      look();
    },
  };
  const todo = steps.map(({ at, kind }) => ({ at, run: takes[kind] }));
  if (world.onlineAt > openedAt && world.onlineAt < Infinity) todo.push({ at: world.onlineAt, run: () => look() });
  if (world.breaksAt > openedAt && world.breaksAt < Infinity) todo.push({ at: world.breaksAt, run: () => streaming?.signal.aborted === false && streaming.reject() });
  for (const { at, run } of todo) timers.set(Symbol(), { at, run });
  // What it says first is news to who has not read yet, and that is another matter.
  if (world.hasTalk) every(CHATTER, () => hasRead && reader?.onTold(PENDING));

  poller.follow(now);
  while (toldAt === Infinity) {
    const [timer, next] = [...timers].reduce((first, each) => (each[1].at < first[1].at ? each : first), [null, { at: Infinity }]);
    if (next.at >= until) break;
    timers.delete(timer);
    now = Math.max(now, next.at);
    next.run();
    await breathe();
  }
  poller.stop();
  return { reads, toldAt };
}
