import { LitElement } from 'lit';

/** Where the page keeps the first screen from being made, what the partner has put into the element stays to be seen. */
export abstract class FallbackElement extends LitElement {
  #isBroken = false;

  protected override performUpdate(): void {
    if (this.#isBroken) return;
    try {
      super.performUpdate();
    } catch (error) {
      if (this.hasUpdated) throw error;
      this.#isBroken = true;
      this.renderRoot.replaceChildren(Document.prototype.createElement.call(document, 'slot'));
      reportError(error);
    }
  }
}
