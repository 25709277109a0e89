import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { publicNames } from '../helpers/public-names.js';
import { differences, drawn, eventually, look, useStudio, type } from '../studio/studio-world.js';

describe('the theme studio', () => {
  const world = useStudio();
  let page;

  const row = (name) => `[data-property="${name}"]`;
  const css = () => page.$eval('#css', (field) => field.value);
  const hashIs = (expected) => eventually(async () => assert.equal(await page.evaluate(() => location.hash), expected));
  const problem = (name) => page.$$eval(`${row(name)} .problem`, (nodes) => nodes.map((node) => node.textContent).join());

  /** Changes a property with the control that it has. */
  async function move(name) {
    if (name.endsWith('-color')) return type(page, `${row(name)} .text-field`, '#b0125a');
    if (await page.$(`${row(name)} .slider`)) {
      await page.$eval(`${row(name)} .slider`, (slider) => slider.focus());
      return page.keyboard.press('End');
    }
    return type(page, `${row(name)} .text-field`, name.endsWith('-family') ? 'monospace' : '5px dotted #b0125a');
  }

  /** What a property can change: the previews, one control with the focus, and the window around Veriff. */
  async function seenOf(name) {
    await drawn(page);
    if (name !== '--kyc-backdrop-color') {
      // A ring is for who uses the keyboard; a pointer that rests on a preview changes it.
      await page.keyboard.press('Shift');
      await page.mouse.move(1, 1);
      await page.evaluate(() => document.querySelector('#gallery [preview="guidance"]').shadowRoot.querySelector('[part~="start-button"]').focus());
      return look(page, '#gallery');
    }
    await page.click('[data-action="show-window"]');
    const color = await page.$eval('.kyc-verification-dialog', (dialog) => getComputedStyle(dialog).backgroundColor);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    return { color };
  }

  it('has a control for every custom property, and for no other', async () => {
    page = await world.open();
    const shown = await page.$$eval('[data-property^="--"]', (rows) => rows.map((one) => one.dataset.property));
    assert.deepEqual(shown.sort(), [...publicNames.cssProperties].sort());
  });

  it('changes what is seen with each control, and brings it back', async () => {
    page = await world.open();
    for (const name of publicNames.cssProperties) {
      const before = await seenOf(name);
      await move(name);
      assert.notDeepEqual(differences(before, await seenOf(name)), [], name);
      assert.equal(await problem(name), '');
      await page.$eval(`${row(name)} .reset`, (button) => button.click());
      assert.deepEqual(differences(before, await seenOf(name)), [], name);
    }
    await hashIs('');
  });

  it('uses a dark colour only once one was written, beside what light has', async () => {
    page = await world.open('#start=bank');
    const light = await page.$eval(`${row('--kyc-border-color')} .text-field`, (field) => field.placeholder);
    await type(page, `${row('--kyc-text-color')} .color-field:nth-of-type(1) .text-field`, '#123456');
    await drawn(page);
    assert.match(await css(), /--kyc-text-color: #123456;/);
    await type(page, `${row('--kyc-text-color')} .color-field:nth-of-type(2) .text-field`, '#abcdef');
    await type(page, `${row('--kyc-border-color')} .color-field:nth-of-type(2) .text-field`, 'blue');
    await drawn(page);
    assert.match(await css(), /--kyc-text-color: light-dark\(#123456, #abcdef\);/);
    assert.ok((await css()).includes(`--kyc-border-color: light-dark(${light}, blue);`));
    // Without one of its own, light is again as the start has it.
    await type(page, `${row('--kyc-border-color')} .color-field:nth-of-type(1) .text-field`, 'red');
    await drawn(page);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.press('Delete');
    await drawn(page);
    assert.ok((await css()).includes(`--kyc-border-color: light-dark(${light}, blue);`));
  });

  it('says where a colour for light is that of dark, too', async () => {
    page = await world.open('#--kyc-accent-color=%23123456');
    const shared = () => page.$$eval(`${row('--kyc-accent-color')} .shared`, (nodes) => nodes.map((node) => node.textContent));
    const dark = `${row('--kyc-accent-color')} .color-field:nth-of-type(2)`;
    assert.deepEqual(await shared(), ['Also used in dark']);
    assert.equal(await page.$eval(`${dark} .text-field`, (field) => field.placeholder), '#123456');
    assert.equal(await page.$eval(`${dark} .swatch`, (swatch) => swatch.value), '#123456');
    await type(page, `${dark} .text-field`, 'blue');
    await drawn(page);
    assert.deepEqual(await shared(), []);
  });

  it('does not use what is no CSS, and says so', async () => {
    page = await world.open();
    const before = await look(page, '#gallery');
    await type(page, `${row('--kyc-accent-color')} .text-field`, 'red } body { display: none');
    await type(page, `${row('--kyc-radius')} .text-field`, '0');
    await drawn(page);
    assert.match(await problem('--kyc-accent-color'), /^Not used: /);
    assert.match(await problem('--kyc-radius'), /needs a unit/);
    assert.doesNotMatch(await css(), /kyc-accent|kyc-radius/);
    assert.match(await page.$eval('#actions', (place) => place.innerText), /2 values are not in this file/);
    assert.match(await page.$eval('#panel-export', (place) => place.textContent), /2 values are not in this file/);
    assert.equal(await page.$('[data-property="--kyc-accent-color"][data-set]'), null);
    const dark = await page.$eval(`${row('--kyc-accent-color')} .color-field:nth-of-type(2) .text-field`, (field) => field.placeholder);
    assert.doesNotMatch(dark, /body/);
    assert.deepEqual(differences(before, await look(page, '#gallery')), []);
  });

  for (const scheme of ['light', 'dark']) {
    it(`writes a style sheet that gives a fresh page the same look, in ${scheme}`, async () => {
      const rules = 'kyc-verification::part(document-title) { letter-spacing: 0.05em }\nkyc-verification:state(failed)::part(primary-button) { text-transform: uppercase';
      const theme = { start: 'playful', '--kyc-accent-color': '#0a7d5a', '--kyc-accent-color.dark': 'oklch(0.8 0.1 160)', '--kyc-space': '5px', css: rules };
      page = await world.open(`#${new URLSearchParams({ ...theme, zoom: 100 })}`, { scheme });
      const text = await css();
      const fresh = await world.openFresh(text, scheme);
      const shown = await look(page, '#gallery');
      assert.ok(Object.keys(shown).length > 9000);
      assert.deepEqual(differences(shown, await look(fresh, 'body')), []);
      const [rulesWritten, rulesApplied] = await page.evaluate((written) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(written);
        return [sheet.cssRules.length, document.adoptedStyleSheets[0].cssRules.length];
      }, text);
      assert.equal(rulesWritten, rulesApplied);
      await fresh.close();
    });
  }

  it('downloads what it shows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'studio-'));
    page = await world.open('#start=bank&--kyc-radius=7px');
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()));
    await page.click('#tab-export');
    await page.click('[data-action="download"]');
    await done;
    assert.equal(await readFile(join(folder, 'kyc-theme.css'), 'utf8'), await css());
    await rm(folder, { recursive: true });
  });

  it('keeps the theme in the address, without a step in the history', async () => {
    page = await world.open();
    const steps = await page.evaluate(() => history.length);
    await page.click('[name="start"][value="bank"]');
    await type(page, `${row('--kyc-accent-color')} .text-field`, '#0a7d5a');
    await hashIs('#start=bank&--kyc-accent-color=%230a7d5a');
    assert.equal(await page.evaluate(() => history.length), steps);
    const shown = await css();
    const url = page.url();
    await page.close();
    page = await world.open(new URL(url).hash);
    assert.equal(await css(), shown);
  });

  it('takes the theme of an address that is pasted over its own, and goes back to the one before', async () => {
    page = await world.open('#--kyc-radius=7px');
    await page.evaluate(() => (location.hash = 'start=bank&mode=dark'));
    await eventually(async () => assert.match(await css(), /Start: Bank/));
    assert.equal(await page.$eval('[name="mode"]:checked', (radio) => radio.value), 'dark');
    await page.goBack();
    await eventually(async () => assert.match(await css(), /--kyc-radius: 7px/));
  });

  it('takes nothing but text from a hostile address', async () => {
    const markup = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>';
    const hostile = new URLSearchParams({ start: markup, '--kyc-accent-color': markup, '--kyc-radius': `1px;} ${markup}`, css: `/* </style>${markup}`, lang: markup, page: markup, __proto__: 'x' });
    page = await world.open(`#${hostile}`);
    assert.equal(await page.$('img, body script'), null);
    assert.equal(await page.title(), 'Theme studio of the identity check');
    assert.equal(await page.$eval(`${row('--kyc-accent-color')} .text-field`, (field) => field.value), markup);
    assert.doesNotMatch(await css(), /kyc-accent/);
  });

  it('opens with an address of megabytes', async () => {
    page = await world.open();
    await page.evaluate(() => (location.hash = `--kyc-radius=7px&css=${'x'.repeat(1_500_000)}`));
    await eventually(async () => assert.match(await css(), /--kyc-radius: 7px;\n\}\n$/));
  });

  it('discards changes, and brings them back', async () => {
    page = await world.open('#start=bank&--kyc-radius=7px');
    await page.$$eval('button', (buttons) => buttons.find((button) => button.innerText === 'Discard changes').click());
    await hashIs('#start=bank');
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Undo'));
    await page.keyboard.press('Enter');
    await hashIs('#start=bank&--kyc-radius=7px');
  });

  it('leaves the focus in the field that is reset', async () => {
    page = await world.open('#--kyc-radius=7px');
    await page.focus(`${row('--kyc-radius')} .reset`);
    await page.keyboard.press('Enter');
    await drawn(page);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '--kyc-radius');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'text-field');
  });
});
