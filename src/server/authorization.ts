/** Who may ask for whom: the partner's hook, and what follows from its answer. */
import type { Asked, Provider, Subject } from './providers/provider.js';
import { keyOf } from './records/record.js';
import { sha256 } from './signature.js';

/**
 * What `authorize` says: `false`, or nothing, for a stranger; `true` where the caller may ask for that onboarding id. With
 * `reverify` an object: the signed-in user's id, and for Baanx that user's access token.
 */
export type Authorization = boolean | null | undefined | { readonly user?: string; readonly bearer?: string };

/** The request's body has been read already; `asked` says what was in it. */
export type Authorize = (request: Request, asked: Asked) => Authorization | Promise<Authorization>;

/** An id that nobody can guess: then to know it is the proof, as at Baanx itself. */
const UNGUESSABLE = /^(?:[A-Za-z0-9]{1,20}_)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const TOKEN = /^[\x21-\x7e]{1,8192}$/;

/** Used where the partner gives none. */
export const whoeverKnowsTheId: Authorize = (_request, { onboardingId, reverify }) => !reverify && UNGUESSABLE.test(onboardingId);

/** @returns `null` for a stranger */
export async function subjectOf(request: Request, asked: Asked, authorize: Authorize, provider: Provider): Promise<Subject | null> {
  const said = await authorize(request, asked);
  const who = asked.reverify ? userOf(said, provider) : ownerOf(said, asked);
  if (who === null) return null;
  return { ...asked, ...who, key: keyOf(asked.reverify, who.id), environment: provider.environmentOf(request, asked) };
}

function ownerOf(said: Authorization, { onboardingId }: Asked): Pick<Subject, 'id' | 'bearer'> | null {
  // No token of a user belongs into a registration.
  return said === true || (typeof said === 'object' && said !== null) ? { id: onboardingId, bearer: null } : null;
}

function userOf(said: Authorization, provider: Provider): Pick<Subject, 'id' | 'bearer'> | null {
  if (typeof said !== 'object' || said === null) return null;
  const bearer = said.bearer?.replace(/^Bearer /i, '') ?? null;
  if (provider.needsBearer ? bearer === null || !TOKEN.test(bearer) : !said.user) return null;
  // Where the partner does not say who it is, a hash of the token stands for the user.
  return { id: said.user || `token ${sha256(bearer!)}`, bearer };
}
