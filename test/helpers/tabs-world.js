/** What the endpoint says to all tabs, and how often each has asked: they name themselves by the header `x-tab`. */
export class StatusTable {
  state = 'UNVERIFIED';
  counts = {};

  constructor(world) {
    world.status = (request) => {
      const tab = request.headers['x-tab'];
      this.counts[tab] = (this.counts[tab] ?? 0) + 1;
      return { status: 200, body: { verificationState: this.state } };
    };
  }

  clear() {
    this.counts = {};
  }
}
