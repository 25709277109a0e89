import { adoptStyles, type LitElement, type TemplateResult } from 'lit';
import { FallbackElement } from './fallback-element.js';
import { loadHydration } from './hydration-loader.js';
import type { Adopt } from './hydration.js';

/** How long the painted tree waits for what can take it over, in milliseconds; then it is painted anew. */
const PATIENCE = 1000;

/** A tree that a server has painted (declarative shadow DOM) becomes the element's own, without anything to be seen of it. */
export abstract class HydratingElement extends FallbackElement {
  #isDeclared = false;
  #adopt: Adopt | null = null;

  /** A move by `moveBefore` changes nothing. */
  connectedMoveCallback(): void {}

  /** @internal What a server has painted still stands. */
  protected get isDeclared(): boolean {
    return this.#isDeclared;
  }

  /** @internal What a server has painted, if it knew what this page says. */
  protected abstract firstPaint(): TemplateResult;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const declared = this.shadowRoot;
    if (declared === null) return super.createRenderRoot();
    this.#isDeclared = true;
    // Lit's own would paint before what is there; and where a page hydrates all its Lit elements, this one still does so by itself.
    adoptStyles(declared, (this.constructor as typeof LitElement).elementStyles);
    return declared;
  }

  /** @internal Loads what takes the declared tree over; `null` where there is nothing to wait for. What is returned never rejects. */
  protected prepareHydration(): Promise<unknown> | null {
    if (!this.#isDeclared || this.hasUpdated || loadHydration === null) return null;
    const loading = loadHydration().then(
      (adopt) => (this.#adopt = adopt),
      () => null,
    );
    return Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    if (!this.#isDeclared) return super.update(changed);
    this.#isDeclared = false;
    const root = this.renderRoot as ShadowRoot;
    for (const child of [...root.children]) {
      // Styles and the slot of the fallback, which were for the time until now.
      if (!child.matches('[part~="base"]')) child.remove();
    }
    if (this.#adopt?.(root, this.firstPaint(), { ...this.renderOptions, isConnected: this.isConnected })) return super.update(changed);
    this.#paintAnew(root, () => super.update(changed));
  }

  /** All in one task: the user sees nothing of it, and finds what had the focus and what was unfolded. */
  #paintAnew(root: ShadowRoot, paint: () => void): void {
    const part = root.activeElement?.getAttribute('part');
    const isOpen = root.querySelector('details')?.open ?? false;
    root.replaceChildren();
    paint();
    root.querySelector('details')?.toggleAttribute('open', isOpen);
    const holder = part && [...root.querySelectorAll<HTMLElement>('[part]')].find((node) => node.getAttribute('part') === part);
    if (holder) holder.focus({ preventScroll: true });
  }
}
