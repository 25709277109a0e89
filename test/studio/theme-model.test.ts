import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readPieces, writePieces } from '../../demo/studio/fragment.js';
import { countChanges, NO_THEME, ownCss, readTheme, themeCss, themePieces, valueIn, valueText, withProperty, type Theme } from '../../demo/studio/theme-model.js';

const PROPERTIES = ['--kyc-accent-color', '--kyc-text-color', '--kyc-radius', '--kyc-font-family'];
const NAMES = { properties: PROPERTIES, starts: ['bank', 'playful'] };
const BANK = { name: 'bank', title: 'Bank', description: 'Quiet.', css: 'kyc-verification { --kyc-radius: 2px; }' };
const hostile = fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>', '</style>', '&start=evil', '#', '%', '%00', '+', '\n', '\u2028', 'ä', '😀', '--kyc-radius=', "'");
const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), hostile), { maxLength: 5 }).map((pieces) => pieces.join(''));

const themes = fc
  .record({
  start: fc.constantFrom('', 'bank', 'playful'),
  properties: fc.dictionary(fc.constantFrom(...PROPERTIES), fc.record({ light: text, dark: fc.option(text) })),
  rules: text,
}).map(
  ({ start, properties, rules }): Theme => ({
    start,
    properties: new Map(
      PROPERTIES.flatMap((name) => {
        const value = properties[name];
        return value === undefined ? [] : [[name, value.dark === null ? { light: value.light } : { light: value.light, dark: value.dark }] as const];
      }),
    ),
    rules,
  }),
);

const read = (fragment: string): Theme => readTheme(readPieces(fragment), NAMES);
const write = (theme: Theme): string => writePieces(themePieces(theme)).text;

describe('the fragment of a theme', () => {
  it('is read as the theme that was written, whatever was typed', () => {
    fc.assert(
      fc.property(themes, (theme) => {
        expect(read(`#${write(theme)}`)).to.deep.equal(theme);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for nothing', () => expect(write(NO_THEME)).to.equal(''));

  it('has no sign that markup or an address could take for its own', () => {
    fc.assert(
      fc.property(themes, (theme) => {
        expect(write(theme)).to.match(/^[\w.*+%&=-]*$/);
      }),
    );
  });

  it('has only what differs', () => {
    expect(write(withProperty(NO_THEME, '--kyc-radius', { light: '4px' }))).to.equal('--kyc-radius=4px');
  });

  for (const [what, fragment] of [
    ['nonsense', '#%%%&&&=&=x&a'],
    ['unknown names', '#--kyc-evil=1&__proto__=1&constructor=2&start=constructor&--kyc-radius.evil=1'],
    ['a dark value without a light one', '#--kyc-accent-color.dark=red'],
    ['a value of 10 MB', `#--kyc-radius=${'x'.repeat(10_000_000)}`],
    ['10 MB of pieces', `#${'a=b&'.repeat(2_500_000)}--kyc-radius=1px`],
    ['rules of 10 MB', `#css=${'%20'.repeat(3_400_000)}`],
  ] as const) {
    it(`that is ${what} is no theme`, () => expect(read(fragment)).to.deep.equal(NO_THEME));
  }

  it('keeps what is sound beside what is not', () => {
    const theme = read(`#start=nothing&--kyc-text-color=${'y'.repeat(2000)}&--kyc-radius=4px&evil=1&css=a{}`);
    expect(theme).to.deep.equal({ start: '', properties: new Map([['--kyc-radius', { light: '4px' }]]), rules: 'a{}' });
  });

  it('says so when rules are too long for it', () => {
    const { text: fragment, whole } = writePieces(themePieces({ ...NO_THEME, start: 'bank', rules: 'x'.repeat(200_000) }));
    expect(whole).to.be.false;
    expect(fragment).to.equal('start=bank');
  });
});

describe('the style sheet of a theme', () => {
  const accepts = (_name: string, value: string): boolean => CSS.supports('color', value);

  it('has one value, and two only where dark was touched', () => {
    expect(valueText({ light: ' red ' })).to.equal('red');
    expect(valueText({ light: 'red', dark: 'blue' })).to.equal('light-dark(red, blue)');
  });

  it('leaves out what CSS does not accept, and keeps a light value beside a bad dark one', () => {
    const properties = new Map([
      ['--kyc-accent-color', { light: 'red', dark: 'no colour' }],
      ['--kyc-text-color', { light: 'no colour', dark: 'red' }],
    ]);
    expect(ownCss({ ...NO_THEME, properties }, accepts)).to.equal('kyc-verification {\n  --kyc-accent-color: red;\n}\n');
  });

  it('is a header, the start, the properties and the own rules, in this order', () => {
    const theme: Theme = { start: 'bank', properties: new Map([['--kyc-accent-color', { light: 'red' }]]), rules: 'kyc-verification::part(title) { color: red }' };
    const css = themeCss(theme, BANK, accepts);
    expect(css).to.match(/^\/\*[^]*Start: Bank \(bank\.css\)[^]*\*\//);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    expect(Array.from(sheet.cssRules, (rule) => rule.cssText)).to.deep.equal([
      'kyc-verification { --kyc-radius: 2px; }',
      'kyc-verification { --kyc-accent-color: red; }',
      'kyc-verification::part(title) { color: red; }',
    ]);
  });

  it('tells what a start says of a property, the last of several', () => {
    const start = { ...BANK, css: `${BANK.css} @supports (color: red) { kyc-verification { --kyc-radius: calc(1px + 2px) } }` };
    expect(valueIn(start, '--kyc-radius')).to.equal('calc(1px + 2px)');
    expect(valueIn(start, '--kyc-space')).to.be.null;
    expect(valueIn(null, '--kyc-radius')).to.be.null;
  });

  it('is closed where own rules are still being typed', () => {
    const css = themeCss({ ...NO_THEME, rules: 'kyc-verification { color: red' }, null, accepts);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${css}next { color: blue }`);
    expect(sheet.cssRules.length).to.equal(2);
  });

  it('names a start whose title would end the comment', () => {
    expect(themeCss(NO_THEME, { ...BANK, title: 'a*/b' }, accepts).indexOf('*/')).to.be.greaterThan(themeCss(NO_THEME, BANK, accepts).indexOf('Start: '));
  });
});

describe('the changes of a theme', () => {
  const accepts = (_: string, text: string): boolean => text !== 'bad';
  for (const [light, dark, counts] of [
    ['red', undefined, { used: 1, refused: 0 }], ['bad', undefined, { used: 0, refused: 1 }], ['red', 'bad', { used: 1, refused: 1 }],
    ['red', 'light-dark(red, blue)', { used: 1, refused: 1 }], ['red', 'blue', { used: 1, refused: 0 }],
  ] as const) {
    it(`count ${light} and ${dark} as ${JSON.stringify(counts)}`, () => {
      const theme = withProperty(NO_THEME, '--kyc-accent-color', dark === undefined ? { light } : { light, dark });
      expect(countChanges(theme, accepts)).to.deep.equal(counts);
    });
  }
});
