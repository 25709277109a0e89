import { expect } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { useColorScheme } from '../../helpers/element-viewing.js';
import { TEXT, button, open, openStarted } from '../../helpers/veriff-opening.js';

/** The frame's own content is Veriff's. */
const OURS = { ignoredRules: ['frame-tested'] };

/** Where the page has no height, and the SDK's lock hides what flows over, axe takes nothing of the page for visible. */
function addContent(): void {
  const content = document.createElement('main');
  content.style.height = '400px';
  document.body.append(content);
  onCleanup(() => content.remove());
}

describe('the dialog around Veriff', () => {
  beforeEach(addContent);

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no axe violations while it waits, in ${scheme}`, async () => {
      await useColorScheme(scheme);
      await expect(open().dialog()).to.be.accessible(OURS);
    });

    it(`has no axe violations while it asks, in ${scheme}`, async () => {
      await useColorScheme(scheme);
      const opening = await openStarted();
      button(opening, TEXT.close).click();
      await expect(opening.dialog()).to.be.accessible(OURS);
    });
  }
});
