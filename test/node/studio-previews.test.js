import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { publicNames } from '../helpers/public-names.js';
import { drawn, eventually, STATES, type, useStudio } from '../studio/studio-world.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('the previews of the theme studio', () => {
  const world = useStudio();
  let page;

  const text = (selector) => page.$eval(selector, (node) => node.innerText.replace(/\s+/g, ' ').trim());
  const press = (words) => page.$$eval('button', (buttons, wanted) => buttons.find((one) => one.innerText.trim() === wanted).click(), words);

  /** Where a part of a preview is on the screen. */
  const placeOf = (state, part) =>
    page.evaluate(
      (name, wanted) => {
        const node = document.querySelector(`#gallery [preview="${name}"]`).shadowRoot.querySelector(`[part~="${wanted}"]`);
        node.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = node.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      },
      state,
      part,
    );

  it('show every state, in the order in which a user meets them', async () => {
    page = await world.open();
    assert.deepEqual(await page.$$eval('#gallery .card h3', (nodes) => nodes.map((node) => node.textContent)), STATES);
    assert.deepEqual(await page.$$eval('#gallery kyc-verification', (nodes) => nodes.map((node) => node.state)), STATES);
  });

  it('tell the name, the selectors and the states of every part that is clicked', async () => {
    page = await world.open('#mode=light');
    const wrong = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const found = [];
      for (const element of document.querySelectorAll('#gallery kyc-verification')) {
        for (const node of element.shadowRoot.querySelectorAll('[part]')) {
          node.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
          await frame();
          const panel = document.querySelector('#panel-parts .picked');
          const shown = panel.textContent;
          const name = [...node.part].at(-1);
          const expected = [...node.part, `kyc-verification::part(${name})`, `kyc-verification:state(${element.state})::part(${name})`];
          const good = panel.querySelector('h2').textContent === name && expected.every((words) => shown.replace(/\s+/g, '').includes(words));
          if (!good || !shown.includes('Stands in') || shown.includes('does not know')) found.push(`${element.state} ${node.part}: ${shown}`);
        }
      }
      return found;
    });
    assert.deepEqual(wrong, []);
  });

  it('outline the part under the pointer, and say its name', async () => {
    page = await world.open();
    const { x, y } = await placeOf('guidance', 'document-title');
    await page.mouse.move(x, y);
    assert.equal(await text('.hover-mark:not([hidden])'), 'document-title');
    await press('Inspect');
    await drawn(page);
    await page.mouse.move(x + 1, y);
    assert.equal(await page.$('.hover-mark:not([hidden])'), null);
  });

  it('highlight each occurrence of the part that is chosen from the list', async () => {
    page = await world.open();
    await page.click('#tab-parts');
    await press('document-icon');
    await drawn(page);
    const outlines = await page.$$eval('#gallery kyc-verification', (elements) =>
      elements.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part~="document-icon"]')].map((node) => getComputedStyle(node).outlineStyle)),
    );
    assert.deepEqual([...new Set(outlines)], ['solid']);
    assert.match(await text('.picked'), /Stands in checking, guidance, requesting\./);
    await page.keyboard.press('Escape');
    await drawn(page);
    assert.doesNotMatch(await text('.picked'), /document-icon/);
  });

  it('list every part, slot and state of the manifest', async () => {
    page = await world.open();
    const names = (selector) => page.$$eval(`#panel-parts ${selector}`, (nodes) => nodes.map((node) => node.textContent.trim()).sort());
    assert.deepEqual(await names('.chips .chip'), [...publicNames.parts].sort());
    assert.deepEqual(await names('[aria-label="Slots"] dt code'), [...publicNames.slots].sort());
    assert.deepEqual(await names('[aria-label="States"] dt code'), publicNames.states.map((name) => `:state(${name})`).sort());
  });

  it('lead to a rule with the caret inside, which holds at once', async () => {
    page = await world.open();
    const { x, y } = await placeOf('guidance', 'document-title');
    await page.mouse.click(x, y);
    await drawn(page);
    await page.click('[data-action="add-rule"]');
    await drawn(page);
    await page.keyboard.type('color: rgb(1, 2, 3);');
    await drawn(page);
    assert.equal(await page.$eval('#rules', (field) => field.value), 'kyc-verification::part(document-title) {\n  color: rgb(1, 2, 3);\n}\n');
    const color = await page.$eval('#gallery [preview="guidance"]', (element) => getComputedStyle(element.shadowRoot.querySelector('[part~="document-title"]')).color);
    assert.equal(color, 'rgb(1, 2, 3)');
    await type(page, '#rules', 'p { color: red }');
    await drawn(page);
    assert.match(await text('#rules-remarks'), /“p” does not begin with kyc-verification/);
  });

  it('stay on the page when a link in them is clicked', async () => {
    page = await world.open('#--kyc-radius=7px');
    await page.$eval('#gallery [preview="verified"]', (element) => element.shadowRoot.querySelector('a').click());
    await drawn(page);
    assert.equal(await page.evaluate(() => location.hash), '#--kyc-radius=7px');
  });

  it('fill every slot where it stands', async () => {
    page = await world.open();
    await press('Show slots');
    await drawn(page);
    const shown = await page.$$eval('#gallery .slot-placeholder', (nodes) => nodes.filter((node) => node.checkVisibility() && node.getClientRects().length > 0).map((node) => node.slot));
    assert.deepEqual([...new Set(shown)].sort(), [...publicNames.slots].sort());
    assert.equal(shown.filter((name) => name === 'logo').length, STATES.length);
    assert.equal(shown.filter((name) => name === 'verified').length, 1);
  });

  it('follow mode, language, direction, width, size of text and zoom, while the tools stay as they are', async () => {
    page = await world.open('#mode=both&lang=de&width=480');
    const measure = () =>
      page.$eval('#gallery [preview="guidance"]', (element) => {
        const title = element.shadowRoot.querySelector('[part~="title"]');
        return { words: title.textContent.trim(), size: parseFloat(getComputedStyle(title).fontSize), width: element.parentElement.offsetWidth, tools: getComputedStyle(document.body).fontSize };
      });
    const before = await measure();
    assert.equal(before.width, 480);
    const schemes = await page.$$eval('#gallery [preview="guidance"]', (nodes) => nodes.map((node) => getComputedStyle(node.shadowRoot.querySelector('[part~="title"]')).color));
    assert.equal(new Set(schemes).size, 2);
    await page.click('[name="text"][value="200"]');
    await page.click('[name="zoom"][value="100"]');
    await page.select('[name="lang"]', 'ar');
    await eventually(async () => {
      const now = await measure();
      assert.equal(now.size, before.size * 2);
      assert.equal(now.tools, before.tools);
      assert.notEqual(now.words, before.words);
    });
    assert.equal(await page.$eval('#gallery .box', (box) => getComputedStyle(box).direction), 'rtl');
    await page.select('[name="dir"]', 'ltr');
    await drawn(page);
    assert.equal(await page.$eval('#gallery .box', (box) => getComputedStyle(box).direction), 'ltr');
    await eventually(async () => assert.equal(await page.evaluate(() => location.hash), '#mode=both&lang=ar&dir=ltr&width=480&text=200&zoom=100'));
  });

  it('keep a button that sticks to the bottom in its card', async () => {
    page = await world.open();
    const between = await page.$$eval('#gallery [preview="guidance"]', ([element]) => {
      const actions = element.shadowRoot.querySelector('[part~="actions"]').getBoundingClientRect();
      const privacy = element.shadowRoot.querySelector('[part~="privacy"]').getBoundingClientRect();
      return privacy.top - actions.bottom;
    });
    assert.ok(between > 0 && between < 40, `${between} px`);
  });

  it('scroll to the part that is chosen, whose outline goes with its tab', async () => {
    page = await world.open();
    await page.click('#tab-parts');
    await press('error-code');
    await drawn(page);
    const [inView, outlined] = await page.$eval('#gallery [preview="failed"]', (element) => {
      const node = element.shadowRoot.querySelector('[part~="error-code"]');
      const { top, bottom } = node.getBoundingClientRect();
      return [top >= 0 && bottom <= innerHeight, getComputedStyle(node).outlineStyle];
    });
    assert.deepEqual([inView, outlined], [true, 'solid']);
    await page.click('#tab-theme');
    await drawn(page);
    assert.equal(await page.$eval('#gallery [preview="failed"]', (element) => getComputedStyle(element.shadowRoot.querySelector('[part~="error-code"]')).outlineStyle), 'none');
  });

  for (const close of ['Escape', 'Close']) {
    it(`show the window around Veriff as a sample, closed by ${close}`, async () => {
      page = await world.open('#--kyc-backdrop-color=%23010203&--kyc-surface-color=%23040506');
      await page.click('[data-action="show-window"]');
      const dialog = await page.waitForSelector('.kyc-verification-dialog[open] iframe');
      assert.equal(await page.$eval('.kyc-verification-dialog', (node) => getComputedStyle(node).backgroundColor), 'rgb(1, 2, 3)');
      assert.equal(await page.$eval('.kyc-verification-dialog > div', (node) => getComputedStyle(node).backgroundColor), 'rgb(4, 5, 6)');
      await (await dialog.contentFrame()).waitForSelector('p');
      if (close === 'Escape') await page.keyboard.press('Escape');
      else await press('Close');
      await page.waitForFunction(() => document.querySelector('dialog') === null);
    });
  }

  it('can be themed by keyboard alone', async () => {
    page = await world.open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'gallery');
    await page.focus('#tab-theme');
    await page.keyboard.press('ArrowRight');
    await drawn(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-parts');
    await page.focus('.chips .chip');
    await page.keyboard.press('Enter');
    await drawn(page);
    assert.equal(await text('.picked h2'), 'base');
  });

  for (const scheme of ['light', 'dark']) {
    it(`and the tools have no fault that axe knows, in ${scheme}`, async () => {
      page = await world.open('#--kyc-accent-color=nope&css=p{}', { scheme });
      await page.addScriptTag({ path: AXE });
      for (const tab of ['theme', 'parts', 'css', 'contrast', 'export']) {
        await page.click(`#tab-${tab}`);
        if (tab === 'parts') await press('document-icon');
        await drawn(page);
        const faults = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document);
          return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
        });
        assert.deepEqual(faults, [], tab);
      }
    });
  }

  for (const [width, height] of [[390, 844], [320, 256]]) {
    it(`do not make the page scroll sideways at ${width} × ${height}`, async () => {
      page = await world.open('#text=200&lang=ar', { width, height });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });
  }
});
