/** Both run in a blank page, handed there as text. */

/** Keeps a subject for `putIn`: that its text has to get into the page is in no figure. */
export function keep(subject) {
  globalThis.subject = subject;
}

/**
 * Puts the subject in: its markup, and its script as text, so that no network is in what is measured, but all of reading and running it. Resolves to the
 * milliseconds to the first paint, as the browser says it; with `isReady` once that holds and was painted.
 */
export async function putIn() {
  const { markup, code, isReady } = globalThis.subject;
  const ready = isReady === undefined ? undefined : new Function(`return (${isReady})()`);
  const place = document.createElement('div');
  place.innerHTML = markup;
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = code;
  const painted = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-paint')[0];
      if (paint !== undefined) resolve(paint.startTime);
    }).observe({ type: 'paint' });
  });
  const from = performance.now();
  document.body.append(place, script);
  if (ready === undefined) return (await painted) - from;
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - from;
}
