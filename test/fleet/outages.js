const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Before an outage the fleet is looked at for so long, and after it. */
const BEFORE = 3 * MINUTE;
const AFTER = 15 * MINUTE;
const LATENCY = 200;
/** Requests end after that (contract, section 6). */
const TIMEOUT = 15 * SECOND;
/** `Retry-After` is clamped to that (domain, section 4). */
const LONGEST_REST = 5 * MINUTE;

const ANSWER = { outcome: { ok: true, value: null }, latency: LATENCY };
const failure = (retryAfter) => ({ ok: false, error: { code: 'server', httpStatus: 503 }, retryAfter });
const REFUSAL = { outcome: failure(null), latency: LATENCY };
const SILENCE = { outcome: failure(null), latency: TIMEOUT };

/**
 * The endpoint as all widgets meet it: it answers, but for `span` from `from` on.
 *
 * @param fails how reads fail then: `refused` at once, `hanging` until they are given up, `resting` with a `Retry-After` that names the end
 * @param starts whether people go on to start and to submit meanwhile: then only reading the status is out
 * @param line whether it is the users' own line that is out: all are told in the same moment that it is back
 * @param streams whether changes are told by streams, which break when the outage begins
 */
export function outage(span, { fails = 'refused', starts = true, line = false, streams = false } = {}) {
  const from = BEFORE;
  const to = from + span;
  const failures = {
    refused: () => REFUSAL,
    hanging: () => SILENCE,
    resting: (at) => ({ outcome: failure(Math.min(to - at, LONGEST_REST)), latency: LATENCY }),
  };
  return {
    from,
    to,
    until: to + AFTER,
    hasStreams: streams,
    broken: failure(null),
    breaksAt: streams ? from : Infinity,
    onlineAt: line ? to : Infinity,
    admits: (at) => starts || at < from || at >= to,
    answer: (at) => (at < from || at >= to ? ANSWER : failures[fails](at)),
  };
}

/** An endpoint that always answers, until then. */
export const calm = (until) => ({ ...outage(0), until });
