import { expect } from '@open-wc/testing';
import type { KycState } from '../../src/index.js';
import { create, reach } from '../helpers/element-fixture.js';
import { part, tree } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import { MODES, addStage, expectPicture, usePicturedPage } from './stage.js';

interface Fault {
  /** Where it is tried: a picture of `states.visual.ts`. */
  readonly on: readonly [mode: string, state: KycState, width: 320 | 640];
  /** Rules inside the element. */
  readonly css?: string;
  readonly alter?: (root: ShadowRoot) => void;
}

function rewrite(selector: string, from: string, to: string): Required<Fault>['alter'] {
  return (root) => {
    for (const node of root.querySelectorAll(selector)) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
        if (text.nodeValue?.includes(from) !== true) continue;
        text.nodeValue = text.nodeValue.replace(from, to);
        return;
      }
    }
    throw new Error(`Not to be found: ${from}`);
  };
}

/** Small ones, of every kind that a change of the styles or words may bring. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'corners of 8 px in place of 12 on one button': { on: ['light', 'verified', 320], css: '.primary { border-radius: 8px !important; }' },
  'corners of 11 px in place of 12 on one button': { on: ['light', 'verified', 320], css: '.primary { border-radius: 11px !important; }' },
  'corners of 8 px around the reasons': { on: ['light', 'rejected', 320], css: '.reasons { border-radius: 8px !important; }' },
  'corners of 8 px in the dark': { on: ['dark', 'rejected', 320], css: '.reasons { border-radius: 8px !important; }' },
  'no dot in the present step': { on: ['light', 'reviewing', 640], css: '.current .marker::after { content: none !important; }' },
  'the dot in the next step': {
    on: ['light', 'reviewing', 640],
    alter: (root) => {
      const [, present, next] = root.querySelectorAll('[part~="timeline-marker"]');
      present?.parentElement?.before(next?.parentElement ?? '');
    },
  },
  'no line between two steps': { on: ['light', 'reviewing', 640], css: '.review > li:nth-child(2)::before { content: none !important; }' },
  'no border around the documents': { on: ['light', 'guidance', 640], css: '.documents { border-color: transparent !important; }' },
  'no border around the documents in the dark': { on: ['dark', 'guidance', 640], css: '.documents { border-color: transparent !important; }' },
  'no line between two documents': { on: ['light', 'guidance', 320], css: '.document:nth-child(3) { border-color: transparent !important; }' },
  'no border on a button in forced colors': { on: ['forced', 'failed', 320], css: '.secondary { border-color: Canvas !important; }' },
  'another letter': { on: ['light', 'guidance', 320], alter: rewrite('[part~="start-button"]', 'verification', 'verificatlon') },
  'another word': { on: ['dark', 'guidance', 640], alter: rewrite('[part~="document-requirements"]', 'easy', 'hard') },
  'another word in Arabic': { on: ['rtl', 'guidance', 320], alter: rewrite('[part~="privacy"]', 'Veriff', 'Verifs') },
  'no full stop': { on: ['light', 'verified', 640], alter: rewrite('[part~="status-text"]', 'confirmed.', 'confirmed') },
  'one icon missing': { on: ['light', 'guidance', 640], css: '.document:nth-child(2) .icon { visibility: hidden !important; }' },
  'no tick': { on: ['light', 'reviewing', 320], css: '.stroke { visibility: hidden !important; }' },
  'icons of another stroke': { on: ['light', 'idle', 320], css: '.icon { stroke-width: 1.75 !important; }' },
  'a gap that is 4 px larger': { on: ['light', 'rejected', 320], css: '.base { row-gap: 24px !important; }' },
  'a line 1 px too low': { on: ['light', 'expired', 640], css: '[part~="status-text"] { position: relative; inset-block-start: 1px; }' },
  'an icon 1 px aside': { on: ['light', 'idle', 640], css: '.status-icon .icon { position: relative; inset-inline-start: 1px; }' },
  'quiet text a little lighter': { on: ['light', 'idle', 320], css: '[part~="status-text"] { color: #6b7383 !important; }' },
  'an accent a little lighter': { on: ['light', 'verified', 320], css: '.primary { background: #2f5fe0 !important; }' },
  'an icon in another colour': { on: ['light', 'verified', 320], css: '.status-icon { color: #8a5200 !important; }' },
  'a heading a little lighter': { on: ['light', 'idle', 320], css: '.title { font-weight: 600 !important; }' },
  'letters a little apart': { on: ['light', 'idle', 320], css: '[part~="status-text"] { letter-spacing: 0.1px !important; }' },
  'no shadow below the button': { on: ['light', 'guidance', 320], css: '.primary { box-shadow: none !important; }' },
  'an arrow the wrong way round': { on: ['rtl', 'guidance', 640], css: '.tips summary { direction: ltr; justify-self: end; }' },
};

describe('a difference from the picture is reported:', () => {
  for (const [fault, { on, css, alter }] of Object.entries(FAULTS)) {
    it(fault, async () => {
      const [mode, state, width] = on;
      const settings = MODES[mode] ?? {};
      await usePicturedPage(settings);
      const stage = addStage(width, settings);
      const element = create({ preview: state, 'continue-url': '/next', 'proof-of-address': '' });
      stage.append(element);
      await reach(element, state);
      await eventually(() => part(element, 'base').lang === (settings.lang ?? 'en'), 'words');
      const name = `${mode}/${state}-${width}`;
      await expectPicture(stage, name, element);

      const sheet = document.createElement('style');
      sheet.textContent = css ?? '';
      tree(element).append(sheet);
      alter?.(tree(element));
      stage.style.blockSize = '';
      const report = await expectPicture(stage, `${name}~${fault.replaceAll(/\W+/g, '-')}`, element).then(
        () => 'nothing',
        ({ message }: Error) => message,
      );
      expect(report).to.match(/pixels? different|same width and height/);
    });
  }
});
