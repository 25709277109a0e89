const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const WIDTH = 760;
const HEIGHT = 360;
const PLOT = { left: 56, right: 744, top: 72, bottom: 304 };
const GOAL = 1.1;

/**
 * Reads per second through an outage, as so many times the steady, over minutes from its beginning: `ours`, and for comparison
 * `hasty`. Readable in light and dark; what the colors tell, words and dashes tell, too.
 *
 * @param step minutes from one number of the axis to the next
 * @param tail minutes that are shown after the end
 * @param shown highest value of the other axis
 * @param window each point is the mean of so many seconds
 */
export function picture({ title, world, ours, hasty, step, tail, shown, window }) {
  const from = -2 * MINUTE;
  const to = world.to - world.from + tail * MINUTE;
  const x = (time) => round(PLOT.left + ((time - from) / (to - from)) * (PLOT.right - PLOT.left));
  const y = (value) => round(PLOT.bottom - (value / shown) * (PLOT.bottom - PLOT.top));
  const line = (reads) => {
    const points = smooth(reads, world.from / SECOND, window).map((value, index) => [(index + 0.5) * window * SECOND - world.from, value]);
    return points.filter(([time]) => time >= from && time <= to).map(([time, value]) => `${x(time)},${y(Math.min(value, shown))}`).join(' ');
  };
  const minutes = range(0, to / MINUTE, step);
  const values = range(0, shown, 0.5);
  const end = world.to - world.from;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">${title}. Reads per second, as so many times the steady.</title>
<style>
  svg { color-scheme: light dark; font: 13px system-ui, 'DejaVu Sans', sans-serif; }
  .paper { fill: #ffffff; } text { fill: #1f2933; } .quiet { fill: #52606d; } .head { font-size: 15px; font-weight: 600; }
  .grid { stroke: #d9dee4; } .axis { stroke: #52606d; } .out { fill: #e4e7eb; } .goal { stroke: #b42318; stroke-dasharray: 2 4; } .goal-text { fill: #b42318; }
  .ours { stroke: #0b5cad; stroke-width: 2.5; } .hasty { stroke: #8a5a00; stroke-width: 1.5; stroke-dasharray: 6 4; }
  polyline { fill: none; stroke-linejoin: round; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14181d; } text { fill: #e6eaee; } .quiet { fill: #a9b4bf; }
    .grid { stroke: #2c343c; } .axis { stroke: #a9b4bf; } .out { fill: #262d35; } .goal { stroke: #ff8a7a; } .goal-text { fill: #ff8a7a; }
    .ours { stroke: #6cb3ff; } .hasty { stroke: #e0b050; }
  }
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="6"/>
<text class="head" x="16" y="26">${title}</text>
<line class="ours" x1="16" x2="48" y1="46" y2="46"/><text x="56" y="50">this element</text>
<line class="hasty" x1="160" x2="192" y1="46" y2="46"/><text x="200" y="50">for comparison: a failed read is repeated within 60 s</text>
<rect class="out" x="${x(0)}" y="${PLOT.top}" width="${round(x(end) - x(0))}" height="${PLOT.bottom - PLOT.top}"/>
<text class="quiet" x="${round((x(0) + x(end)) / 2)}" y="${PLOT.bottom - 8}" text-anchor="middle">outage</text>
${values.map((value) => `<line class="${value === 0 ? 'axis' : 'grid'}" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(value)}" y2="${y(value)}"/><text class="quiet" x="${PLOT.left - 8}" y="${round(y(value) + 4)}" text-anchor="end">${value.toFixed(1)}</text>`).join('\n')}
${minutes.map((minute) => `<line class="axis" x1="${x(minute * MINUTE)}" x2="${x(minute * MINUTE)}" y1="${PLOT.bottom}" y2="${PLOT.bottom + 4}"/><text class="quiet" x="${x(minute * MINUTE)}" y="${PLOT.bottom + 18}" text-anchor="middle">${minute}</text>`).join('\n')}
<line class="goal" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(GOAL)}" y2="${y(GOAL)}"/>
<text class="goal-text" x="${PLOT.right}" y="${round(y(GOAL) - 5)}" text-anchor="end">${GOAL} × steady</text>
<polyline class="hasty" points="${line(hasty)}"/>
<polyline class="ours" points="${line(ours)}"/>
<text class="quiet" x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">minutes since the outage began</text>
<text class="quiet" transform="translate(16 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle">reads per second, 1 = steady</text>
</svg>
`;
}

export function smooth(reads, steadyUntil, window) {
  const mean = (from, to) => reads.subarray(from, to).reduce((sum, count) => sum + count, 0) / (to - from);
  const steady = mean(0, steadyUntil);
  return range(0, reads.length - window, window).map((second) => mean(second, second + window) / steady);
}

function range(from, to, step) {
  return Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, index) => from + index * step);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
