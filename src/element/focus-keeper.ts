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
    this.#hadFocus = this.#focused() !== null;
  }

  afterRender(): void {
    const lost = this.#hadFocus ? this.#focused() === null : this.#returns && document.activeElement === document.body;
    this.#returns = false;
    if (lost) this.#host.shadowRoot?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  /** What has the focus in the element, also in its slots, as long as it is shown: browsers take the focus from the rest later. */
  #focused(): Element | null {
    const host = this.#host;
    const outer = (host.getRootNode() as Document | ShadowRoot).activeElement;
    const focused = host.shadowRoot?.activeElement ?? (outer !== host && host.contains(outer) ? outer : null);
    return focused !== null && focused.getClientRects().length > 0 ? focused : null;
  }
}
