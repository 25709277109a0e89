import type { KycState, KycVerificationElement } from '../../src/index.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { refuses, says } from '../helpers/element-endpoint.js';
import { create, reach } from '../helpers/element-fixture.js';
import { frameOf, openFrame } from '../helpers/element-frame.js';
import { part } from '../helpers/element-parts.js';
import { eventually, settle } from '../helpers/element-time.js';
import { NOW, WIDTHS, addStage, expectPicture, usePicturedPage, type Mode } from './stage.js';

/** Screens that no preview shows, each reached as users reach it. */
const SCREENS: Readonly<Record<string, () => Promise<KycVerificationElement>>> = {
  'guidance-unfinished': async () => {
    const { element } = await arriveIn('verifying');
    element.close();
    await reach(element, 'guidance');
    return element;
  },
  'reviewing-fresh': async () => (await arriveIn('reviewing', { 'continue-url': '/next' })).element,
  'reviewing-sent': async () => {
    const { element, endpoint } = await arriveIn('guidance', { 'continue-url': '/next' });
    endpoint.answerGet(says('PENDING'));
    const frame = await openFrame(element);
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    await eventually(() => part(element, 'actions').querySelector('a') !== null, 'the way on');
    await element.checkStatus();
    await element.updateComplete;
    return element;
  },
  'rejected-held': async () => {
    const { element, endpoint } = await arriveIn('guidance');
    endpoint.answerGet(says('REJECTED', { reasons: ['name-mismatch', 'selfie-mismatch'], retryAt: new Date(NOW + 5_400_000).toISOString() }));
    await element.checkStatus();
    await reach(element, 'rejected');
    return element;
  },
  'failed-long': async () => {
    const { element, endpoint } = await arriveIn('guidance', { lang: 'de' });
    await eventually(() => part(element, 'base').lang === 'de', 'German words');
    endpoint.answerPost(refuses(429, { 'retry-after': '172800' }));
    await element.start();
    await reach(element, 'failed');
    element.innerHTML = '<p slot="failed">Schreiben Sie uns: kundenbetreuung-identitaetspruefung@donaudampfschifffahrtsgesellschaft.example</p>';
    return element;
  },
};

async function picture(element: KycVerificationElement, name: string, width: number, mode: Mode): Promise<void> {
  const stage = addStage(width, mode);
  stage.append(element);
  await element.updateComplete;
  await expectPicture(stage, `more/${name}-${width}`, element);
}

describe('screens that no preview shows', () => {
  for (const [name, arrive] of Object.entries(SCREENS)) {
    for (const width of WIDTHS) {
      it(`${name} at ${width} px looks as it did`, async () => {
        await usePicturedPage({});
        await picture(await arrive(), name, width, {});
      });
    }
  }

  it('guidance with its tips unfolded looks as it did', async () => {
    await usePicturedPage({});
    const element = create({ preview: 'guidance', region: 'us' });
    addStage(320).append(element);
    await reach(element, 'guidance');
    part<HTMLDetailsElement>(element, 'tips').open = true;
    await picture(element, 'guidance-tips', 320, {});
  });
});

describe('where the user wants more contrast', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const state of ['guidance', 'reviewing', 'failed'] satisfies KycState[]) {
      it(`${state} looks as it did, ${scheme}`, async () => {
        const mode = { scheme, preferences: { 'prefers-contrast': 'more' } } as const;
        await usePicturedPage(mode);
        const element = create({ preview: state });
        await picture(element, `${state}-contrast-${scheme}`, 320, mode);
      });
    }
  }
});

/** The window around Veriff, over a page that shows nothing else. */
async function arriveInWindow(mode: Mode): Promise<KycVerificationElement> {
  await usePicturedPage(mode, 360, 640);
  const { element } = await arriveIn('guidance');
  element.hidden = true;
  return element;
}

function dialog(): HTMLDialogElement {
  const found = document.querySelector<HTMLDialogElement>('.kyc-verification-dialog');
  if (found === null) throw new Error('No window.');
  return found;
}

const WINDOW_MODES: Readonly<Record<string, Mode>> = {
  light: {},
  dark: { scheme: 'dark' },
  forced: { scheme: 'dark', preferences: { 'forced-colors': 'active' } },
};

for (const [name, mode] of Object.entries(WINDOW_MODES)) {
  describe(`the window around Veriff, ${name},`, () => {
    it('looks as it did while Veriff opens', async () => {
      const element = await arriveInWindow(mode);
      void element.start();
      await frameOf(element);
      await expectPicture(dialog(), `more/opening-${name}`, element);
    });

    it('looks as it did while it asks whether to leave', async () => {
      const element = await arriveInWindow(mode);
      const { node, say } = await openFrame(element);
      // What is in the frame is Veriff's.
      node.contentDocument?.querySelector('p')?.remove();
      say('STARTED');
      await settle();
      dialog().querySelector('button')?.click();
      await eventually(() => dialog().querySelector('[role="alertdialog"]')?.checkVisibility() === true, 'the question');
      await expectPicture(dialog(), `more/leaving-${name}`, element);
    });
  });
}
