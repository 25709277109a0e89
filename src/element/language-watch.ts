import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page may change its language. */
export class LanguageWatch implements ReactiveController {
  readonly #observer: MutationObserver;

  constructor(host: ReactiveControllerHost) {
    this.#observer = new MutationObserver(() => host.requestUpdate());
  }

  hostConnected(): void {
    this.#observer.observe(Reflect.get(Document.prototype, 'documentElement', document), { attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
