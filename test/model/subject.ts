import type { KycEventName, KycVerificationElement } from '../../src/index.js';
import { absent, warned, type Around, type Belief } from './belief.js';
import { eventFault } from './event-laws.js';
import { PATH, SECRET } from './server.js';
import { meanwhile } from './user-steps.js';

// Not imported from the product: the model knows the names from the contract.
export const NAMES = [
  'kyc-state-change',
  'kyc-start',
  'kyc-opened',
  'kyc-submitted',
  'kyc-canceled',
  'kyc-pending',
  'kyc-verified',
  'kyc-rejected',
  'kyc-resubmission',
  'kyc-expired',
  'kyc-stalled',
  'kyc-error',
] as const;

/** A broken law. */
export class Breach extends Error {}

/** One element of the page, with what the model believes of it. */
export class Subject {
  readonly element: KycVerificationElement = document.createElement('kyc-verification');
  readonly letter: string;
  beliefs: readonly Belief[] = [absent];
  /** What the page does when it hears an event. */
  handler: 'none' | 'throws' | 'prevents' | 'removes' = 'none';
  moves: string[] = [];
  tales: string[] = [];
  readonly history: string[] = [];
  wasRemoved = false;
  readonly #broken: (fault: string) => void;

  readonly endpoint: string;

  constructor(letter: string, number: number, broken: (fault: string) => void) {
    this.letter = letter;
    this.#broken = broken;
    // Each has its own, so that nothing of an earlier one is taken for a fellow of this one.
    this.endpoint = `${PATH}/${letter}/${number}`;
    this.set({ 'onboarding-id': `US_${letter}`, endpoint: this.endpoint, 'session-hosts': 'localhost:*' });
    this.element.headers = { authorization: `Bearer ${SECRET}` };
    for (const name of NAMES) this.element.addEventListener(name, (event) => this.#hear(name, event));
  }

  set(attributes: Readonly<Record<string, string | null>>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) this.element.removeAttribute(name);
      else this.element.setAttribute(name, value);
    }
  }

  #hear(name: KycEventName, event: HTMLElementEventMap[KycEventName]): void {
    const { detail } = event;
    const fault = eventFault(event, this.element);
    if (fault !== null) this.#broken(`${name}: ${fault}`);
    if ('previousState' in detail) this.moves.push(`${detail.previousState}>${detail.state}`);
    else this.tales.push('code' in detail ? `${name}:${detail.code}` : 'reason' in detail ? `${name}:${detail.reason}` : name);
    this.history.push(name);
    if (this.handler === 'prevents') event.preventDefault();
    if (this.handler === 'removes') {
      this.handler = 'none';
      this.wasRemoved = true;
      this.element.remove();
    }
    if (this.handler === 'throws') throw new PageFault();
  }

  get configuration(): Around['configuration'] {
    const { onboardingId, endpoint, reverify } = this.element;
    if (endpoint === '' || (onboardingId === '' && !reverify)) return 'missing';
    return endpoint.includes('[') ? 'unusable' : 'complete';
  }

  step(next: (belief: Belief) => readonly Belief[], what: string): void {
    const beliefs = meanwhile(this.beliefs.flatMap(next));
    if (beliefs.length === 0) throw new Breach(`${what} is not allowed in ${this.#inShort(this.beliefs)}`);
    this.beliefs = beliefs;
  }

  /** Only beliefs that fit what the element shows and has told live on. */
  look(now: number): void {
    const { element, moves, tales } = this;
    const { state } = element;
    this.beliefs = this.beliefs.map((belief) => warned(belief, now));
    if (this.wasRemoved) {
      // What else the step would have told is the element's affair, so long as each was allowed.
      const allowed = new Set(this.beliefs.flatMap((belief) => [...belief.tales, ...belief.moves]));
      const strange = [...tales, ...moves].filter((tale) => !allowed.has(tale));
      if (strange.length > 0) throw new Breach(`told ${strange.join()} where ${[...allowed].join()} was expected`);
      this.beliefs = [{ ...absent, since: now }];
      this.wasRemoved = false;
      this.moves = [];
      this.tales = [];
      return;
    }
    const fits = (belief: Belief): boolean =>
      (belief.state === 'gone' || belief.state === state) &&
      (belief.state === 'gone' || belief.isPreview || (belief.said?.value ?? 'undefined') === String(element.verificationState)) &&
      (belief.state !== 'failed' || belief.isPreview || belief.code === element.error?.code) &&
      (belief.state === 'gone' || same(belief.moves, moves)) &&
      same(belief.tales, tales);
    const living = this.beliefs.filter(fits);
    if (living.length === 0) {
      const seen = `${state} (${element.error?.code ?? 'no error'}), verificationState ${element.verificationState}, moves [${moves.join()}], told [${tales.join()}]`;
      throw new Breach(`the element shows ${seen}; the contract allows ${this.#inShort(this.beliefs)}`);
    }
    this.beliefs = meanwhile(living.map((belief) => ({ ...belief, moves: [], tales: [] })));
    this.moves = [];
    this.tales = [];
  }

  #inShort(beliefs: readonly Belief[]): string {
    return beliefs
      .slice(0, 6)
      .map(({ state, code, said, moves, tales }) => `${state} (${code ?? 'no error'}), ${said?.value}, moves [${moves.join()}], told [${tales.join()}]`)
      .join(' | ');
  }

  /** The partner's own link for the phone. */
  get hasHandover(): boolean {
    return this.element.getAttribute('handover-url')?.startsWith('https://') === true;
  }

  /** Buttons of the element that can be pressed, by part. */
  button(part: string): HTMLButtonElement | null {
    return this.buttons.find((button) => button.part.contains(part)) ?? null;
  }

  get buttons(): readonly HTMLButtonElement[] {
    const all = [...(this.element.shadowRoot?.querySelectorAll('button') ?? [])];
    // One leads away from the page, which ends it.
    return all.filter((button) => !button.disabled && button.ariaDisabled !== 'true' && !button.part.contains('redirect-button') && button.checkVisibility());
  }
}

/** What a handler of the page throws; the page's own affair. */
export class PageFault extends Error {
  // The console repeats each.
  override readonly stack = 'a fault of the page, on purpose';
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((word, index) => word === other[index]);
