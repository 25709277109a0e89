import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { argumentsOf, closersOf, isWholeValue } from '../../demo/studio/css-text.js';

/** Pieces of CSS in which a value can go wrong. */
const pieces = fc.constantFrom(
  ...['red', '1px', ' ', ',', ';', '!important', '{', '}', '(', ')', '[', ']', '"', "'", '\\', '\n', '/*', '*/', '/', '*', ':', '--b', 'a{', 'url('],
  ...['url("', "url('x')", 'rgb(', 'var(--x)', 'light-dark(', '\\"', '\\75rl(', '<!--', '@media', '#', 'é', '\0'],
);
const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

function parse(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

describe('isWholeValue', () => {
  for (const value of [
    'red', '#0a7d5a', 'light-dark(#fff, rgb(0 0 0 / 50%))', '"Söhne", sans-serif', "'it''s'", 'url(a;b.png)', 'url("a)b")', '2px solid', '"a\\"b"',
    'red /* why */', '{}',
  ]) {
    it(`is true of ${value}`, () => expect(isWholeValue(value)).to.be.true);
  }

  for (const value of [
    '', '  ', 'red;', 'red; }', '}', 'rgb(0 0 0', 'rgb(0 0 0]', '"Inter', "'", 'red/*', 'red !important', '{', 'red\\', '"a\\"', 'url(a', "url(a 'b);x')", 'url(\\" a)',
    '"a\nb"', '/*/', '\\75rl(a',
  ]) {
    it(`is false of ${JSON.stringify(value)}`, () => expect(isWholeValue(value)).to.be.false);
  }

  it('is true only of what leaves the next declaration and the next rule as they are', () => {
    fc.assert(
      fc.property(texts, (value) => {
        if (!isWholeValue(value)) return;
        const sheet = parse(`x { --a: ${value}; --end: 1 } y { --b: 2 }`);
        const [first, second] = [...sheet.cssRules] as CSSStyleRule[];
        expect(sheet.cssRules.length, value).to.equal(2);
        expect([...first!.style].sort(), value).to.deep.equal(['--a', '--end']);
        expect(second!.style.getPropertyValue('--b'), value).to.equal('2');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('closersOf', () => {
  for (const [text, closers] of [
    ['a { color: red }', ''], ['a { color: red', '}'], ['@media x { a { b: "c', '"}}'], ['a { b: c(d[e', '])}'], ['/* a', '*/'], ['a { b: url(c', ')}'],
    ['a } b', ''], ['a { b: "c\\', '\n"}'],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(closers)}`, () => expect(closersOf(text)).to.equal(closers));
  }

  it('keep the rule that follows whole, wherever in a block somebody stopped typing', () => {
    const sheet = '@media print { a[b="c"] { d: url(e f; "g\\"h" } i { j: url(k\\)l) "m" } /* " n */ } o { p: [q (r) \'s"\'] }';
    for (let end = 1; end < sheet.length; end += 1) {
      const typed = sheet.slice(0, end);
      if (!closersOf(typed).includes('}')) continue;
      const last = [...parse(`${typed}${closersOf(typed)}\ny { --b: 2 }`).cssRules].at(-1);
      expect(last?.cssText, typed).to.equal('y { --b: 2; }');
    }
  });
});

describe('argumentsOf', () => {
  it('has the arguments of a call', () => {
    expect(argumentsOf('light-dark', ' light-dark( rgb(1, 2, 3) , "a,b") ')).to.deep.equal(['rgb(1, 2, 3)', '"a,b"']);
  });

  for (const value of ['red', 'light-dark(a, b) c', 'light-dark(a', 'light-darker(a, b)', 'x light-dark(a, b)']) {
    it(`is null for ${value}`, () => expect(argumentsOf('light-dark', value)).to.be.null);
  }
});
