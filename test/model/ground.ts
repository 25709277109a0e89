import { onCleanup } from '../helpers/element-cleanup.js';
import { countListeners } from '../helpers/element-leaks.js';
import { PageClock } from './clock.js';
import { Device } from './device.js';
import { FRAME_PAGE, PageState } from './page-state.js';
import { SECRET, Server } from './server.js';
import { PageFault } from './subject.js';

/** What stands in for the page's own clocks, network and console while a test runs. */
export class Ground {
  readonly clock = new PageClock();
  readonly page = new PageState();
  readonly device = new Device();
  readonly server = new Server(
    () => this.clock.now,
    () => `${FRAME_PAGE}?session=${SECRET}-${++this.#sessions}`,
  );
  readonly listeners: ReturnType<typeof countListeners>;
  readonly sibling = document.body.appendChild(Object.assign(document.createElement('iframe'), { src: FRAME_PAGE, hidden: true }));
  readonly faults: string[] = [];
  worlds = 0;
  #sessions = 0;

  constructor() {
    this.clock.install();
    this.server.install();
    this.page.install();
    this.device.install();
    this.listeners = countListeners();
    const note = (what: string, error: unknown): void => {
      if (!(error instanceof PageFault)) this.faults.push(`${what}: ${String(error)}`);
    };
    const onRejection = (event: PromiseRejectionEvent): void => {
      event.stopImmediatePropagation();
      event.preventDefault();
      note('an unhandled rejection', event.reason);
    };
    addEventListener('unhandledrejection', onRejection, { capture: true });
    const { onerror } = window;
    window.onerror = (message, _source, _line, _column, error) => {
      note('an error', error ?? message);
      return true;
    };
    onCleanup(() => {
      window.onerror = onerror;
      removeEventListener('unhandledrejection', onRejection, { capture: true });
      this.sibling.remove();
      document.body.removeAttribute('style');
      document.documentElement.removeAttribute('style');
    });
  }
}
