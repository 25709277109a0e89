import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readPieces, writePieces } from '../../demo/studio/fragment.js';
import { DEFAULT_VIEW, DIRECTIONS, directionOf, MODES, readView, schemesOf, TEXTS, viewPieces, ZOOMS, type View } from '../../demo/studio/view-settings.js';

const LANGUAGES = ['ar', 'de', 'en'];
const read = (fragment: string): View => readView(readPieces(fragment), LANGUAGES);

const views = fc.record({
  mode: fc.constantFrom(...MODES),
  lang: fc.constantFrom(...LANGUAGES),
  dir: fc.constantFrom(...DIRECTIONS),
  width: fc.oneof(fc.constant('full' as const), fc.integer({ min: 240, max: 1920 })),
  text: fc.constantFrom(...TEXTS),
  zoom: fc.constantFrom(...ZOOMS),
  slots: fc.boolean(),
  page: fc.option(fc.record({ light: fc.string({ unit: 'grapheme' }), dark: fc.string({ unit: 'grapheme' }) })),
});

describe('the view in the fragment', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(read(writePieces(viewPieces(view)).text)).to.deep.equal(view);
      }),
    );
  });

  it('is nothing while it is the default', () => expect([...viewPieces(DEFAULT_VIEW)]).to.deep.equal([]));

  for (const fragment of ['mode=<b>', 'lang=xx', 'dir=up', 'width=abc', 'width=-1', 'width=1e3', 'text=1', 'zoom=NaN', 'slots=yes', 'mode=__proto__']) {
    it(`is the default for ${fragment}`, () => expect(read(fragment)).to.deep.equal(DEFAULT_VIEW));
  }

  it('has no width that is out of reach', () => {
    expect(read('width=9999').width).to.equal(1920);
    expect(read('width=1').width).to.equal(240);
  });
});

describe('the view', () => {
  it('takes its direction from the language unless it is forced', () => {
    expect(directionOf({ ...DEFAULT_VIEW, lang: 'ar' })).to.equal('rtl');
    expect(directionOf({ ...DEFAULT_VIEW, lang: 'de' })).to.equal('ltr');
    expect(directionOf({ ...DEFAULT_VIEW, lang: 'de', dir: 'rtl' })).to.equal('rtl');
  });

  it('shows two schemes beside each other, or one', () => {
    expect(MODES.map((mode) => schemesOf({ ...DEFAULT_VIEW, mode }))).to.deep.equal([['light dark'], ['light'], ['dark'], ['light', 'dark']]);
  });
});
