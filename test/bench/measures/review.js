import { SUBJECTS } from '../goals.js';
import { followReviews, followStreamed } from '../reviews.js';
import { quantile } from '../server/figures.js';
import { openStreamedWorld } from '../streamed-verdict.js';

const REVIEWS = 500;
const percent = (share) => Number((share * 100).toFixed(2));
const NAIVE = 'a read every 5 s';

/** A review of 30 minutes: by reads in virtual time, and by a stream in a browser. */
export async function measure({ samples, throttlings, log }) {
  log(`${REVIEWS} reviews in virtual time`);
  const { reads, lateness } = await followReviews(REVIEWS);
  const { reads: readsWithStream } = await followStreamed();
  const rows = [
    { goal: 'readsOfReview', subject: SUBJECTS.ours, figure: reads.most, unit: '', note: `most of ${REVIEWS} reviews, from the sending of the documents to the verdict after 30 min; mean ${reads.mean.toFixed(1)}` },
    { goal: 'readsOfReview', subject: NAIVE, figure: reads.naive, unit: '' },
    { goal: 'latenessOfReview', subject: SUBJECTS.ours, figure: percent(lateness.element.median), unit: '%', note: `median of ${REVIEWS} verdicts at any moment of 30 min, of the wait until then; answers take 0.2 s; 95 of 100 below ${percent(lateness.element.late)} %` },
    { goal: 'latenessOfReview', subject: NAIVE, figure: percent(lateness.naive.median), unit: '%' },
  ];
  const world = await openStreamedWorld();
  try {
    const { before, requests } = await world.follow({ isQuiet: true });
    rows.push(
      { goal: 'streamRequests', subject: SUBJECTS.ours, figure: requests, unit: '', note: `a page that is loaded in review: the stream itself, and what is read beside it; before it ${before} read that says there is one` },
      { goal: 'streamRequests', subject: SUBJECTS.ours, figure: readsWithStream, unit: '', note: 'documents sent on this page: reads from then to the verdict, in virtual time; the stream was opened before' },
    );
    for (const throttling of throttlings) {
      log(`verdicts by a stream at ${throttling}×`);
      const times = [];
      for (let turn = 0; turn <= samples; turn++) {
        const { lateness: time } = await world.follow({ throttling });
        if (turn > 0) times.push(time);
      }
      rows.push({ goal: 'streamLateness', subject: SUBJECTS.ours, throttling, figure: Number(quantile(times, 0.5).toFixed(1)), unit: 'ms', note: `median of ${samples}, from the server's writing to kyc-verified; most ${Math.max(...times).toFixed(1)} ms` });
    }
  } finally {
    await world.stop();
  }
  return rows;
}
