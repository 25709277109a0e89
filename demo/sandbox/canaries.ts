/**
 * Every secret and every personal datum of the sandbox, in one place. All are invented, and odd enough that finding
 * one in a console, a storage or a page proves a leak.
 */
export const secrets = {
  baanxClientKey: 'cnryClientKey-5f0d1c7be2a94b',
  /** Signs Baanx's webhooks. */
  baanxApiKey: 'cnryBaanxApiKey-e41d90b3c6f75a',
  /** The partner's own at Veriff. */
  veriffApiKey: 'c0ffee00-9b1d-4ca7-a11e-5ec2e7ca7a21',
  veriffSharedSecret: 'cnrySharedSecret-77b2f0d94ce1',
  /** Baanx's at Veriff. */
  baanxVeriffApiKey: 'ba4a2c0d-51fe-4b1e-8f00-9d7ca4a2b3e5',
  baanxVeriffSharedSecret: 'cnryBaanxSharedSecret-1f6e83d0a95b',
  /** Every bearer token begins with this. */
  accessTokenMarker: 'cnryAccessToken-',
  /** Every session URL's token holds this. */
  sessionTokenMarker: 'cnrySessionToken-',
  /** Every value of the signed-in user's cookie begins with this. */
  userCookieMarker: 'cnryUserCookie-',
} as const;

export const person = {
  firstName: 'Quillabelle',
  lastName: 'Vandersnoot',
  email: 'quillabelle.vandersnoot@canary.example',
  dateOfBirth: '1987-11-23',
  phoneNumber: '5550199731',
  ssn: '900557318',
  addressLine1: '7 Marzipanhafen Crescent',
  city: 'Oberzwicklingen',
  zip: 'ZQ97XK',
  documentNumber: 'ZZ7700431Q',
} as const;

/** All of them as text, for a hunt. */
export function canaries(): string[] {
  return [...Object.values(secrets), ...Object.values(person)];
}
