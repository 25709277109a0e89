import { secrets } from './canaries.js';

/** An integration at Veriff. */
export interface Customer {
  readonly name: 'Baanx' | 'partner';
  readonly apiKey: string;
  /** Signs; never sent. */
  readonly sharedSecret: string;
  readonly integrationId: string;
  /** What the plan allows. */
  readonly sessionsAMinute: number;
}

/** Baanx is a customer of Veriff's, on an enterprise plan; so is a partner that asks Veriff by itself, on a self-serve one. */
export const customers = {
  Baanx: {
    name: 'Baanx', apiKey: secrets.baanxVeriffApiKey, sharedSecret: secrets.baanxVeriffSharedSecret,
    integrationId: '7a11c0de-1d1d-4a11-8abc-0123456789ab', sessionsAMinute: 600,
  },
  partner: {
    name: 'partner', apiKey: secrets.veriffApiKey, sharedSecret: secrets.veriffSharedSecret,
    integrationId: '9be1f00d-2c2c-4b22-9def-ba9876543210', sessionsAMinute: 30,
  },
} as const satisfies Record<string, Customer>;
