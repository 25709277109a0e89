import type { PageActivity } from '../../src/services/page-activity.js';

interface Observer {
  readonly onHide: () => void;
  readonly onReturn: () => void;
}

/** A page that is seen and online when a test says so. */
export class VirtualPage implements PageActivity {
  readonly #observers = new Set<Observer>();
  #visible = true;
  #online = true;

  isVisible(): boolean {
    return this.#visible;
  }

  isOnline(): boolean {
    return this.#online;
  }

  observe(onHide: () => void, onReturn: () => void): () => void {
    const observer = { onHide, onReturn };
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** How many are told of changes. */
  get observers(): number {
    return this.#observers.size;
  }

  hide(): void {
    this.#visible = false;
    this.#tell();
  }

  show(): void {
    this.#visible = true;
    this.#tell();
  }

  goOffline(): void {
    this.#online = false;
  }

  goOnline(): void {
    this.#online = true;
    this.#tell();
  }

  /** The browser says that the page is back though it never left: `pageshow`, `resume`. */
  comeBack(): void {
    this.#tell();
  }

  #tell(): void {
    for (const { onHide, onReturn } of [...this.#observers]) (this.#visible ? onReturn : onHide)();
  }
}
