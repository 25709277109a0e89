import type { FlowEventType } from '../../../src/core/flow-events.js';
import type { KycState } from '../../../src/core/names.js';

const OUTCOMES = ['verified', 'rejected', 'resubmission', 'expired'] as const satisfies readonly KycState[];

/** By which kind of happening each state may be left, and for which (contract, section 3). Staying is always legal. */
export const LEGAL_MOVES: { readonly [S in KycState]: { readonly [T in FlowEventType]?: readonly KycState[] } } = {
  idle: {},
  checking: {
    reading: ['guidance', 'reviewing', ...OUTCOMES],
    'read-failed': ['guidance', 'failed'],
    woken: ['guidance'],
  },
  guidance: {
    'start-accepted': ['requesting', 'failed'],
    reading: ['reviewing', ...OUTCOMES],
    'read-failed': ['failed'],
  },
  requesting: {
    session: ['verifying'],
    'exchange-failed': ['failed'],
    warned: ['guidance'],
    close: ['guidance', 'reviewing', ...OUTCOMES],
  },
  verifying: {
    'frame-message': ['guidance', 'reviewing'],
    close: ['guidance', 'reviewing'],
    'frame-failed': ['failed', 'reviewing'],
    returned: ['checking'],
    reading: OUTCOMES,
    woken: ['resubmission'],
  },
  reviewing: {
    'start-accepted': ['requesting', 'failed'],
    reading: ['guidance', ...OUTCOMES],
  },
  verified: {
    'start-accepted': ['requesting', 'failed'],
    reading: ['rejected', 'resubmission', 'expired'],
  },
  rejected: {
    'start-accepted': ['requesting', 'failed'],
    reading: ['reviewing', 'verified', 'resubmission', 'expired'],
  },
  resubmission: {
    'start-accepted': ['requesting', 'failed'],
    reading: ['reviewing', 'verified', 'rejected', 'expired'],
  },
  expired: {
    'start-accepted': ['requesting', 'failed'],
    reading: ['reviewing', 'verified', 'rejected', 'resubmission'],
  },
  failed: {
    'start-accepted': ['requesting'],
    reading: ['guidance', 'reviewing', ...OUTCOMES],
  },
};

/** What a change of the configuration leads to, from anywhere. */
export const RESETS: { readonly [T in FlowEventType]?: KycState } = {
  configured: 'checking',
  unconfigured: 'idle',
  misconfigured: 'failed',
  removed: 'idle',
};
