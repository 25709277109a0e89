import { faultResponse } from './baanx-bodies.js';
import { type Applicant, type BaanxStore, takeFault } from './baanx-store.js';
import type { CallLog } from './call-log.js';
import { type Handler, isObject, readObject } from './handler.js';
import type { Partner } from './partner.js';
import type { VeriffSessions } from './veriff-sessions.js';

/** What stands between the page and the partner's server: it delays, answers instead where the scenario says so, and writes down. */
export function createNetwork(partner: Partner, calls: CallLog): Handler {
  return async (request) => {
    const person = await partner.personOf(request);
    return calls.write({ from: 'page', to: 'endpoint' }, person?.onboardingId ?? '', request, async () => {
      const latency = person?.scenario.latency ?? 0;
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      const fault = person && takeFault(person, request.method === 'POST' ? 'exchange' : 'status', 'network');
      return fault === undefined ? partner.endpoint(request) : faultResponse(fault);
    });
  };
}

export interface VendorsOptions {
  baanx: Handler;
  veriff: Handler;
  store: BaanxStore;
  sessions: VeriffSessions;
  calls: CallLog;
}

/** The partner's server's way to its vendors: the emulators answer in place of their hosts, and each call is written down. */
export function createVendorFetch({ baanx, veriff, store, sessions, calls }: VendorsOptions): typeof globalThis.fetch {
  const hosts: Readonly<Record<string, { to: 'Baanx' | 'Veriff'; answer: Handler }>> = {
    'dev.api.baanx.com': { to: 'Baanx', answer: baanx },
    'stationapi.veriff.com': { to: 'Veriff', answer: veriff },
  };

  async function personOf(request: Request): Promise<Applicant | undefined> {
    const { pathname, searchParams } = new URL(request.url);
    const bearer = request.headers.get('authorization')?.replace('Bearer ', '');
    if (bearer !== undefined) return store.findByToken(bearer);
    const session = /^\/v1\/sessions\/([^/]+)/.exec(pathname)?.[1];
    if (session !== undefined) return store.findByName(sessions.byId(session)?.vendorData ?? '');
    const body = request.method === 'POST' ? await readObject(request.clone()) : null;
    const verification = isObject(body?.['verification']) ? body['verification'] : null;
    const name = verification?.['vendorData'] ?? body?.['onboardingId'] ?? searchParams.get('onboardingId');
    return typeof name === 'string' ? store.findByName(name) : undefined;
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const host = hosts[new URL(request.url).host];
    if (host === undefined) throw new TypeError('The sandbox has no such host');
    const person = await personOf(request);
    return calls.write({ from: 'endpoint', to: host.to }, person?.onboardingId ?? '', request, () => host.answer(request));
  };
}
