import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawn, useStudio } from '../studio/studio-world.js';

describe('the contrasts in the theme studio', () => {
  const world = useStudio();
  let page;

  const text = (selector) => page.$eval(selector, (node) => node.innerText.replace(/\s+/g, ' ').trim());

  it('are enough without a theme, and counted, opacity and the focus ring too', async () => {
    page = await world.open();
    assert.match(await text('[data-action="show-contrast"]'), /^✓ [1-9]\d\d contrasts AA$/);
    await page.close();
    page = await world.open(`#${new URLSearchParams({ '--kyc-focus-ring': '2px solid #eee', css: 'kyc-verification:state(expired)::part(status-title) { opacity: 0.4 }' })}`);
    await page.click('[data-action="show-contrast"]');
    await drawn(page);
    const low = await page.$$eval('#too-low th[scope="row"]', (heads) => heads.map((head) => head.innerText.replace(/\s+/g, ' ')));
    assert.deepEqual(low, ['status-title :state(expired)', 'Focus ring on the page :state(guidance)']);
  });

  it('say what is too low, and in which mode', async () => {
    page = await world.open('#--kyc-muted-color=%23999&--kyc-muted-color.dark=%23bbb');
    await page.click('[data-action="show-contrast"]');
    await drawn(page);
    assert.match(await text('[data-action="show-contrast"]'), /^✕ \d+ too low of \d+ contrasts$/);
    const low = await page.$$eval('#too-low tbody tr', (rows) => rows.map((one) => one.innerText.replace(/\s+/g, ' ')));
    assert.ok(low.some((line) => line.startsWith('document-requirements :state(guidance) Aa 2.84:1 ✕ too low')), low.join('\n'));
    const row = await page.$$eval('.contrast tbody tr', (rows) => rows.find((one) => one.innerText.startsWith('Quiet text on the surface')).innerText.replace(/\s+/g, ' '));
    // #999 on white, and #bbb on the surface of dark, #14181f, by WCAG's formula.
    assert.match(row, /2\.84:1 ✕ too low .*9\.2\d:1 ✓ enough/);
  });
});
