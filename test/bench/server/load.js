/** The load generator: one round at a time. */
import autocannon from 'autocannon';
import { answerCommands } from './child.js';
import { CONNECTIONS, loads } from './loads.js';
import { between, reading } from './meter.js';

/**
 * @param amount so many requests, instead of a duration
 * @returns what came back, with each answer's time in milliseconds
 */
async function round({ name, url, series, seconds, amount }) {
  const { request, answer, status = 200 } = loads[name];
  let number = 0;
  let wrongStatus = 0;
  const times = [];
  const setupRequest = (defaults) => ({ ...defaults, ...request(series, number++) });
  const before = reading();
  const run = autocannon({
    url,
    connections: CONNECTIONS,
    requests: [{ setupRequest }],
    verifyBody: (body) => answer.test(body),
    // How long a round may overrun.
    sampleInt: 100,
    ...(amount === undefined ? { duration: seconds } : { amount }),
  });
  run.on('response', (_client, code, _bytes, time) => {
    times.push(time);
    if (code !== status) wrongStatus += 1;
  });
  const { errors, mismatches, duration } = await run;
  return {
    answers: times.length,
    seconds: duration,
    errors: errors + Math.max(mismatches, wrongStatus),
    times: Float64Array.from(times),
    generatorBusy: between(before, reading()).busy,
  };
}

answerCommands({ start: () => undefined, round });
