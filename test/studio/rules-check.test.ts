import { expect } from '@open-wc/testing';
import { remarksOn, withRule } from '../../demo/studio/rules-check.js';

const NAMES = {
  parts: [{ name: 'title' }, { name: 'primary-button' }],
  properties: [{ name: '--kyc-radius' }],
  states: [{ name: 'verified' }],
  slots: [],
};

describe('remarks on own rules', () => {
  for (const rules of [
    '', '  ', 'kyc-verification::part(title) { color: red }', 'kyc-verification:state(verified)::part(title primary-button) { --kyc-radius: 1px }',
    '@media (min-width: 1px) { kyc-verification { color: red } }', '@font-face { font-family: X; src: url(x.woff2) }', '@keyframes x { from { color: red } }',
    'kyc-verification { &::part(title) { color: red } }', 'kyc-verification:is(.a, .b), kyc-verification { color: red }',
    'kyc-verification { --x: { a b }; color: red !important; background: url(a;b.png) /* ; colr: red */ }', '@media (width > 1px) { kyc-verification { &:hover { color: red } } }',
  ]) {
    it(`are none for ${JSON.stringify(rules)}`, () => expect(remarksOn(rules, NAMES)).to.deep.equal([]));
  }

  for (const [rules, remark] of [
    ['p { color: red }', /“p” does not begin with kyc-verification/],
    ['kyc-verification, p { color: red }', /“p” does not begin/],
    ['@supports (color: red) { p { color: red } }', /“p” does not begin/],
    ['kyc-verification { color: red', /still open: } closes it/],
    ['kyc-verification::part(buton) { color: red }', /no part “buton”/],
    ['kyc-verification:state(done) { color: red }', /no state “done”/],
    ['kyc-verification { --kyc-radios: 1px }', /no custom property --kyc-radios/],
    ['@import "x.css";', /@import does not work here/],
    ['kyc-verification { colr: red; color: red }', /^Not used: `colr`$/m],
    ['kyc-verification { color: redd }', /^Not used: `color: redd`$/m],
    ['kyc-verification { color red; margin: 0 }', /^Not used: `color red`$/m],
    ['kyc-verification { color: red } kyc-verification::prt(title) { color: red }', /^Not used: `kyc-verification::prt\(title\)`$/m],
    ['@media print { kyc-verification { &::prt(title) { color: red } } }', /^Not used: `&::prt\(title\)`$/m],
    ['@medai print { kyc-verification { color: red } }', /^Not used: `@medai`$/m],
    ['kyc-verification::part(titel) { color: red }', /no part “titel”\. Did you mean “title”\?/],
    ['kyc-verification { --kyc-radios: 1px }', /Did you mean “--kyc-radius”\?/],
    ['nothing yet', /no rule in this yet/],
  ] as const) {
    it(`say what is wrong with ${rules}`, () => expect(remarksOn(rules, NAMES).join('\n')).to.match(remark));
  }
});

describe('a rule for a selector', () => {
  it('is added at the end, with the caret inside', () => {
    const { text, caret } = withRule('a { }', 'kyc-verification::part(title)');
    expect(text).to.equal('a { }\n\nkyc-verification::part(title) {\n  \n}\n');
    expect(text.slice(0, caret).endsWith('{\n  ')).to.be.true;
    expect(text.slice(caret)).to.equal('\n}\n');
  });

  it('that is there already is found, not added again', () => {
    const rules = 'kyc-verification::part(title) {\n  color: red;\n}\n';
    expect(withRule(rules, 'kyc-verification::part(title)')).to.deep.equal({ text: rules, caret: rules.indexOf('color') });
  });
});
