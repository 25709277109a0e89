import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FILES, draw, drawn } from '../fleet/draw.js';
import { meanReads, peakAfter, runFleet } from '../fleet/fleet.js';
import { FLEETS, drawLife } from '../fleet/lives.js';
import { calm, outage } from '../fleet/outages.js';
import { HastyPace, ReadingPace } from '../fleet/paces.js';
import { followPoller } from '../fleet/poller.js';
import { seeded } from '../fleet/random.js';
import { widgets } from '../fleet/widget.js';
import { figure, sample } from '../helpers/proof.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const SIZE = sample(40_000, 1_000_000);
/** Of what is no figure of the proof. */
const LESS = sample(40_000, 200_000);
/** Seconds: the fewer widgets, the more of them are needed for the mean to say anything. */
const WINDOW = sample(30, 5);
const GOAL = 1.1;

/** The highest load after the outage, to the steady. */
function peakOf(world, { Pace = ReadingPace, size = LESS, steady } = {}) {
  const { reads } = runFleet({ size, world, Pace, fleet: FLEETS.usual });
  const found = peakAfter(reads, world, WINDOW);
  return steady === undefined ? found.peak : (found.peak * found.steady) / steady;
}

describe(`a fleet of ${SIZE} widgets after an outage`, () => {
  for (const [name, span] of [['60 s', MINUTE], ['30 min', 30 * MINUTE]]) {
    for (const fails of ['refused', 'hanging', 'resting']) {
      it(`of ${name} in which reads are ${fails} reads at most 1.1 times as often as before`, () => {
        const peak = peakOf(outage(span, { fails }), { size: SIZE });
        figure(`a million widgets: peak after an outage of ${name}, to steady`, Number(peak.toFixed(3)));
        assert.ok(peak <= GOAL, `${peak.toFixed(3)}`);
      });
    }
  }

  it('that also kept people from starting reads no more than that', () => {
    for (const span of [MINUTE, 30 * MINUTE]) assert.ok(peakOf(outage(span, { starts: false })) <= GOAL);
  });

  it('that ended all streams at once reads no more than one that has no streams', () => {
    const { reads } = runFleet({ size: LESS, world: outage(0), Pace: ReadingPace, fleet: FLEETS.usual });
    const { steady } = peakAfter(reads, outage(0));
    for (const span of [5 * SECOND, MINUTE]) assert.ok(peakOf(outage(span, { streams: true }), { steady }) <= GOAL);
  });

  it('would read more if failed reads were repeated in haste', () => {
    assert.ok(peakOf(outage(30 * MINUTE), { Pace: HastyPace }) > 1.3);
  });
});

describe('a widget of that fleet', () => {
  it('reads about 45 times in 30 min, and 300 times in 24 h', () => {
    const world = calm(Infinity);
    const [short, long] = [30 * MINUTE, 24 * HOUR].map((span) => meanReads(span, { Pace: ReadingPace, world, of: sample(100, 2_000) }));
    assert.ok(short > 40 && short < 48, `${short}`);
    assert.ok(long > 285 && long < 315, `${long}`);
  });

  const worlds = [
    ['refused', outage(5 * MINUTE)],
    ['hanging', outage(5 * MINUTE, { fails: 'hanging' })],
    ['resting', outage(5 * MINUTE, { fails: 'resting' })],
    ['refused by a line that comes back', outage(5 * MINUTE, { line: true })],
    ['refused and all streams break', outage(5 * MINUTE, { streams: true })],
    ['refused and another tab talks all the time', { ...outage(5 * MINUTE), hasTalk: true }],
  ];
  for (const [name, world] of worlds) {
    it(`reads and tells at the moments at which the product’s poller does, also in an outage in which reads are ${name}`, async () => {
      const draws = seeded(7);
      let compared = 0;
      let told = 0;
      for (let turn = 0; turn < sample(12, 100); turn++) {
        const life = drawLife(-20 * MINUTE * draws(), { ...FLEETS.slow, stay: 0.3, look: 30 * SECOND, away: 15 * SECOND }, draws, -MINUTE, world.until);
        if (life === null) continue;
        // The same draw each time: in which order the two draw is not the point.
        const luck = draws();
        const reads = [];
        const toldAt = widgets({ Pace: ReadingPace, world, random: () => luck, onRead: (at) => reads.push(at) })(life);
        const expected = await followPoller(life, world, () => luck);
        assert.deepEqual(reads.map(Math.round), expected.reads.map(Math.round));
        assert.equal(Math.round(toldAt), Math.round(expected.toldAt));
        compared += reads.length;
        told += toldAt < Infinity ? 1 : 0;
      }
      assert.ok(compared > 100 && told > 1, `${compared}, ${told}`);
    });
  }
});

describe('the pictures of the load', () => {
  it('are those that the script draws', () => {
    // The second takes its time, and nothing of how it is drawn is its own.
    for (const file of FILES.slice(0, sample(1, 2))) assert.ok(drawn(file) === draw(file), `${file}: run node test/fleet/draw.js`);
  });
});
