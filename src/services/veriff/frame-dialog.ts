/**
 * Our modal `<dialog>` around Veriff's frame: a child of `body` in the top layer, so that it stands above the page's own
 * dialogs and outside transformed bodies.
 */
import { DIALOG_CLASS } from './frame-lock.js';
import { make } from './frame-parts.js';
import { fillStage, type FrameDialogText, type FrameStage } from './frame-stage.js';
import { DIALOG, FRAME } from './frame-stage.styles.js';

/** @param onClosed the user has closed it; it is still to be torn down by `close()` */
export function createFrameDialog(text: FrameDialogText, themedLike: Element, onClosed: () => void): FrameStage {
  const element = make('dialog', DIALOG);
  element.className = DIALOG_CLASS;
  const content = fillStage(element, {
    text,
    themedLike,
    onClosed,
    frameStyles: FRAME,
    focus: (frame) => frame.focus(),
  });

  function onCancel(event: Event): void {
    // A file input's own `cancel` bubbles up to here.
    if (event.target !== element) return;
    event.preventDefault();
    content.requestClose();
  }

  element.addEventListener('cancel', onCancel);
  element.addEventListener('close', onClosed);
  return {
    ...content,
    element,
    embeds: false,
    open() {
      document.body.append(element);
      content.begin();
    },
    reveal() {
      if (!element.open) element.showModal();
    },
    close() {
      element.removeEventListener('close', onClosed);
      if (element.open) element.close();
      element.remove();
      content.end();
    },
  };
}
