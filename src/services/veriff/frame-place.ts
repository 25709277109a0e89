/**
 * Notices that the page takes the frame out, alone or with what stands around it. One that is put back elsewhere is lost as
 * well: it loads again, which may burn its URL. What `moveBefore` carries along keeps its window, and goes on.
 */
export function watchPlace(frame: HTMLIFrameElement, onGone: () => void): () => void {
  const { contentWindow } = frame;
  const observer = new MutationObserver(() => {
    if (!frame.isConnected || frame.contentWindow !== contentWindow) onGone();
    else observe();
  });

  /** Each parent by itself: all that happens within a page would be many times as much. */
  function observe(): void {
    observer.disconnect();
    for (let parent = frame.parentNode; parent !== null; parent = parent.parentNode) observer.observe(parent, { childList: true });
  }

  observe();
  return () => observer.disconnect();
}
