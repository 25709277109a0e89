import type { LitElement } from 'lit';

/**
 * Keeps the focus of users who work by keyboard or screen reader: when the control that had it goes away with its screen,
 * or with Veriff's dialog, the heading of the new screen takes it.
 */
export class FocusKeeper {
  readonly #host: LitElement;
  #hadFocus = false;
  #returns = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Veriff's dialog closes: the browser gives the focus back, if the control that had it is still there. */
  returnFromDialog(): void {
    this.#returns = true;
  }

  beforeRender(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
  }

  afterRender(): void {
    const root = this.#host.shadowRoot;
    const lost = this.#hadFocus ? root?.activeElement == null : this.#returns && document.activeElement === document.body;
    this.#returns = false;
    if (lost) root?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }
}
