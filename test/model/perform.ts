import type { ActOf } from './acts.js';
import { absent, begin, enter, type Around, type Belief } from './belief.js';
import { dialogs, frames, say } from './page-state.js';
import type { Subject } from './subject.js';
import { askToClose, check, close, handOver, start } from './user-steps.js';
import type { World } from './world.js';

type Means = (belief: Belief, around: Around) => readonly Belief[];

const nothing: Means = (belief) => [belief];

/** Does one act to the real element, and tells the model what it means. */
export async function perform(world: World, act: ActOf): Promise<void> {
  const subject = world.subjects[act.of] ?? world.subjects[0]!;
  const { element } = subject;
  // Nothing takes no time at all; the element orders reads and openings by the clock.
  await world.pass(1);
  world.trace.push(`${element.state}: ${JSON.stringify(act)}`);
  const step = (means: Means, run: () => unknown): Promise<void> => world.step(subject, act.do, means, run);
  switch (act.do) {
    case 'press': {
      const button = subject.button(act.part);
      return button === null ? undefined : step(pressed(button, subject), () => button.click());
    }
    case 'call': {
      const means = { start, checkStatus: check, close }[act.method];
      const again = (): void => {
        for (let times = 0; times < act.times; times++) void element[act.method]();
      };
      return step(act.times === 1 ? means : (belief, around) => [...means(belief, around), ...repeated(means, belief, around, act.times)], again);
    }
    case 'dialog':
      return onDialog(world, act);
    case 'say': {
      const [frame] = frames();
      return frame === undefined ? undefined : world.hear(act.word, () => say(world.page, frame, act.word));
    }
    case 'forge':
      return step(nothing, () => forge(world, act.from, act.word));
    case 'server':
      return onServer(world, subject, act);
    case 'reads':
      world.server.reads = act.are;
      return undefined;
    case 'exchange':
      world.server.exchange = act.are;
      return undefined;
    case 'release': {
      const held = world.server.requests.filter(({ isOver, isGivenUp }) => !isOver || isGivenUp);
      return step(nothing, () => held.at(act.which === 'first' ? 0 : -1)?.answer(act.as));
    }
    case 'network':
      world.server.isReachable = act.is === 'online';
      return step(nothing, () => world.page.setOnline(act.is === 'online'));
    case 'view':
      return step(nothing, () => world.page.setVisible(act.is === 'visible'));
    case 'camera':
      world.device.hasCamera = act.is === 'there';
      return undefined;
    case 'cached':
      await step(nothing, () => {
        world.page.setVisible(false);
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      });
      await world.sleep(act.for);
      return step(nothing, () => {
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        world.page.setVisible(true);
      });
    case 'pass':
      return world.pass(act.for);
    case 'sleep':
      return world.sleep(act.for);
    case 'wall':
      world.wasWallMoved = true;
      return step(nothing, () => world.clock.setWall(act.by));
    case 'place':
      return onPlace(world, subject, act.how);
    case 'set': {
      const before = signature(subject);
      const { endpoint } = act.attributes;
      subject.set(endpoint === 'other' ? { ...act.attributes, endpoint: `${subject.endpoint}/other` } : act.attributes);
      const restarts = signature(subject) !== before;
      return step((belief, around) => (restarts && belief.state !== 'gone' && !belief.isPreview ? begin(belief, around) : [belief]), () => undefined);
    }
    case 'preview': {
      const { state } = act;
      const means: Means = (belief, around) => {
        if (belief.state === 'gone' || (state === null && !belief.isPreview)) return [belief];
        return state === null ? begin({ ...belief, isPreview: false }, around) : [enter(belief, state, around, { isPreview: true })];
      };
      return step(means, () => subject.set({ preview: state }));
    }
    case 'handler':
      subject.handler = act.is;
      return undefined;
  }
}

const signature = ({ element: { onboardingId, endpoint, reverify } }: Subject): string => JSON.stringify([onboardingId, endpoint, reverify]);

/** What a button of the element means, by its part; those that have none of these start, and Retry may read instead. */
function pressed({ part }: HTMLButtonElement, { element }: Subject): Means {
  if (part.contains('check-button')) return check;
  if (part.contains('phone-button') || part.contains('back-button')) return handOver(part.contains('phone-button'));
  if (part.contains('copy-button')) return nothing;
  return element.state === 'failed' ? (belief, around) => [...start(belief, around), ...check(belief, around)] : start;
}

function repeated(means: Means, belief: Belief, around: Around, times: number): readonly Belief[] {
  let ways = means(belief, around);
  for (let done = 1; done < times; done++) ways = ways.flatMap((way) => means(way, around));
  return ways;
}

async function onDialog(world: World, act: ActOf & { do: 'dialog' }): Promise<void> {
  const dialog = dialogs()[0];
  const subject = world.subjects.find(({ beliefs }) => beliefs.some(({ state, isPreview }) => state === 'verifying' && !isPreview));
  if (dialog === undefined || subject === undefined) return;
  const question = dialog.querySelector('[role="alertdialog"]');
  const isAsked = question?.checkVisibility() === true;
  const choices = [...(question?.querySelectorAll('button') ?? [])];
  const named = (name: string): HTMLButtonElement | undefined => choices.find(({ textContent }) => textContent.trim() === name);
  const step = (means: Means, run: () => unknown): Promise<void> => world.step(subject, act.to, means, run);
  switch (act.to) {
    case 'close': {
      const button = [...dialog.querySelectorAll('button')].find((one) => !choices.includes(one) && one.checkVisibility());
      return button === undefined ? undefined : step(askToClose, () => button.click());
    }
    case 'escape': {
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, composed: true });
      return step(askToClose, () => (dialog.contains(document.activeElement) && document.activeElement?.localName === 'button' ? document.activeElement : dialog).dispatchEvent(key));
    }
    case 'leave':
      return isAsked ? step(close, () => named('Leave')?.click()) : undefined;
    case 'stay':
      return isAsked ? step(nothing, () => named('Stay')?.click()) : undefined;
    case 'dialog-removed':
      return step(close, () => dialog.remove());
    case 'frame-removed':
      return step(close, () => frames()[0]?.remove());
  }
}

function forge({ page, ground }: World, from: 'sibling' | 'page' | 'script', word: string): unknown {
  if (from === 'sibling') return say(page, ground.sibling, word);
  if (from === 'page') window.postMessage(`VERIFF_${word}`, '*');
  else {
    const source = frames()[0]?.contentWindow ?? null;
    window.dispatchEvent(new MessageEvent('message', { data: `VERIFF_${word}`, origin: location.origin, source }));
  }
}

function onServer(world: World, { element }: Subject, act: ActOf & { do: 'server' }): undefined {
  const who = `${element.endpoint} ${element.reverify ? 'reverify' : element.onboardingId}`;
  const before = world.server.truth.get(who)?.stamp ?? null;
  const stamp = { newer: world.server.nextStamp(), same: before, older: before === null ? null : before - 1, not: null }[act.dated];
  const retryAt = act.retryIn === undefined ? {} : { retryAt: world.clock.wall + act.retryIn };
  world.server.truth.set(who, { value: act.says, stamp, ...retryAt });
  return undefined;
}

async function onPlace(world: World, subject: Subject, how: 'removed' | 'added' | 'readded' | 'moved' | 'appended'): Promise<void> {
  const { element } = subject;
  const { parentElement } = element;
  const elsewhere = world.homes.find((home) => home !== parentElement)!;
  const step = (means: Means, run: () => unknown): Promise<void> => world.step(subject, how, means, run);
  if (parentElement === null) {
    if (how === 'removed') return;
    const { state, preview } = element;
    const means: Means = (_belief, around) =>
      preview === '' ? begin({ ...absent, state }, around, 'perhaps') : [enter({ ...absent, state }, preview, around, { isPreview: true })];
    return step(means, () => elsewhere.append(element));
  }
  switch (how) {
    case 'removed':
      await step((_belief, { now }) => [{ ...absent, since: now }], () => element.remove());
      // An element that is only moved comes back in the same task; one that does not has cleared up a moment later.
      return world.pass(1);
    case 'readded':
      return step(nothing, () => {
        element.remove();
        parentElement.append(element);
      });
    case 'moved':
      return step(nothing, () => move(element, elsewhere));
    default:
      return step(nothing, () => elsewhere.append(element));
  }
}

/** By `moveBefore` where there is one, which keeps even frames. */
function move(element: HTMLElement, to: HTMLElement & { moveBefore?(node: Node, before: Node | null): void }): void {
  if (to.moveBefore === undefined) to.append(element);
  else to.moveBefore(element, null);
}
