/** Leaving the page for another one, which browsers do late, or not at all. */

/**
 * Leads the browser to `url`. The page stays until the other one answers, and may stay for good: a script of the page can prevent it, a line can fail.
 *
 * @param onReturn the browser shows this page again as it was, from its back/forward cache
 * @returns what ends it: nothing is listened to any longer, and a departure under way is stopped where the page `stays`. With it go all
 * requests of the page: no browser stops the one alone
 */
export function departFor(url: string, onReturn: () => void): (stays: boolean) => void {
  let gone = false;
  const hide = (): void => void (gone = true);
  const show = (event: PageTransitionEvent): void => {
    if (event.persisted) onReturn();
  };
  window.addEventListener('pagehide', hide);
  window.addEventListener('pageshow', show);
  location.assign(url);
  return (stays) => {
    window.removeEventListener('pagehide', hide);
    window.removeEventListener('pageshow', show);
    // Whoever stays after all must not be taken away a moment later.
    if (stays && !gone) window.stop();
  };
}
