import type { Applicant, BaanxStore, SessionRecord } from './baanx-store.js';
import type { Verdict } from './scenarios.js';
import type { Session, SessionListener } from './veriff-sessions.js';

/** What Baanx makes of the news from Veriff, whose customer it is. `stateChanged`: its word for a person was said anew. */
export function createBaanxDesk(store: BaanxStore, stateChanged: (applicant: Applicant, at: number) => void): SessionListener & {
  decided(applicant: Applicant, verdict: Verdict, at: number): void;
} {
  function recordOf(session: Session): { applicant: Applicant; record: SessionRecord } | null {
    const applicant = session.vendorData === null ? undefined : store.find(session.vendorData);
    const record = applicant?.sessions.find(({ id }) => id === session.id);
    return applicant === undefined || record === undefined ? null : { applicant, record };
  }

  /** A verdict once given stays until the next one; only a person without one becomes PENDING. */
  function submitted(applicant: Applicant, at: number): void {
    if (applicant.scenario.closesOnSubmit === true) applicant.closed = true;
    if (applicant.state !== 'UNVERIFIED') return;
    applicant.state = 'PENDING';
    stateChanged(applicant, at);
  }

  function decided(applicant: Applicant, verdict: Verdict, at: number): void {
    applicant.verdicts += 1;
    store.applyVerdict(applicant, verdict, at);
    if (verdict.decision === 'approve' || verdict.decision === 'decline') stateChanged(applicant, at);
  }

  return {
    decided,
    event(session, action, at) {
      const found = recordOf(session);
      if (found === null) return;
      const { applicant, record } = found;
      if (action === 'started') record.status = 'open';
      if (action === 'flow_cancelled' && session.plan.singleUse && record.status === 'open') record.status = 'ended';
      if (action !== 'submitted') return;
      record.status = 'submitted';
      submitted(applicant, at);
    },
    decision(session, verdict, at) {
      const found = recordOf(session);
      if (found === null) return;
      found.record.status = verdict.decision === 'resubmit' ? 'resubmission' : 'ended';
      decided(found.applicant, verdict, at);
    },
  };
}
