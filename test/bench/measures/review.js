import { SUBJECTS } from '../goals.js';
import { followReviews } from '../reviews.js';
import { median, sampled } from '../sampling.js';
import { openStreamedWorld } from '../streamed-verdict.js';

const REVIEWS = 500;
const percent = (share) => Number((share * 100).toFixed(2));

/** A review of 30 minutes: by reads in virtual time, and by a stream in a browser. */
export async function measure({ samples, throttlings, log }) {
  log(`${REVIEWS} reviews in virtual time`);
  const { reads, lateness } = await followReviews(REVIEWS);
  const rows = [
    { goal: 'readsOfReview', subject: SUBJECTS.ours, figure: reads.most, unit: '', note: `most of ${REVIEWS} reviews, from the sending of the documents to the verdict after 30 min; mean ${reads.mean.toFixed(1)}; with a read every 5 s ${reads.naive}` },
    { goal: 'latenessOfReview', subject: SUBJECTS.ours, figure: percent(lateness.element.median), unit: '%', note: `median of ${REVIEWS} verdicts at any moment of 30 min, of the wait until then; answers take 0.2 s; 95 of 100 below ${percent(lateness.element.late)} %; with a read every 5 s ${percent(lateness.naive.median)} %` },
  ];
  const world = await openStreamedWorld();
  try {
    log('what is asked beside a stream');
    for (const [note, requests] of [['documents sent on this page, whose stream was open: reads from then on', await world.sent()], ['a page that is loaded in review: the stream, after one read', await world.loaded()]]) {
      rows.push({ goal: 'streamRequests', subject: SUBJECTS.ours, figure: requests, unit: '', note });
    }
    log('verdicts by a stream');
    const followed = await sampled(throttlings, samples, (throttling) => world.lateness(throttling));
    for (const [throttling, times] of followed) {
      rows.push({ goal: 'streamLateness', subject: SUBJECTS.ours, throttling, figure: Number(median(times).toFixed(1)), unit: 'ms', note: `median of ${samples} at ${throttling}×, from the server's writing to kyc-verified; most ${Math.max(...times).toFixed(0)} ms` });
    }
  } finally {
    await world.stop();
  }
  return rows;
}
