/** What a request asks for: an onboarding id, or the signed-in user. */
import { own } from '../../core/contract.js';
import type { Asked } from '../providers/provider.js';
import { MAX_REQUEST_BYTES, readBody } from './body.js';

/** @returns what is asked for, or the status to refuse with */
export async function readAsked(request: Request, url: URL): Promise<Asked | number> {
  if (request.method === 'GET') return fromQuery(url.searchParams);
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  // A form of another site can send other types without asking first.
  if (type !== 'application/json') return 415;
  const bytes = await readBody(request, MAX_REQUEST_BYTES);
  return typeof bytes === 'number' ? bytes : fromBody(bytes);
}

function fromQuery(query: URLSearchParams): Asked | number {
  const reverify = query.getAll('reverify');
  const ids = query.getAll('onboardingId');
  if (ids.length > 1 || reverify.length > 1) return 400;
  return askedFor(reverify[0] === 'true', ids[0]);
}

function fromBody(bytes: Uint8Array): Asked | number {
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(body)) return 400;
    return askedFor(own(body, 'reverify') === true, own(body, 'onboardingId'));
  } catch {
    return 400;
  }
}

/** Ids are opaque; blanks, control characters and what has no glyph are in none. */
const ID = /^[^\s\p{C}]{1,200}$/u;

function askedFor(reverify: boolean, id: unknown): Asked | number {
  if (reverify) return { onboardingId: '', reverify: true };
  return typeof id === 'string' && ID.test(id) ? { onboardingId: id, reverify: false } : 400;
}
