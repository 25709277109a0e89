import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Flow } from '../core/flow.js';
import type { Messages } from '../localization/messages.js';
import type { FocusKeeper } from './focus-keeper.js';
import { announcement, type Phrase } from './views/announcement.js';

/** Tells screen readers what has changed, once each, after the focus has found its place. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #focus: Pick<FocusKeeper, 'headingIsTold'>;
  readonly #source: () => readonly [Flow, Messages];
  /** It is there before there is anything to tell: else it would not be told. */
  readonly #region = Document.prototype.createElement.call(document, 'div');
  #last: Phrase | null = null;

  /** @param focus where it has gone to the heading, the title is told already */
  constructor(host: ReactiveControllerHost & Element, focus: Pick<FocusKeeper, 'headingIsTold'>, source: () => readonly [Flow, Messages]) {
    this.#host = host;
    this.#focus = focus;
    this.#source = source;
    this.#region.className = 'announcer';
    this.#region.setAttribute('role', 'status');
    host.addController(this);
  }

  hostUpdated(): void {
    const now = announcement(...this.#source());
    const { title, text, more = '', again } = now;
    const last = this.#last;
    if (!this.#region.isConnected) this.#host.shadowRoot?.querySelector('.base')?.append(this.#region);
    const isTold = title === last?.title && text === last?.text && again === last?.again;
    if (isTold && more === (last?.more ?? '')) return;
    this.#last = now;
    const head = title === undefined || this.#focus.headingIsTold ? text : `${title}. ${text}`;
    this.#region.textContent = isTold ? more : `${head} ${more}`.trim();
  }
}
