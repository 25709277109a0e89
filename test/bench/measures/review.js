import { SUBJECTS } from '../goals.js';
import { followReviews } from '../reviews.js';
import { median, sampled } from '../sampling.js';
import { openStreamedWorld } from '../streamed-verdict.js';

const REVIEWS = 500;
const ours = (goal, figure, unit, note, more = {}) => ({ goal, subject: SUBJECTS.ours, figure, unit, note, ...more });
const percent = (share) => Number((share * 100).toFixed(2));

/** A review of 30 minutes: by reads in virtual time, and by a stream in a browser. */
export async function measure({ samples, throttlings, log }) {
  log(`${REVIEWS} reviews in virtual time`);
  return [...readRows(await followReviews(REVIEWS)), ...(await streamRows(samples, throttlings, log))];
}

function readRows({ reads, lateness: { element, naive } }) {
  const counted = `most of ${REVIEWS} reviews, from the sending of the documents on; mean ${reads.mean.toFixed(1)}; with a read every 5 s ${reads.naive}`;
  const late = `median of ${REVIEWS} verdicts at any moment of 30 min; 95 of 100 below ${percent(element.late)} %; with a read every 5 s ${percent(naive.median)} %`;
  return [ours('readsOfReview', reads.most, '', counted), ours('latenessOfReview', percent(element.median), '%', late)];
}

async function streamRows(samples, throttlings, log) {
  const world = await openStreamedWorld();
  try {
    log('what is asked beside a stream');
    const requests = [
      ours('streamRequests', await world.sent(), '', 'documents sent on this page, whose stream was open: reads from then on'),
      ours('streamRequests', await world.loaded(), '', 'a page that is loaded in review: the stream, after one read'),
    ];
    log('verdicts by a stream');
    const followed = await sampled(throttlings, samples, (throttling) => world.lateness(throttling));
    const lateness = [...followed].map(([throttling, times]) => {
      const note = `at ${throttling}×, from the server's writing to kyc-verified; most ${Math.max(...times).toFixed(0)} ms`;
      return ours('streamLateness', Number(median(times).toFixed(1)), 'ms', note, { throttling });
    });
    return [...requests, ...lateness];
  } finally {
    await world.stop();
  }
}
