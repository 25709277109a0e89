import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isDarkUndeclared } from './page-scheme.js';

/** Sees when the page around an element turns dark, or light: by attributes of its root or body, or with the device. */
export class PageSchemeWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #dark = false;
  #observer: MutationObserver | null = null;
  #media: MediaQueryList | null = null;
  #frame = 0;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#dark = isDarkUndeclared(this.#host);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.#lookSoon);
    // Forms of the page can have these names.
    for (const node of [document.documentElement, document.body] as unknown[]) {
      if (node instanceof Element) this.#observer.observe(node, { attributes: true });
    }
    this.#media = matchMedia('(prefers-color-scheme: dark)');
    this.#media.addEventListener('change', this.#lookSoon);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#media?.removeEventListener('change', this.#lookSoon);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Once a frame at most: some pages write to their root as they scroll. Colours that fade are looked at again when they have arrived. */
  readonly #lookSoon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
      const fading = [document.documentElement, document.body].flatMap((node) => node.getAnimations()).filter((one) => 'transitionProperty' in one);
      if (fading.length > 0) void Promise.allSettled(fading.map(({ finished }) => finished)).then(() => this.#look());
    });
  };

  #look(): void {
    if (this.#host.isConnected && isDarkUndeclared(this.#host) !== this.#dark) this.#host.requestUpdate();
  }
}
