import { load } from './paces.js';

const { StatusPoller } = await load('services/status-poller.ts');
const { ALONE } = await load('services/fellow-readers.ts');

const ANSWER = { ok: true, value: { verificationState: 'PENDING', reasons: [], retryAt: null, updatedAt: null, stream: false } };

/** Lets what hangs on settled promises happen. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** When the product's own poller reads in such a life, one step after the other on a clock of its own. */
export async function readsOfPoller({ openedAt, steps, verdictAt, until }, world, random) {
  let now = openedAt;
  let visible = true;
  let look = () => undefined;
  let told = false;
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
  const poller = new StatusPoller({
    read: (signal) =>
      new Promise((resolve) => {
        const { outcome, latency } = world.answer(now);
        reads.push(now);
        const timer = clock.setTimeout(() => resolve(outcome.ok ? ANSWER : outcome), latency);
        signal.addEventListener('abort', () => clock.clearTimeout(timer));
      }),
    stream: { load: () => Promise.reject(new Error('There is no stream.')), open: () => Promise.reject(new Error('There is no stream.')) },
    interval: () => 5_000,
    onAnswer: (_status, sentAt) => (told ||= sentAt >= verdictAt),
    onFailure: () => undefined,
    onAlive: () => undefined,
    clock,
    random,
    fellows: ALONE,
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
    finish: () => poller.read({ anew: true }),
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
  for (const { at, run } of todo) timers.set(Symbol(), { at, run });

  poller.follow(now);
  while (!told) {
    const [timer, next] = [...timers].reduce((first, each) => (each[1].at < first[1].at ? each : first), [null, { at: Infinity }]);
    if (next.at >= until) break;
    timers.delete(timer);
    now = Math.max(now, next.at);
    next.run();
    await breathe();
  }
  poller.stop();
  return reads;
}
