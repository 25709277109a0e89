import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it is so, for five seconds at most: what is asserted then says what is missing. */
export async function waitFor(isSo) {
  for (const end = Date.now() + 5_000; !isSo() && Date.now() < end; ) await sleep(10);
}
