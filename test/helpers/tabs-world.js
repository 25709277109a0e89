/** What the endpoint says to all tabs, and when each has asked: they name themselves by the header `x-tab`. */
export class StatusTable {
  state = 'UNVERIFIED';
  times = {};

  constructor(world) {
    world.status = (request) => {
      (this.times[request.headers['x-tab']] ??= []).push(performance.now());
      return { status: 200, body: { verificationState: this.state } };
    };
  }

  get counts() {
    return Object.fromEntries(Object.entries(this.times).map(([tab, times]) => [tab, times.length]));
  }

  /** Milliseconds between the reads of a tab. */
  gaps(tab) {
    const times = this.times[tab] ?? [];
    return times.slice(1).map((time, turn) => time - times[turn]);
  }

  clear() {
    this.times = {};
  }
}

/** How many tabs hold the lock by which one reads for all. */
export function readersOf(page) {
  return page.evaluate(async () => {
    const { held } = await navigator.locks.query();
    return held.filter(({ name, mode }) => name.endsWith(' reading') && mode === 'exclusive').length;
  });
}

/** A script of the page's origin that takes the lock of who reads, and says a sighting over and over, as if it had read. */
export function forgeReadings(page, name, sighting) {
  return page.evaluate(
    async (name, sighting) => {
      await new Promise((taken) => void navigator.locks.request(`${name} reading`, { steal: true }, () => new Promise(() => taken())));
      const channel = new BroadcastChannel(name);
      setInterval(() => channel.postMessage(sighting), 1000);
    },
    name,
    sighting,
  );
}
