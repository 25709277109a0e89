import { SUBJECTS } from './goals.js';
import { inWords } from './table.js';

const WIDTH = 760;
const LEFT = 232;
const RIGHT = 660;
const BAR = 13;
const GAP = 14;

/**
 * Bars for each subject: from the insertion to the first paint, one for each throttling, and the bytes before it. A bar that is much longer than all
 * others ends at the edge, cut through. Readable in light and dark; what the colors tell, numbers and the order of the bars tell, too.
 */
export function chart(rows) {
  const paint = panel(rows.filter(({ goal }) => goal === 'paint'), 'Insertion to first paint', 56);
  const bytes = panel(rows.filter(({ goal }) => goal === 'bytesToFirstPaint'), 'Brotli before the first paint', paint.bottom + 34);
  const height = bytes.bottom + 12;
  const title = 'First paint and bytes, side by side';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${title}. The tables of this page have the same figures.</title>
<style>
  svg { color-scheme: light dark; font: 13px system-ui, 'DejaVu Sans', sans-serif; }
  .paper { fill: #ffffff; } text { fill: #1f2933; } .quiet { fill: #52606d; font-size: 11px; } .head { font-size: 15px; font-weight: 600; } .own { font-weight: 600; }
  .bar { fill: #7b8794; } .ours { fill: #0b5cad; } .axis { stroke: #52606d; } .cut { stroke: #ffffff; stroke-width: 3; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14181d; } text { fill: #e6eaee; } .quiet { fill: #a9b4bf; }
    .bar { fill: #66717d; } .ours { fill: #6cb3ff; } .axis { stroke: #a9b4bf; } .cut { stroke: #14181d; }
  }
</style>
<rect class="paper" width="${WIDTH}" height="${height}" rx="6"/>
<text class="head" x="16" y="26">${title}</text>
${paint.markup}
${bytes.markup}
</svg>
`;
}

function panel(rows, title, top) {
  const groups = Object.values(SUBJECTS).map((name) => [name, rows.filter(({ subject }) => subject === name)]).filter(([, bars]) => bars.length > 0);
  const full = scaleOf(groups.map(([, bars]) => Math.max(...bars.map(({ figure }) => figure))));
  const lines = [`<text x="16" y="${top}">${title}</text>`];
  let y = top + 12;
  for (const [name, bars] of groups) {
    const isOurs = name === SUBJECTS.ours;
    lines.push(`<text${isOurs ? ' class="own"' : ''} x="${LEFT - 12}" y="${y + (bars.length * BAR) / 2 + 4}" text-anchor="end">${escape(name)}</text>`);
    for (const bar of bars) {
      lines.push(barOf(bar, y, full, isOurs));
      y += BAR;
    }
    y += GAP;
  }
  lines.push(`<line class="axis" x1="${LEFT}" x2="${LEFT}" y1="${top + 8}" y2="${y - GAP + 4}"/>`);
  return { markup: lines.join('\n'), bottom: y };
}

function barOf({ figure, unit, throttling }, y, full, isOurs) {
  const isCut = figure > full;
  const width = round(Math.min(figure / full, 1) * (RIGHT - LEFT));
  const words = [throttling && `${throttling}×`, inWords(figure, unit)].filter(Boolean).join('  ');
  const cut = isCut ? `<line class="cut" x1="${LEFT + width - 14}" x2="${LEFT + width - 8}" y1="${y + BAR}" y2="${y - 2}"/>` : '';
  return `<rect class="${isOurs ? 'ours' : 'bar'}" x="${LEFT}" y="${y}" width="${width}" height="${BAR - 2}"/>${cut}<text class="quiet" x="${LEFT + width + 6}" y="${y + BAR - 2}">${words}</text>`;
}

/** What the longest bar stands for: of the subjects' highest figures the one that is not more than three times as high as the next. */
function scaleOf(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  while (sorted.length > 1 && sorted.at(-1) > 3 * sorted.at(-2)) sorted.pop();
  return sorted.at(-1);
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const round = (value) => Math.round(value * 10) / 10;
