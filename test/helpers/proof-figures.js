/**
 * The table that `npm run prove` ends with, row by row: what is measured, the goal in words, and whether the values that the
 * tests wrote down reach it. A figure that nobody wrote down is not reached. The README has the same table.
 */
const each = (holds) => (values) => values.length > 0 && values.every(holds);
const atLeast = (goal) => each((value) => value >= goal);
const atMost = (goal) => each((value) => value <= goal);

export const FIGURES = [
  { name: 'generated sequences on machine and services', goal: '≥ 100,000', isReached: atLeast(100_000) },
  { name: 'generated sequences on the built element', goal: '≥ 2,000', isReached: atLeast(2_000) },
  { name: 'stuck, or another verdict than one per attempt', goal: '0', isReached: atMost(0) },
  { name: 'forged messages', goal: '≥ 100,000', isReached: atLeast(100_000) },
  { name: 'hostile bodies', goal: '≥ 50,000', isReached: atLeast(50_000) },
  { name: 'hostile session URLs', goal: '≥ 20,000', isReached: atLeast(20_000) },
  { name: 'effects of forgeries, bodies and URLs', goal: '0', isReached: atMost(0) },
  { name: 'mounts and unmounts', goal: '≥ 10,000', isReached: atLeast(10_000) },
  { name: 'frames opened and closed', goal: '≥ 1,000', isReached: atLeast(1_000) },
  { name: 'listeners, nodes, timers and scroll locks left', goal: '0', isReached: atMost(0) },
  { name: 'heap grown by all mounts, MB', goal: '< 1', isReached: each((value) => value < 1) },
  { name: 'heap grown by all frames, MB', goal: '< 1', isReached: each((value) => value < 1) },
  { name: 'reads in 24 h of waiting', goal: '≤ 400', isReached: atMost(400) },
  { name: 'timers at once in 24 h of waiting', goal: '≤ 1', isReached: atMost(1) },
  { name: 'reads of a hidden page in 24 h', goal: '0', isReached: atMost(0) },
  { name: 'a million widgets: peak after an outage of 60 s, to steady', goal: '≤ 1.1', isReached: atMost(1.1) },
  { name: 'a million widgets: peak after an outage of 30 min, to steady', goal: '≤ 1.1', isReached: atMost(1.1) },
  { name: 'network and HTTP faults held', goal: 'all', isReached: atLeast(1) },
  { name: 'lifecycles held', goal: 'all', isReached: atLeast(1) },
  { name: 'hostile pages walked to the verdict', goal: 'all', isReached: atLeast(1) },
  { name: 'browser tests passed', goal: 'in three engines', isReached: (values) => values.length === 3 && values.every((value) => value > 3_000) },
  { name: 'browser tests skipped by name', goal: 'none in Chromium', isReached: (values) => values.length === 3 },
  { name: 'journeys heard', goal: 'all', isReached: atLeast(1) },
];
