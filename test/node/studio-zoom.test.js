import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useStudio } from '../studio/studio-world.js';

describe('the theme studio, enlarged', () => {
  const world = useStudio();
  let page;

  /** Pairs of tabs, presets or themes that lie on each other, and what is cut off by the tools' edge. */
  const faults = () =>
    page.evaluate(() => {
      const nodes = [...document.querySelectorAll('.tab, .tabs > .button, .start, #frame .segment, #frame .number, #frame .button')];
      const found = [];
      nodes.forEach((one, index) => {
        const a = one.getBoundingClientRect();
        if (a.width === 0) return;
        if (one.closest('#panel') && a.right > document.querySelector('#panel').getBoundingClientRect().right) found.push(`${one.innerText} is cut off`);
        if (one.scrollWidth > one.clientWidth + 1 && !one.matches('.number')) found.push(`${one.innerText} is too long`);
        for (const other of nodes.slice(index + 1)) {
          const b = other.getBoundingClientRect();
          const over = Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
          if (over > 1) found.push(`${one.innerText} on ${other.innerText}`);
        }
      });
      return found;
    });

  for (const width of [1280, 900, 390]) {
    it(`wraps what has no room, with type twice as large at ${width} px`, async () => {
      page = await world.open('', { width });
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      assert.deepEqual(await faults(), []);
    });
  }

  it('has the tools before the previews on a low screen, with room to use them', async () => {
    page = await world.open('', { width: 720, height: 450 });
    assert.deepEqual(await faults(), []);
    const [panel, stage] = await page.evaluate(() => ['#panel', '.stage'].map((place) => document.querySelector(place).getBoundingClientRect().toJSON()));
    assert.ok(panel.bottom <= stage.top && panel.height > 300, JSON.stringify({ panel, stage }));
  });

  it('keeps the button of the window off the card', async () => {
    page = await world.open();
    const [button, box] = await page.$eval('[data-action="show-window"]', (node) => [node.getBoundingClientRect().bottom, node.closest('.card').querySelector('.box').getBoundingClientRect().top]);
    assert.ok(box - button >= 4, `${box - button} px`);
  });
});
