import { expect } from '@open-wc/testing';
import { paint, resolveColor } from '../../demo/studio/color-reader.js';
import { contrastRatio, hexOf, luminance, ratioText } from '../../demo/studio/contrast.js';

const WHITE = { red: 255, green: 255, blue: 255 };
const BLACK = { red: 0, green: 0, blue: 0 };

describe('contrast', () => {
  it('is that of WCAG for known pairs', () => {
    expect(contrastRatio(BLACK, WHITE)).to.equal(21);
    expect(contrastRatio(WHITE, WHITE)).to.equal(1);
    expect(contrastRatio({ red: 118, green: 118, blue: 118 }, WHITE)).to.be.closeTo(4.54, 0.005);
    expect(contrastRatio({ red: 119, green: 119, blue: 119 }, WHITE)).to.be.closeTo(4.48, 0.005);
    expect(luminance({ red: 255, green: 0, blue: 0 })).to.be.closeTo(0.2126, 1e-9);
  });

  it('is the same whichever colour is in front', () => {
    const [one, other] = [paint('#1d4ed8'), paint('#d5dae3')];
    expect(contrastRatio(one, other)).to.equal(contrastRatio(other, one));
  });

  it('is never rounded up to what it does not reach', () => {
    expect(ratioText(4.499)).to.equal('4.49:1');
    expect(ratioText(4.5)).to.equal('4.50:1');
    expect(ratioText(21)).to.equal('21.00:1');
    expect(ratioText(4.57)).to.equal('4.57:1');
  });
});

describe('paint', () => {
  for (const [color, hex] of [
    ['#1d4ed8', '#1d4ed8'], ['rgb(255 0 0)', '#ff0000'], ['oklch(1 0 0)', '#ffffff'], ['color(srgb 0 1 0)', '#00ff00'], ['hsl(240 100% 50%)', '#0000ff'],
  ] as const) {
    it(`reads ${color}`, () => expect(hexOf(paint(color))).to.equal(hex));
  }

  it('lays what is translucent over what is beneath', () => {
    const { red } = paint('#000000', 'rgb(255 255 255 / 0.5)');
    expect(red).to.be.within(127, 128);
  });
});

describe('resolveColor', () => {
  it('tells the schemes apart', () => {
    expect(hexOf(resolveColor('light-dark(red, blue)', document.body, 'light')!)).to.equal('#ff0000');
    expect(hexOf(resolveColor('light-dark(red, blue)', document.body, 'dark')!)).to.equal('#0000ff');
  });

  it('is null for no colour, and leaves nothing behind', () => {
    const before = document.body.childElementCount;
    expect(resolveColor('none of it', document.body, 'light')).to.be.null;
    expect(document.body.childElementCount).to.equal(before);
  });
});
