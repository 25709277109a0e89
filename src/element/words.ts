/** The words of one element, in its language. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageOf, loadMessages, messages } from '../localization/localize.js';
import type { FirstMessages } from '../localization/messages.js';
import { warn } from './warn.js';
import { onServer } from './on-server.js';

/** How long nothing is painted for want of words, in milliseconds; then English stands in. What a server has painted stands for longer. */
const PATIENCE = 300;
const PATIENCE_WHEN_PAINTED = 10_000;

export class Words implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #language = '';
  #waiting: Promise<void> | null = null;
  #stopWaiting = (): void => undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get language(): string {
    return onServer ? (this.#host.getAttribute('lang') ?? 'en') : languageOf(this.#host);
  }

  get messages(): FirstMessages {
    return messages(this.language);
  }

  /**
   * Loads the words where they are not there yet. What is returned ends when they are, or when patience does.
   *
   * @param isPainted the first screen is there to be seen, in these words
   */
  load(isPainted = false): Promise<void> | null {
    const { language } = this;
    if (language === this.#language) return this.#waiting;
    this.#language = language;
    const loading = loadMessages(language);
    if (loading === null) return (this.#waiting = null);
    this.#stopWaiting();
    return (this.#waiting = new Promise((resolve) => {
      const timer = setTimeout(resolve, isPainted ? PATIENCE_WHEN_PAINTED : PATIENCE);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#stopWaiting = end;
      loading
        .then(
          () => this.#host.requestUpdate(),
          () => warn(`lang: the words of "${language}" could not be loaded; English is shown. Are all files of dist/cdn beside the script?`),
        )
        .finally(end);
    }));
  }

  /** An element that is only moved comes back in the same task. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stopWaiting();
    });
  }
}
