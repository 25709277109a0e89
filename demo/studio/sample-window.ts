import { complete } from '../../src/localization/complete.js';
import { messages, loadMessages } from '../../src/localization/localize.js';
import { createFrameDialog } from '../../src/services/veriff/frame-dialog.js';

/** Stands in for Veriff's page. Without a background, so that what lies behind the frame is seen. */
const PLACEHOLDER = `<!doctype html><meta name="color-scheme" content="light dark"><title>Veriff</title>
<style>
  html { height: 100% }
  body { display: grid; place-items: center; min-height: 100%; margin: 0; font: 16px/1.5 system-ui, sans-serif }
  p { max-width: 20em; margin: 24px; padding: 24px; border: 2px dashed; border-radius: 12px; text-align: center; background: Canvas; color: CanvasText }
</style><p>Veriff’s own screens stand here. They are Veriff’s to design.</p>`;

/** Shows the window around Veriff in the theme of `themedLike`. Close and Escape close it. */
export async function showSampleWindow(themedLike: Element, lang: string): Promise<void> {
  await loadMessages(lang);
  const words = complete(messages(lang));
  const dialog = createFrameDialog({ ...words.frame, lang: words.lang, dir: words.dir }, themedLike, () => dialog.close());
  dialog.open();
  const wrapper = document.createElement('div');
  const frame = document.createElement('iframe');
  frame.title = 'Sample of Veriff';
  frame.srcdoc = PLACEHOLDER;
  // The frame has the focus, and with it the keys.
  frame.addEventListener('load', () => {
    frame.contentDocument?.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') dialog.close();
    });
  });
  wrapper.append(frame);
  dialog.element.append(wrapper);
  dialog.reveal();
  dialog.hold(frame);
  dialog.showReady();
}
