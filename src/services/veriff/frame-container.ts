/**
 * Veriff's frame within the page: in the light DOM of the element, which shows it by a slot, since the SDK looks for its
 * place by an id in the document. It is not modal: the page stays as it is, and the focus goes where the user wants it.
 */
import { CONTAINER_CLASS, CONTAINER_SLOT } from './frame-lock.js';
import { make } from './frame-parts.js';
import { fillStage, type FrameDialogText, type FrameStage } from './frame-stage.js';
import { CONTAINER, EMBEDDED_FRAME } from './frame-stage.styles.js';

/** @param onClosed the user has closed it; it is still to be torn down by `close()` */
export function createFrameContainer(embedIn: HTMLElement, text: FrameDialogText, themedLike: Element, onClosed: () => void): FrameStage {
  const element = make('div', CONTAINER);
  element.className = CONTAINER_CLASS;
  element.slot = CONTAINER_SLOT;
  element.id = `${CONTAINER_CLASS}-${Math.random().toString(36).slice(2)}`;
  element.setAttribute('role', 'region');
  const content = fillStage(element, { text, themedLike, onClosed, frameStyles: EMBEDDED_FRAME, focus });
  let hadFocus = false;

  function focus(frame: HTMLIFrameElement): void {
    const { activeElement, body } = document;
    // Who writes elsewhere in the page is left alone, and so is who has gone anywhere in it before a frame opens anew.
    const isElsewhere = activeElement !== null && activeElement !== body && !embedIn.contains(activeElement);
    if (isElsewhere && (hadFocus || activeElement.matches(':read-write'))) return;
    // By its top, since all of it may be higher than the window.
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    frame.focus({ preventScroll: true });
    hadFocus ||= document.activeElement === frame;
  }

  // Asking is all that it does: a dialog of the page's own around the element stays open.
  element.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation());
  return {
    ...content,
    element,
    embeds: true,
    open() {
      embedIn.append(element);
      // In a shadow tree the SDK would not find it.
      if (document.getElementById(element.id) !== element) throw new Error('Not in the document');
      content.begin();
    },
    reveal: () => undefined,
    close() {
      element.remove();
      content.end();
    },
  };
}
