import { enter, fail, tell, type Around, type Belief } from './belief.js';

/** No two of the same belief. */
export function meanwhile(beliefs: readonly Belief[]): readonly Belief[] {
  return [...new Map(beliefs.map((belief) => [JSON.stringify(belief), belief])).values()];
}

/** Start was asked for, by a button or by `start()`. */
export function start(belief: Belief, around: Around): readonly Belief[] {
  if (belief.isPreview) return [belief];
  switch (belief.state) {
    case 'checking':
      return [{ ...belief, isStartAsked: true }];
    case 'guidance':
    case 'resubmission':
    case 'expired':
    case 'failed':
      return accept(belief, around);
    case 'reviewing':
      if (belief.submittedAt === null) return accept(belief, around);
      if (!belief.isUnchanged) return [belief];
      // Whether a later PENDING takes the offer back is not said.
      return belief.said?.value === 'PENDING' ? [belief, ...accept(belief, around)] : accept(belief, around);
    case 'verified':
      return around.isReverify ? accept(belief, around) : [belief];
    case 'rejected':
      if (belief.mayStartAt === null || around.wall >= belief.mayStartAt) return accept(belief, around);
      return around.wasWallMoved ? [belief, ...accept(belief, around)] : [belief];
    default:
      return [belief];
  }
}

/** A start that is allowed: the page is asked, then an attempt begins. */
export function accept(belief: Belief, around: Around): readonly Belief[] {
  const asked = tell(belief, 'kyc-start');
  if (around.isPrevented) return [asked];
  const { state } = belief;
  const attempt: Belief = {
    ...asked,
    attempt: belief.attempt + 1,
    isTold: false,
    baseline: belief.said,
    isOtherSeen: false,
    isOpened: false,
    submittedAt: null,
    submittedFrom: Infinity,
    isPendingTold: false,
    openedFrom: Infinity,
    reloads: 0,
    resubmission: null,
    before: state === 'gone' || state === 'failed' ? belief.before : state,
    post: null,
    posts: 0,
    triedAt: around.now,
    isUnfinished: false,
    stalled: null,
    isUnchanged: false,
    refused: 0,
    isClosedSeen: false,
    isFirst: false,
  };
  if (around.configuration === 'unusable') return [fail(attempt, 'configuration', around)];
  const ways: Belief[] = [];
  if (around.other !== null) ways.push(fail(attempt, 'frame-busy', around));
  if (around.other === 'open') return ways;
  return [...ways, ...goOn({ ...attempt, isWaived: belief.isWaived || belief.isWarned }, belief, around)];
}

/** Nothing forbids the start. Before a session is spent the user is told what may keep it from working, once. */
function goOn(attempt: Belief, belief: Belief, around: Around): readonly Belief[] {
  const ways: Belief[] = [];
  if (!around.isOnline) ways.push(fail(attempt, 'offline', around));
  if (around.lacks && !attempt.isWaived) {
    return [...ways, enter(attempt, 'requesting', around, { looks: around.hasHandover ? 'away' : 'here', triedAt: null })];
  }
  if (belief.kept !== 'no') ways.push(...open(attempt, around), ...open(enter(attempt, 'requesting', around), around));
  // A session whose host is no longer allowed is not opened again.
  if (belief.kept !== 'yes' || !around.isSessionAllowed) ways.push(enter(attempt, 'requesting', around));
  return ways;
}

/** The user goes on on a phone, or here after all. */
export function handOver(isAway: boolean): (belief: Belief) => readonly Belief[] {
  return (belief) => (belief.state === 'guidance' && !belief.isPreview ? [{ ...belief, isAway, unreadFor: 0 }] : [belief]);
}

/** Veriff is opened, if no other element was quicker. */
export function open(belief: Belief, around: Around): readonly Belief[] {
  const frame = { hasAnswered: false, hasSpoken: false, hasStarted: false, startedAt: 0, submittedAt: 0, visibleFor: 0, openFor: 0 };
  const kept = around.isReverify ? 'no' : 'yes';
  const opened = enter(belief, 'verifying', around, { frame, kept, openedFrom: around.nextRequest, post: null, triedAt: null });
  const busy = fail({ ...belief, kept: 'perhaps' }, 'frame-busy', around);
  if (around.other === 'open') return [busy];
  return around.other === 'coming' ? [opened, busy] : [opened];
}

/** The user, or the page for him, closes Veriff. */
export function close(belief: Belief, around: Around): readonly Belief[] {
  if (belief.isPreview) return [belief];
  if (belief.state === 'requesting') return [enter({ ...belief, post: null, triedAt: null }, belief.before, around)];
  if (belief.state !== 'verifying') return [belief];
  if (belief.submittedAt !== null) return [enter(belief, 'reviewing', around)];
  return [tell(enter(belief, 'guidance', around, { isUnfinished: true }), 'kyc-canceled')];
}

/** The Close control or Escape: a flow that has started asks once before it closes. */
export function askToClose(belief: Belief, around: Around): readonly Belief[] {
  const closed = close(belief, around);
  return belief.frame?.hasStarted === false && belief.submittedAt === null ? closed : [belief, ...closed];
}

/** Check now, by the button or by `checkStatus()`. */
export function check(belief: Belief, around: Around): readonly Belief[] {
  if (belief.isPreview || belief.state === 'gone' || belief.state === 'idle') return [belief];
  if (around.configuration === 'unusable') return [belief, tell(belief, 'kyc-error:configuration')];
  const asked = { ...belief, checkFrom: around.nextRequest, isCheckPast: false };
  if (around.isOnline) return [asked];
  const ends = belief.state === 'guidance' || belief.state === 'checking' || belief.state === 'failed';
  return ends ? [asked, fail(belief, 'offline', around), { ...belief, code: belief.state === 'failed' ? 'offline' : belief.code }] : [asked, belief];
}
