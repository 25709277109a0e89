import { FACTS, HASTY, OTHERS, OUTAGES, PICTURES, STREAMS, follow, peakOf, peakOfStreams, toldBy } from './cases.js';
import { smooth } from './picture.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What `demo/docs/reading.md` says in numbers, from the simulation. */

/** A table, by its head, under which its rows stand in the document. */
const TABLES = [
  {
    head: '| outage | reads then | peak, to steady | told: half | 95 % |\n|---|---|---|---|---|\n',
    rows: () =>
      [...OUTAGES, HASTY].map((one) => {
        const told = [0.5, 0.95].map((share) => `${toldBy(one, share).toFixed(0)} s`);
        return [one.span, one.then, peakOf(one).toFixed(2), ...told];
      }),
  },
  {
    head: '| otherwise | peak |\n|---|---|\n',
    rows: () => [
      ...OTHERS.map((one) => [one.name, peakOf(one).toFixed(2)]),
      ...STREAMS.map((one) => [one.name, peakOfStreams(one).toFixed(2)]),
    ],
  },
];

/** What stands for a picture where it can't be seen. */
function alternative({ file, span, ours, hasty, window }) {
  const curve = (one) => smooth(follow(one).reads, one.world.from / SECOND, window);
  const { from, to } = ours.world;
  const [begin, end] = [from, to].map((time) => Math.ceil(time / SECOND / window));
  const lowest = Math.min(...curve(ours).slice(begin, end));
  const [highest, hastily] = [ours, hasty].map((one) => Math.max(...curve(one).slice(end)).toFixed(1));
  return `![Reads per second through an outage of ${span}: they fall to ${lowest.toFixed(1)} times the steady and come back to ${highest} times at most. Repeated within 60 s they would rise to ${hastily} times.](${file})`;
}

/** The document with its tables, and what stands for its pictures, as they should be. */
export function written(document) {
  let text = document;
  for (const { head, rows } of TABLES) {
    const [before, after] = cut(text, head);
    text = before + head + rows().map((cells) => `| ${cells.join(' | ')} |\n`).join('') + after.replace(/^(?:\|.*\n)*/, '');
  }
  for (const look of PICTURES) text = text.replace(new RegExp(`!\\[[^\\]]*\\]\\(${look.file}\\)`), () => alternative(look));
  return text;
}

/** What else the document says in numbers, word by word. */
export function sentences() {
  const { readsIn, steady, taken, atOnce, growth, owed, carriedIn } = FACTS;
  return [
    `**${readsIn(30 * MINUTE).toFixed(0)} reads in 30 min**`,
    `**${readsIn(24 * HOUR).toFixed(0)} in 24 h**`,
    `**${(steady() * 1_000).toFixed(0)} reads a second**`,
    `Streams take ${(taken() * 100).toFixed(0)} % of them away`,
    `the fleet is ${growth(30 * MINUTE).toFixed(1)} times as large after 30 min`,
    `the fleet then is ${growth(2 * HOUR).toFixed(1)} times as large`,
    `for each 1,000 users ${(Math.round(owed() * 100) * 10).toFixed(0)} verdicts wait`,
    `carries them in about ${(carriedIn() / MINUTE).toFixed(0)} minutes`,
    `${atOnce().toFixed(0)} times the steady for one second`,
  ];
}

function cut(text, head) {
  const at = text.indexOf(head);
  if (at < 0) throw new Error(`The document has no table with the head ${head}`);
  return [text.slice(0, at), text.slice(at + head.length)];
}
