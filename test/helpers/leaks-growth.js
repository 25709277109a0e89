/** In several calls, since one may not last for minutes. */
async function repeat({ page }, run, count, from) {
  let total = 0;
  for (let done = 0; done < count; done += 20) total += await page.evaluate(run, Math.min(20, count - done), from + done);
  return total;
}

/** Runs it some times, so that what is made once is there, then `count` times; tells what there is more of afterwards, and of the heap in MB, which may also have shrunk. */
export async function grown(world, run, count, warmUp) {
  await repeat(world, run, warmUp, 0);
  const before = await world.measure();
  const { loads } = world;
  const outcome = await repeat(world, run, count, warmUp);
  let after;
  let left = [];
  // What the browser itself still holds for a moment goes; what leaks stays, however long one looks.
  for (let looks = 0; looks < 20 && (looks === 0 || left.length > 0); looks++) {
    after = await world.measure();
    left = Object.entries(after.counts)
      .map(([what, number]) => [what, number - before.counts[what]])
      .filter(([, number]) => number > 0);
  }
  return { outcome, loads: world.loads - loads, left: Object.fromEntries(left), heap: after.heap - before.heap };
}
