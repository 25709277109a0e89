import { expect, fixture, html } from '@open-wc/testing';
import { hexOf } from '../../demo/studio/contrast.js';
import { Survey } from '../../demo/studio/survey.js';

async function seen(style: string, inner: string, color: string): Promise<string[]> {
  const box = await fixture<HTMLElement>(html`<div style="background: #fff"><div style=${style}><p style=${inner}></p></div></div>`);
  const { front, back } = new Survey().seen(box.querySelector('p'), color);
  return [hexOf(front), hexOf(back)];
}

describe('what is seen', () => {
  it('is a colour on the nearest opaque background', async () => {
    expect(await seen('background: #123456', '', 'rgb(255, 0, 0)')).to.deep.equal(['#ff0000', '#123456']);
  });

  it('is mixed where the colour or the background is translucent', async () => {
    expect(await seen('background: rgb(0 0 0 / 0.2)', '', 'rgb(0 0 0 / 0.5)')).to.deep.equal(['#666666', '#cccccc']);
  });

  it('is as opaque as all that is around it', async () => {
    expect(await seen('opacity: 0.5', '', 'rgb(0, 0, 0)')).to.deep.equal(['#808080', '#ffffff']);
    expect(await seen('background: #000; opacity: 0.5', 'opacity: 0.5', 'rgb(255, 255, 255)')).to.deep.equal(['#bfbfbf', '#808080']);
  });

  it('is told of each part that has text, by the lowest, and not of what is not displayed', async () => {
    const host = await fixture<HTMLElement>(html`<div style="background: #fff"></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p part="a" style="color:#000">x<b style="color:#999">y</b></p><p part="b" style="display:none"><i>z</i></p><p part="c"> </p>';
    const texts = new Survey().texts(root);
    expect([...texts.keys()]).to.deep.equal(['a']);
    expect(hexOf(texts.get('a')!.front)).to.equal('#999999');
  });
});
