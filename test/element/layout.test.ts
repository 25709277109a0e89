import { expect } from '@open-wc/testing';
import { arriveIn } from '../helpers/element-arrivals.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { mount, place, reach } from '../helpers/element-fixture.js';
import { part, tree } from '../helpers/element-parts.js';
import { useColorScheme, useWindow } from '../helpers/element-viewing.js';
import { SCREENS } from '../helpers/element-ways.js';

/** What sticks out of the page to the side. */
function sticksOut(element: Element): string[] {
  const { clientWidth } = document.documentElement;
  return [...tree(element).querySelectorAll<HTMLElement>('[part], button, p, li')]
    .filter((node) => {
      const { left, right, width } = node.getBoundingClientRect();
      // A field scrolls what is in it.
      const overflows = node.scrollWidth > node.clientWidth + 1 && !node.matches('input');
      return width > 1 && (left < 0 || right > clientWidth + 0.5 || overflows) && getComputedStyle(node).display !== 'inline';
    })
    .map((node) => `${node.tagName} ${node.className}`);
}

describe('at 320 px', () => {
  for (const { title, show } of SCREENS) {
    it(`${title} needs no scrolling to the side`, async () => {
      await useWindow(320, 640);
      const element = await show();
      for (const details of tree(element).querySelectorAll('details')) details.open = true;
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(sticksOut(element)).to.deep.equal([]);
    });

    it(`${title} with text of twice the size needs none, either`, async () => {
      await useWindow(320, 640);
      const element = await show();
      element.style.setProperty('--kyc-font-size', '2rem');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  }

  it('Start is in view on a small phone without scrolling', async () => {
    await useWindow(360, 640);
    const { top, bottom } = part(await mount({ preview: 'guidance' }), 'start-button').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(640);
  });
});

describe('the words of Start', () => {
  for (const width of [320, 640]) {
    it(`stay where they are when its busy sign goes, at ${width} px`, async () => {
      await useWindow(width, 800);
      const element = await mount({ preview: 'checking' });
      const start = part(element, 'start-button');
      const words = start.lastElementChild!;
      const before = words.getBoundingClientRect();
      expect(start.children).to.have.length(2);
      element.preview = 'guidance';
      await element.updateComplete;
      expect(start.children).to.have.length(1);
      expect(words.getBoundingClientRect().toJSON()).to.deep.equal(before.toJSON());
    });
  }
});

describe('targets', () => {
  for (const { title, show } of SCREENS) {
    for (const width of [320, 1280]) {
      it(`of ${title} at ${width} px are large enough`, async () => {
        await useWindow(width, 800);
        const element = await show();
        for (const target of tree(element).querySelectorAll<HTMLElement>('button, a[href], summary, input')) {
          const { width: across, height } = target.getBoundingClientRect();
          const least = target.matches('summary') ? 24 : 44;
          expect(height, target.innerText).to.be.at.least(least);
          expect(across, target.innerText).to.be.at.least(least);
        }
      });
    }
  }

  it('of guidance to be continued are large enough', async () => {
    const { element } = await arriveIn('verifying');
    element.close();
    await reach(element, 'guidance');
    for (const button of tree(element).querySelectorAll('button')) expect(button.getBoundingClientRect().height).to.be.at.least(44);
  });
});

describe('styles', () => {
  it('the widest it gets is --kyc-max-width', async () => {
    await useWindow(1280, 800);
    const element = await mount({ preview: 'guidance' });
    expect(element.getBoundingClientRect().width).to.equal(576);
    element.style.setProperty('--kyc-max-width', '300px');
    expect(element.getBoundingClientRect().width).to.equal(300);
  });

  it('follow color-scheme: dark where the page is, light where it is not', async () => {
    await useColorScheme('dark');
    const element = await mount({ preview: 'guidance' });
    const dark = getComputedStyle(part(element, 'title')).color;
    document.documentElement.style.colorScheme = 'light';
    expect(getComputedStyle(part(element, 'title')).color).not.to.equal(dark);
  });

  const colors: readonly (readonly [property: string, part: string, style: 'color' | 'backgroundColor'])[] = [
    ['--kyc-accent-color', 'start-button', 'backgroundColor'],
    ['--kyc-on-accent-color', 'start-button', 'color'],
    ['--kyc-text-color', 'title', 'color'],
    ['--kyc-muted-color', 'description', 'color'],
  ];
  for (const [property, name, style] of colors) {
    it(`${property} is taken by ${name}`, async () => {
      const element = await mount({ preview: 'guidance' });
      element.style.setProperty(property, 'rgb(1, 2, 3)');
      // Colours change by a transition.
      for (const animation of part(element, name).getAnimations()) animation.finish();
      expect(getComputedStyle(part(element, name))[style]).to.equal('rgb(1, 2, 3)');
    });
  }

  it('of the element do not reach the page', async () => {
    const page = place(document.createElement('section'));
    page.innerHTML = '<h2 class="title">x</h2><button class="primary">x</button><p class="text">x</p><ul><li>x</li></ul>';
    const looks = (): string[] => [...page.querySelectorAll('*')].map((node) => [...getComputedStyle(node)].map((name) => getComputedStyle(node).getPropertyValue(name)).join());
    const before = looks();
    await mount({ preview: 'guidance' });
    expect(looks()).to.deep.equal(before);
  });

  it('of the page do not reach into the element', async () => {
    const element = await mount({ preview: 'guidance' });
    const before = part(element, 'start-button').getBoundingClientRect().height;
    const sheet = document.createElement('style');
    sheet.textContent = 'button { height: 7px !important; display: none !important; } h2 { display: none; }';
    document.head.append(sheet);
    onCleanup(() => sheet.remove());
    expect(part(element, 'start-button').getBoundingClientRect().height).to.equal(before);
    expect(part(element, 'title').checkVisibility()).to.be.true;
  });

  it('hidden hides it', async () => {
    const element = await mount({ preview: 'guidance' });
    element.hidden = true;
    expect(element.checkVisibility()).to.be.false;
  });

  it('stand the right way round from right to left', async () => {
    const element = await mount({ preview: 'guidance', dir: 'rtl' });
    const icon = tree(element).querySelector('[part="document-icon"]')!.getBoundingClientRect();
    const title = tree(element).querySelector('[part="document-title"]')!.getBoundingClientRect();
    expect(icon.left).to.be.greaterThan(title.left);
    expect(sticksOut(element)).to.deep.equal([]);
  });
});
