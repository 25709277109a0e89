import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HASTY, OUTAGES, SHOWN_SIZE, SHOWN_WINDOW, STREAMS, follow, peakOf, peakOfStreams } from '../fleet/cases.js';
import { DOCUMENT, FILES, draw, drawn } from '../fleet/draw.js';
import { peakAfter, runFleet } from '../fleet/fleet.js';
import { FLEETS, drawLife } from '../fleet/lives.js';
import { outage } from '../fleet/outages.js';
import { ReadingPace } from '../fleet/paces.js';
import { followPoller } from '../fleet/poller.js';
import { seeded } from '../fleet/random.js';
import { sentences, written } from '../fleet/reading.js';
import { widgets } from '../fleet/widget.js';
import { figure, isProof, sample } from '../helpers/proof.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const SIZE = sample(SHOWN_SIZE, 1_000_000);
const WINDOW = sample(SHOWN_WINDOW, 5);
const GOAL = 1.1;

describe(`a fleet of ${SIZE} widgets after an outage`, () => {
  for (const one of OUTAGES.filter(({ world }) => world.admits(world.from))) {
    it(`of ${one.span} (${one.then}) reads at most 1.1 times as often as before`, () => {
      const { reads } = isProof ? runFleet({ size: SIZE, world: one.world, Pace: ReadingPace, fleet: FLEETS.usual }) : follow(one);
      const { peak } = peakAfter(reads, one.world, WINDOW);
      figure(`a million widgets: peak after an outage of ${one.span}, to steady`, Number(peak.toFixed(3)));
      assert.ok(peak <= GOAL, `${peak.toFixed(3)}`);
    });
  }
});

describe(`a fleet of ${SHOWN_SIZE} widgets after an outage`, () => {
  it('that also kept people from starting reads no more often than before', () => {
    for (const one of OUTAGES.filter(({ world }) => !world.admits(world.from))) assert.ok(peakOf(one) <= 1, `${peakOf(one)}`);
  });

  it('that ended all streams at once reads less than one that has no streams', () => {
    for (const one of STREAMS) assert.ok(peakOfStreams(one) < 1, `${peakOfStreams(one)}`);
  });

  it('would read more if failed reads were repeated in haste', () => assert.ok(peakOf(HASTY) > 1.3));
});

describe('a widget of that fleet', () => {
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

describe('the document on reading', () => {
  it('has the pictures that the script draws', () => {
    for (const file of FILES) assert.ok(drawn(file) === draw(file), `${file}: run node test/fleet/draw.js`);
  });

  it('has the tables that the script writes', () => assert.equal(drawn(DOCUMENT), written(drawn(DOCUMENT)), 'run node test/fleet/draw.js'));

  it('says in its sentences what the simulation says', () => {
    for (const sentence of sentences()) assert.ok(drawn(DOCUMENT).includes(sentence), sentence);
  });
});
