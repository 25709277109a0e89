import { kycError } from './errors.js';
import type { Screen } from './flow.js';
import { STATES, type KycState } from './names.js';
import { checking, guidance, reviewing } from './moves.js';

/** The state that the attribute `preview` names, or `null`. */
export function previewedState(value: string): KycState | null {
  return STATES.find((name) => name === value) ?? null;
}

/** A state with sample data, for designers and tests. */
export function sampleScreen(name: KycState): Screen {
  switch (name) {
    case 'idle':
      return { name, missing: [] };
    case 'checking':
      return checking(0);
    case 'guidance':
      return guidance(0);
    case 'requesting':
      return { name, since: 0, slow: false, leaves: false, back: guidance(0) };
    case 'verifying':
      return { name, since: 0, startedAgain: false, held: null, left: false };
    case 'reviewing':
      return reviewing(0, false);
    case 'verified':
    case 'expired':
      return { name, since: 0, reasons: [], retryAt: null, heldUntil: null };
    case 'rejected':
    case 'resubmission':
      return { name, since: 0, reasons: ['document-unreadable'], retryAt: null, heldUntil: null };
    case 'failed':
      return { name, error: kycError('network', 'exchange') };
  }
}
