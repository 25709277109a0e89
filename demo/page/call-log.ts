import { appendEntry, byId, clockTime, create } from './dom.js';
import { listCalls, type EndpointCall } from './sandbox-client.js';

const LIMIT = 200;
const INTERVAL_MS = 1000;

export interface CallLog {
  /** Empties the list and follows another onboarding. */
  follow(onboardingId: string): void;
}

/** Asks the sandbox each second what the endpoint was asked; rests while the page or the panel is out of view. */
export function startCallLog(panel: HTMLDetailsElement): CallLog {
  const list = byId('calls', HTMLDivElement);
  let onboardingId = '';
  let last = 0;

  async function read(): Promise<void> {
    const asked = onboardingId;
    if (asked && !document.hidden && panel.open) {
      // A sandbox that was stopped is told by the page's own calls; here the next second tries again.
      const calls = await listCalls(asked, last).catch((): EndpointCall[] => []);
      if (asked === onboardingId) show(calls);
    }
    setTimeout(() => void read(), INTERVAL_MS);
  }

  function show(calls: readonly EndpointCall[]): void {
    for (const call of calls) {
      if (call.n <= last) continue;
      last = call.n;
      appendEntry(list, entryOf(call), LIMIT);
    }
  }

  void read();
  return {
    follow(id) {
      onboardingId = id;
      last = 0;
      list.replaceChildren();
    },
  };
}

function entryOf(call: EndpointCall): HTMLElement {
  const entry = create('details', 'entry');
  const summary = create('summary');
  summary.append(
    clockTime(new Date(call.at)),
    create('span', 'name', call.method),
    create('span', call.status >= 400 ? 'bad' : '', String(call.status)),
    create('span', 'extra', `${Math.round(call.ms)} ms`),
  );
  const upstream = call.upstream.map(({ method, path, status }) => `${method} ${path} → ${status}`);
  entry.append(summary, create('pre', '', upstream.join('\n') || 'Baanx was not asked.'));
  return entry;
}
