import { adoptStyles, type LitElement } from 'lit';
import { FallbackElement } from './fallback-element.js';
import type { FirstScreen } from './first-view.js';
import type { Adopt } from './painting-anew.js';
import { loadHydration } from './hydration-loader.js';

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
  protected abstract get firstScreen(): FirstScreen;

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
    if (!this.#isDeclared || this.hasUpdated) return null;
    const loading = loadHydration().then(
      (adopt) => (this.#adopt = adopt),
      () => null,
    );
    return Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const paint = (): void => super.update(changed);
    if (!this.#isDeclared) return paint();
    this.#isDeclared = false;
    const root = this.renderRoot as ShadowRoot;
    if (this.#adopt) return this.#adopt(root, paint, this.firstScreen, { ...this.renderOptions, isConnected: this.isConnected });
    root.replaceChildren();
    paint();
  }
}
