import type { KycState, KycVerificationElement } from '../../src/index.js';
import { refuses, says, scriptEndpoint, silent, type Reply, type ScriptedEndpoint } from './element-endpoint.js';
import { mountIn, reach, type Attributes } from './element-fixture.js';
import { openFrame } from './element-frame.js';
import { eventually } from './element-time.js';

export { STATES } from '../../src/index.js';

/** What the endpoint says on a fresh load that leads to a state. */
const FIRST_READ: Partial<Record<KycState, Reply>> = {
  checking: silent,
  reviewing: says('PENDING'),
  verified: says('VERIFIED'),
  rejected: says('REJECTED'),
  resubmission: says('RESUBMISSION_REQUESTED', { reasons: ['document-unreadable'] }),
  expired: says('EXPIRED'),
  failed: refuses(404),
};

/** An element that has come to a state by what the endpoint and the user did. */
export async function arriveIn(state: KycState, attributes: Attributes = {}): Promise<{ element: KycVerificationElement; endpoint: ScriptedEndpoint }> {
  const endpoint = scriptEndpoint({ get: [FIRST_READ[state] ?? says('UNVERIFIED')] });
  const started = state === 'requesting' || state === 'verifying';
  const element = await mountIn(started ? 'guidance' : state, state === 'idle' ? { endpoint: null } : attributes);
  if (state === 'requesting') {
    endpoint.answerPost(silent);
    void element.start();
    await reach(element, 'requesting');
    // Before it is asked for a session somebody looks around.
    await eventually(() => endpoint.posts.length === 1, 'the exchange');
  }
  if (state === 'verifying') await openFrame(element);
  return { element, endpoint };
}
