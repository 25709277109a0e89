import type { LitElement, ReactiveController } from 'lit';
import { CONTAINER_CLASS } from '../services/veriff/frame-lock.js';

/**
 * Keeps the focus of users who work by keyboard or screen reader: when the control that had it goes away with its screen,
 * or with Veriff's frame, the heading of the new screen takes it; when the page moves the element, the control that had it
 * has it again; and what gets it is not hidden behind the button that sticks to the screen's edge (WCAG 2.2, 2.4.11).
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  #hadFocus = false;
  #returns = false;
  #told = false;
  /** What has the focus, or had it until now. */
  #holder: EventTarget | null = null;
  /** What had it as the element left its place. */
  #carried: EventTarget | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  readonly #onFocusin = (event: Event): void => {
    this.#holder = event.composedPath()[0] ?? null;
    this.#uncover(this.#holder);
  };

  /** Some browsers say so, too, as they remove an element: a moment later it is known why. */
  readonly #onFocusout = (): void => queueMicrotask(() => this.#focused() === null && (this.#holder = null));

  /**
   * Veriff's frame closes. From a dialog the browser gives the focus back, if the control that had it is still there; one within the page leaves
   * it nowhere. Where that frame still stands, users who have not been in it are left where they are.
   */
  returnFromFrame(): void {
    const frame = this.#host.querySelector(`:scope > .${CONTAINER_CLASS}`);
    this.#returns = frame === null || frame.contains(document.activeElement);
  }

  /** The focus went to the heading in this update: it has told the title. */
  get headingIsTold(): boolean {
    return this.#told;
  }

  /** Browsers take the focus from what is moved by a removal and an insertion. */
  hostConnected(): void {
    // In the tree: of a focus that moves from one control of it to the next the element itself hears nothing.
    const { renderRoot } = this.#host;
    renderRoot.addEventListener('focusin', this.#onFocusin);
    renderRoot.addEventListener('focusout', this.#onFocusout);
    if (this.#carried instanceof HTMLElement && document.activeElement === document.body) this.#carried.focus({ preventScroll: true });
    this.#carried = null;
    // It may have it from before the flow was there.
    this.#holder ??= this.#host.shadowRoot?.activeElement ?? null;
  }

  hostDisconnected(): void {
    this.#carried = this.#holder;
    this.#holder = null;
    // One that is back in a later task begins anew.
    setTimeout(() => (this.#carried = null));
  }

  hostUpdate(): void {
    this.#hadFocus = this.#focused() !== null;
  }

  hostUpdated(): void {
    const lost = this.#hadFocus ? this.#focused() === null : this.#returns && document.activeElement === document.body;
    this.#returns = false;
    if (lost) this.#host.shadowRoot?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    this.#told = lost;
  }

  /** Only for users of a keyboard: what is pressed with a finger does not move away under it. */
  #uncover(target: EventTarget | null): void {
    const root = this.#host.shadowRoot;
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    // Firefox leaves where it is what is partly in view.
    if (target.getRootNode() === root) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const sticky = root?.querySelector('.sticky');
    if (!sticky || sticky.contains(target)) return;
    const [over, under] = [sticky.getBoundingClientRect(), target.getBoundingClientRect()];
    if (under.bottom > over.top && under.top < over.bottom) target.scrollIntoView({ block: 'center' });
  }

  /** What has the focus in the element, also in its slots, as long as it is shown: browsers take the focus from the rest later. */
  #focused(): Element | null {
    const host = this.#host;
    // A form of the page can have that name.
    const active: unknown = (host.getRootNode() as Document | ShadowRoot).activeElement;
    const outer = active instanceof Element ? active : null;
    const focused = host.shadowRoot?.activeElement ?? (outer !== host && host.contains(outer) ? outer : null);
    return focused !== null && focused.getClientRects().length > 0 ? focused : null;
  }
}
