/** The default of `poll-interval`. */
const INTERVAL = 5_000;

/**
 * Follows widgets, one after the other, from the opening of Veriff's frame until the user is told the verdict. How long each waits is
 * decided by the product's own `ReadingPace`; around it are the rules of `StatusPoller`, without its promises and pages, so that millions
 * can be followed. A stream speaks as soon as it is open. A test holds that both read, and tell, at the same moments. Milliseconds throughout.
 *
 * @param world see `outage`
 * @param onRead called with the time of each read
 * @returns a function from a life (see `drawLife`) to when that user is told; `Infinity` where that is after `life.until`
 */
export function widgets({ Pace, world, random, onRead }) {
  let now = 0;
  const pace = new Pace({ interval: () => INTERVAL, clock: { now: () => now }, random });
  let visible = true;
  let timer = Infinity;
  let endsAt = Infinity;
  let outcome = null;
  /** What the stream tells counts since then; `Infinity`: none is open. */
  let tellsSince = Infinity;
  /** The stream tells all: no read is due. */
  let rests = false;

  const schedule = (gap) => {
    timer = visible ? now + gap : Infinity;
  };
  const send = () => {
    const { outcome: coming, latency } = world.answer(now);
    outcome = coming;
    timer = Infinity;
    pace.sentAt = now;
    endsAt = now + latency;
    onRead(now);
  };
  const end = () => {
    endsAt = Infinity;
    const gap = pace.gapAfter(outcome);
    if (outcome.ok) restIfTold(pace.sentAt);
    if (!rests) schedule(gap);
    if (outcome.ok && world.hasStreams && visible && tellsSince === Infinity) openStream();
  };
  const restIfTold = (sentAt) => {
    rests ||= sentAt > pace.since && sentAt >= tellsSince;
  };
  const openStream = () => {
    const { outcome: opening } = world.answer(now);
    if (!opening.ok) return endStream(opening);
    tellsSince = now;
    restIfTold(now);
    if (rests) timer = Infinity;
  };
  const closeStream = () => {
    tellsSince = Infinity;
    rests = false;
  };
  const endStream = (why) => {
    closeStream();
    const gap = pace.gapAfterStream(why, timer < Infinity);
    if (endsAt === Infinity && gap !== null) schedule(gap);
  };
  const comeBack = () => {
    if (endsAt === Infinity && visible) schedule(Math.max(pace.gapAfterReturn(), pace.soonest()));
  };
  const take = {
    open() {
      pace.since = now;
      schedule(pace.usualGap());
    },
    /** The wait counts anew; that asks for a read, and so does the end of the frame unless the stream tells all. */
    submit() {
      pace.since = now;
      rests = false;
      send();
    },
    finish() {
      if (!rests) send();
    },
    hide() {
      visible = false;
      closeStream();
      timer = Infinity;
    },
    show() {
      visible = true;
      comeBack();
    },
  };

  return ({ openedAt, steps, verdictAt, until }) => {
    now = openedAt;
    pace.reset();
    pace.sentAt = -Infinity;
    visible = true;
    endsAt = Infinity;
    closeStream();
    take.open();
    let step = 0;
    let breaksAt = world.breaksAt > now ? world.breaksAt : Infinity;
    let onlineAt = world.onlineAt > now ? world.onlineAt : Infinity;
    for (;;) {
      const stepAt = step < steps.length ? steps[step].at : Infinity;
      const toldAt = tellsSince < Infinity ? Math.max(verdictAt, now) : Infinity;
      now = Math.min(timer, endsAt, stepAt, breaksAt, onlineAt, toldAt);
      if (now >= until) return Infinity;
      if (now === toldAt) return now;
      if (now === endsAt) {
        if (outcome.ok && pace.sentAt >= verdictAt) return now;
        end();
      } else if (now === timer) {
        send();
      } else if (now === stepAt) {
        take[steps[step++].kind]();
      } else if (now === breaksAt) {
        breaksAt = Infinity;
        if (tellsSince < Infinity) endStream(world.broken);
      } else {
        onlineAt = Infinity;
        comeBack();
      }
    }
  };
}
