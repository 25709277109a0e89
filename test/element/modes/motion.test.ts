import { expect } from '@open-wc/testing';
import type { KycState, KycVerificationElement } from '../../../src/index.js';
import { STATES, arriveIn } from '../../helpers/element-arrivals.js';
import { refuses, says, silent } from '../../helpers/element-endpoint.js';
import { mount, reach } from '../../helpers/element-fixture.js';
import { hasFocus, part, tree } from '../../helpers/element-parts.js';
import { linesOf } from '../../helpers/element-text.js';
import { eventually } from '../../helpers/element-time.js';
import { usePreferences, useWindow } from '../../helpers/element-viewing.js';
import { ALL_WAY_SCREENS } from '../../helpers/element-ways.js';

/** Everything that moves in an element, or would if it were its turn. */
function motionsOf(element: Element): Animation[] {
  return tree(element).getAnimations().concat(element.getAnimations());
}

function targetOf({ effect }: Animation): Element | null {
  return effect instanceof KeyframeEffect ? effect.target : null;
}

async function go(element: KycVerificationElement, state: KycState): Promise<void> {
  element.preview = state;
  await element.updateComplete;
}

/** As if the screen had stood there for a while. */
async function goAndSettle(element: KycVerificationElement, state: KycState): Promise<void> {
  await go(element, state);
  for (const motion of motionsOf(element)) motion.cancel();
}

/** Each state after each other: all screens replace all screens. */
const CHANGES = STATES.flatMap((from) => STATES.filter((to) => to !== from).map((to) => ({ from, to })));

/** But for the spinner, which turns slowly. */
function expectStillness(element: Element, screen: string): void {
  for (const motion of motionsOf(element)) {
    const { duration = 0 } = motion.effect?.getComputedTiming() ?? {};
    const spins = targetOf(motion)?.matches('[part~="spinner"]') === true;
    expect(spins ? duration : -Number(duration), `${screen}: ${targetOf(motion)?.className ?? ''}`).to.be.oneOf([4000, -0, 0]);
  }
}

describe('where the user wants no motion', () => {
  beforeEach(() => usePreferences({ 'prefers-reduced-motion': 'reduce' }));

  for (const from of STATES) {
    it(`nothing moves after ${from} but the spinner, slowly`, async () => {
      const element = await mount({ preview: from });
      for (const to of STATES) {
        await go(element, to);
        expectStillness(element, to);
        await go(element, from);
      }
    });
  }

  for (const { title, arrive } of ALL_WAY_SCREENS) {
    it(`nothing moves on the way to ${title}`, async () => {
      expectStillness(await arrive(), title);
    });
  }

  // Their transition is on a pseudo-element, which no list of animations tells of.
  it('tips unfold at once', async () => {
    const tips = part<HTMLDetailsElement>(await mount({ preview: 'guidance' }), 'tips');
    const heights = [tips.offsetHeight];
    tips.querySelector('summary')?.click();
    for (let frames = 0; frames < 3; frames++) {
      heights.push(tips.offsetHeight);
      await new Promise(requestAnimationFrame);
    }
    const [folded = 0, unfolded = 0, ...later] = heights;
    expect(unfolded).to.be.greaterThan(folded + 40);
    expect(later).to.deep.equal([unfolded, unfolded]);
  });
});

describe('where the user has nothing against motion', () => {
  it('a new screen moves', async () => {
    const element = await mount({ preview: 'guidance' });
    await go(element, 'verified');
    expect(motionsOf(element)).not.to.deep.equal([]);
  });

  it('each motion but the spinner’s ends within half a second of its start, after a wait of 200 ms at most', async () => {
    const element = await mount({ preview: 'guidance' });
    for (const { from, to } of CHANGES) {
      await goAndSettle(element, from);
      await go(element, to);
      for (const motion of motionsOf(element).filter((motion) => targetOf(motion)?.matches('[part~="spinner"]') !== true)) {
        const { activeDuration = Infinity, delay = Infinity } = motion.effect?.getComputedTiming() ?? {};
        expect(Number(activeDuration), `${from} to ${to}`).to.be.at.most(500);
        expect(delay, `${from} to ${to}`).to.be.at.most(200);
      }
    }
  });

  for (const to of STATES) {
    it(`the words of ${to} are there at the first moment, and its buttons answer`, async () => {
      await useWindow(640, 1600);
      const element = await mount({ preview: to });
      for (const from of STATES) {
        await goAndSettle(element, from);
        await go(element, to);
        // As it is painted first, whatever the clock says by now.
        for (const motion of motionsOf(element)) {
          motion.pause();
          motion.currentTime = 0;
        }
        for (const { node, holder } of linesOf(element)) expect(holder.checkVisibility({ opacityProperty: true, visibilityProperty: true }), node.data).to.be.true;
        for (const faded of tree(element).querySelectorAll('*')) expect(getComputedStyle(faded).opacity).to.equal('1');
        const button = tree(element).querySelector<HTMLElement>('button, a');
        if (button === null) continue;
        const { left, top, width, height } = button.getBoundingClientRect();
        const hit = tree(element).elementFromPoint(left + width / 2, top + height / 2);
        expect(hit !== null && button.contains(hit), `${button.innerText}, after ${from}`).to.be.true;
        button.focus();
        expect(hasFocus(button)).to.be.true;
      }
    });
  }

  it('Try again is pressed as soon as an error is shown', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    endpoint.answerPost(refuses(429), silent);
    part(element, 'start-button').click();
    await reach(element, 'failed');
    expect(motionsOf(element)).not.to.deep.equal([]);
    part(element, 'retry-button').click();
    await reach(element, 'requesting');
    await eventually(() => endpoint.posts.length === 2, 'another exchange');
  });

  it('what is told is told at once, while it still moves', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('verified');
    await element.updateComplete;
    expect(part(element, 'status-title').innerText).to.equal('You’re verified');
    expect(motionsOf(element).map(({ playState }) => playState)).to.include('running');
  });
});

describe('the room of a screen', () => {
  const heightOf = (element: Element): number => part(element, 'base').offsetHeight;

  it('is kept while Veriff is open, and given back afterwards, seen or not', async () => {
    const element = await mount({ preview: 'guidance' });
    const before = heightOf(element);
    await go(element, 'verifying');
    expect(heightOf(element)).to.equal(before);
    element.style.display = 'none';
    await go(element, 'verified');
    element.style.display = '';
    expect(heightOf(element)).to.be.below(before / 2);
  });

  it('does not make a box that scrolls grow for a moment', async () => {
    const element = await mount({ preview: 'verified' });
    const box = element.parentElement!.appendChild(document.createElement('div'));
    box.style.cssText = 'overflow: auto; max-height: 2000px';
    box.append(element);
    await go(element, 'guidance');
    for (const motion of motionsOf(element)) motion.pause();
    expect(box.scrollHeight).to.equal(box.clientHeight);
    box.remove();
  });
});
