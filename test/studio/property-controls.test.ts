import { expect } from '@open-wc/testing';
import { controlOf, schemePair } from '../../demo/studio/property-controls.js';
import { problemOf, problemsOf } from '../../demo/studio/value-check.js';

const color = controlOf({ name: '--kyc-accent-color', default: 'light-dark(#1d4ed8, #8db4ff)', syntax: '<color>' });
const length = controlOf({ name: '--kyc-radius', default: '12px', syntax: '<length>' });
const width = controlOf({ name: '--kyc-max-width', default: '36em', syntax: '<length>' });
const font = controlOf({ name: '--kyc-font-family', default: 'system-ui, sans-serif' });
const ring = controlOf({ name: '--kyc-focus-ring', default: '2px solid' });

describe('the control of a property', () => {
  it('follows from what the manifest says of it', () => {
    expect([color, length, width, font, ring].map(({ kind }) => kind)).to.deep.equal(['color', 'length', 'length', 'font', 'text']);
    expect(controlOf({ name: '--kyc-space', default: '4px' }).kind).to.equal('length');
    expect(controlOf({ name: '--kyc-other-color' }).kind).to.equal('color');
  });

  it('has a slider around the default', () => {
    expect(length.range).to.deep.equal({ min: 0, max: 36, step: 1, unit: 'px', initial: 12 });
    expect(width.range).to.deep.equal({ min: 18, max: 72, step: 0.5, unit: 'em', initial: 36 });
    expect(controlOf({ name: '--kyc-font-size', default: 'max(1em, 16px)', syntax: '<length>' }).range).to.include({ min: 0.5, max: 2, unit: 'em' });
  });
});

describe('a pair of schemes', () => {
  it('is told apart by light-dark(), and the same in both without', () => {
    expect(schemePair('light-dark(rgb(1, 2, 3), #fff)')).to.deep.equal({ light: 'rgb(1, 2, 3)', dark: '#fff' });
    expect(schemePair('Canvas')).to.deep.equal({ light: 'Canvas', dark: 'Canvas' });
  });
});

describe('a value', () => {
  for (const [control, values] of [
    [color, ['red', '#0a7d5a', 'oklch(0.7 0.1 200)', 'light-dark(red, blue)', 'color-mix(in oklab, red, blue)', 'var(--brand)', 'transparent']],
    [length, ['0px', '4px', '0.5rem', 'calc(1px + 1em)', 'clamp(4px, 2vw, 12px)', 'var(--brand-radius)']],
    [width, ['none', '400px', '100%', '60ch']],
    [font, ['Inter', '"Söhne Breit", serif', 'var(--brand-font)']],
    [ring, ['3px dashed red', '2px solid var(--brand)', 'var(--ring)', 'none']],
  ] as const) {
    for (const value of values) it(`of ${control.name} may be ${value}`, () => expect(problemOf(control, value)).to.be.null);
  }

  for (const [control, values] of [
    [color, ['', 'nope', 'red;', 'red blue', 'rgb(0 0 0', '12px', 'red } body { display: none', 'url(x)', '#12345']],
    [length, ['', '0', '12', 'red', '12', 'auto', '1px 2px', '12px; color: red', 'none', '-4px']],
    [width, ['0', 'wide']],
    [font, ['', '"Inter', 'Inter; }', '12px']],
    [ring, ['', 'red;', 'what is this', '2px solid']],
  ] as const) {
    for (const value of values) it(`of ${control.name} may not be “${value}”, and it says why`, () => expect(problemOf(control, value)).to.match(/\.$/));
  }

  it('of a colour without its # is told what may be meant', () => {
    expect(problemOf(color, 'd4ff3a')).to.contain('Did you mean #d4ff3a?');
    expect(problemOf(color, 'd4ff3')).not.to.contain('mean');
  });

  for (const [light, dark] of [['light-dark(red, blue)', 'green'], ['red', 'light-dark(red, blue)']] as const) {
    it(`for dark is refused where ${light} and ${dark} would be a pair within a pair`, () => {
      expect(problemsOf(color, { light, dark })).to.deep.equal({ light: null, dark: 'light-dark() is for both fields at once: write one colour into each.' });
      expect(problemsOf(color, { light })).to.deep.equal({ light: null, dark: null });
    });
  }
});
