const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const between = (from, to, random) => from + (to - from) * random();
/** As many between 1 h and 2 h as between 2 h and 4 h. */
const logBetween = (from, to, random) => from * (to / from) ** random();
const exponential = (mean, random) => -mean * Math.log(1 - random());

/**
 * How long reviews last: 5–15 min by machine, 15–60 by hand, else 1–24 h (domain, section 1), and how many users keep the page in view
 * all the time. The shares are an assumption, no promise of anybody.
 */
export const FLEETS = {
  usual: fleet({ byMachine: 0.8, byHand: 0.18, stay: 0.5 }),
  quick: fleet({ byMachine: 1, byHand: 0, stay: 0.5 }),
  slow: fleet({ byMachine: 0.2, byHand: 0.6, stay: 0.5 }),
  inView: fleet({ byMachine: 0.8, byHand: 0.18, stay: 1 }),
};

function fleet(shares) {
  const long = 1 - shares.byMachine - shares.byHand;
  const meanReview = shares.byMachine * 10 * MINUTE + shares.byHand * 37.5 * MINUTE + (long * 23 * HOUR) / Math.log(24);
  // Who does not stay in view looks for so long, and away for so long, in the mean.
  return { look: 2 * MINUTE, away: 8 * MINUTE, ...shares, meanStay: 2.5 * MINUTE + meanReview };
}

/**
 * The times of one widget: when its frame was opened, the documents sent, the frame done with, the page looked away from and
 * back to, and when the verdict falls. `null` where that is before `from`.
 */
export function drawLife(openedAt, { byMachine, byHand, stay, look, away }, random, from, until) {
  const submittedAt = openedAt + between(1 * MINUTE, 4 * MINUTE, random);
  const verdictAt = submittedAt + drawReview(byMachine, byHand, random);
  if (verdictAt < from) return null;
  const finishedAt = submittedAt + between(2 * SECOND, 20 * SECOND, random);
  const steps = [{ at: submittedAt, kind: 'submit' }, { at: finishedAt, kind: 'finish' }];
  const stays = random() < stay;
  if (stays) return { openedAt, steps, verdictAt, until, stays };
  for (let at = finishedAt; at < Math.min(verdictAt + HOUR, until);) {
    at += exponential(look, random);
    steps.push({ at, kind: 'hide' });
    at += exponential(away, random);
    steps.push({ at, kind: 'show' });
  }
  return { openedAt, steps, verdictAt, until, stays };
}

function drawReview(byMachine, byHand, random) {
  const kind = random();
  if (kind < byMachine) return between(5 * MINUTE, 15 * MINUTE, random);
  if (kind < byMachine + byHand) return between(15 * MINUTE, 60 * MINUTE, random);
  return logBetween(1 * HOUR, 24 * HOUR, random);
}
