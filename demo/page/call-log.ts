import { appendEntry, byId, clockTime, create } from './dom.js';
import { listCalls, type Call } from './sandbox-client.js';

const LIMIT = 200;
const INTERVAL_MS = 1000;

export interface CallLog {
  /** Empties the list and follows another onboarding. */
  follow(onboardingId: string): void;
}

/** Asks the sandbox each second what calls went to the endpoint and from it; rests while the page or the panel is out of view. */
export function startCallLog(panel: HTMLDetailsElement): CallLog {
  const list = byId('calls', HTMLDivElement);
  let onboardingId = '';
  let last = 0;

  async function read(): Promise<void> {
    const asked = onboardingId;
    if (asked && !document.hidden && panel.open) {
      // A sandbox that was stopped is told by the page's own calls; here the next second tries again.
      const calls = await listCalls(asked, last).catch((): Call[] => []);
      if (asked === onboardingId) show(calls);
    }
    setTimeout(() => void read(), INTERVAL_MS);
  }

  function show(calls: readonly Call[]): void {
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

function entryOf(call: Call): HTMLElement {
  const entry = create('details', call.from === 'endpoint' ? 'entry entry-inner' : 'entry');
  const summary = create('summary');
  summary.append(
    clockTime(new Date(call.at)),
    create('span', 'name', nameOf(call)),
    create('span', call.status >= 400 ? 'bad' : '', String(call.status)),
    create('span', 'extra', call.stream ? 'stream' : `${call.ms} ms`),
  );
  entry.append(summary, create('pre', '', `${call.method} ${call.path}`));
  return entry;
}

function nameOf({ from, to, method }: Call): string {
  if (from === 'page') return method;
  return from === 'endpoint' ? `→ ${to} ${method}` : `${from} → webhook`;
}
