/**
 * Whether the page's Content-Security-Policy lets frames of an origin be shown. No browser tells, so that it is tried: a browser
 * checks the policy also of a frame that is taken out again at once, and says so where it forbids that frame. Nothing is loaded:
 * Chromium (156), Firefox (153) and WebKitGTK (2.50) give up what they begin to ask for before a connection by TLS stands.
 */
import { allowanceOf, type Allowance } from '../../core/environment-findings.js';
import type { SampleOrigins } from '../../core/frame-origins.js';
import { LIMIT } from './answer.js';
import { hiddenPlace, sampleFrame } from './hidden-place.js';

/**
 * How many frames load, one after the other, before those of the trial count as allowed. A refusal is told by the same way as these loads: after
 * the first by up to 195 ms on a slow and busy device, before the second each time, where a fixed time is too short or too long. What it
 * would miss, Veriff's own frame tells.
 */
const LOADS = 2;

type Outcomes = ReadonlyMap<string, boolean>;

/** For the life of the page, which can't change its policy but to forbid more. */
const tried = new Map<string, Promise<boolean | undefined>>();

/** Whether a frame of such an origin may be shown; `null`: there is to be none. Further ones are only tried where the first are refused. */
export async function frameAllowance(origins: SampleOrigins | null): Promise<Allowance> {
  const { first, further } = origins ?? { first: [], further: [] };
  const outcomes = await outcomesOf(first);
  const found = allowanceOf(outcomes);
  return found === 'blocked' ? allowanceOf([...outcomes, ...(await outcomesOf(further))]) : found;
}

/** `undefined` of what could not be found out. */
async function outcomesOf(origins: readonly string[]): Promise<readonly (boolean | undefined)[]> {
  const untried = origins.filter((origin) => !tried.has(origin));
  if (untried.length > 0) {
    const trial = tryFrames(untried);
    for (const origin of untried) tried.set(origin, outcomeOf(origin, trial));
  }
  return Promise.all(origins.map(async (origin) => tried.get(origin)));
}

/** What could not be found out is asked again the next time. */
async function outcomeOf(origin: string, trial: Promise<Outcomes>): Promise<boolean | undefined> {
  const outcome = await trial.then(
    (outcomes) => outcomes.get(origin),
    () => undefined,
  );
  if (outcome === undefined) tried.delete(origin);
  return outcome;
}

/** Which of them may be shown; those that are missing from it were not told of in time. */
function tryFrames(origins: readonly string[]): Promise<Outcomes> {
  return new Promise((resolve) => {
    const outcomes = new Map<string, boolean>();
    const place = hiddenPlace();
    const timer = window.setTimeout(end, LIMIT);
    document.addEventListener('securitypolicyviolation', onViolation);

    for (const origin of origins) {
      const frame = sampleFrame(origin);
      place.root.append(frame);
      frame.remove();
    }
    load(LOADS);

    function load(times: number): void {
      const later = document.createElement('iframe');
      place.root.append(later);
      later.addEventListener('load', () => {
        if (times > 1) return load(times - 1);
        for (const origin of origins) if (!outcomes.has(origin)) outcomes.set(origin, true);
        end();
      });
      // No policy applies to an empty page. A frame's second page loads asynchronously in every engine; as its `src` it would add to the history
      // in WebKit, and a third would take from it in Firefox.
      later.contentWindow?.location.replace('about:blank?later');
    }
    function onViolation(event: SecurityPolicyViolationEvent): void {
      const ofFrames = ['frame-src', 'child-src', 'default-src'].includes(event.effectiveDirective);
      const origin = origins.find((one) => event.blockedURI === one || event.blockedURI.startsWith(`${one}/`));
      if (!event.isTrusted || event.disposition !== 'enforce' || !ofFrames || origin === undefined) return;
      outcomes.set(origin, false);
      if (outcomes.size === origins.length) end();
    }
    function end(): void {
      window.clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', onViolation);
      place.remove();
      resolve(outcomes);
    }
  });
}
