/** Looks around before a session is spent: what the browser, the device and the page around may keep from working. */
import { warningFor, type EnvironmentReport, type EnvironmentWarning } from '../core/environment.js';
import { environmentHint, warn } from './hints.js';
import type { FlowPorts, FlowSettings } from './ports.js';

/** How long a start waits for what is to look around, in milliseconds: on a bad line it goes on without. */
const PATIENCE = 2_000;

export class Lookout {
  readonly #ports: FlowPorts;
  readonly #settings: Pick<FlowSettings, 'sessionHosts' | 'presentation'>;
  readonly #hinted = new Set<EnvironmentWarning>();

  constructor(ports: FlowPorts, settings: Pick<FlowSettings, 'sessionHosts' | 'presentation'>) {
    this.#ports = ports;
    this.#settings = settings;
  }

  /** The user is about to start. */
  warmUp(): void {
    this.#ports.loadStart().catch(() => undefined);
  }

  /**
   * What the user is to be told, if anything. Never rejects: a look that fails finds nothing.
   *
   * @param leaves Veriff is to have a page of its own
   * @param signal nobody waits for it any longer
   */
  async look(leaves: boolean, signal: AbortSignal): Promise<EnvironmentWarning | null> {
    const presentation = leaves ? 'redirect' : this.#settings.presentation();
    const report = await this.#inspect(!leaves, signal);
    const warning = report === null ? null : warningFor(report, presentation, this.#ports.device.isInFrame());
    if (warning !== null) this.hint(warning);
    return warning;
  }

  /** Each is told once. */
  hint(warning: EnvironmentWarning): void {
    if (this.#hinted.has(warning)) return;
    this.#hinted.add(warning);
    warn(environmentHint(warning));
  }

  async #inspect(framed: boolean, signal: AbortSignal): Promise<EnvironmentReport | null> {
    const { clock, basics } = this.#ports;
    let timer = 0;
    const late = new Promise<null>((resolve) => {
      timer = clock.setTimeout(() => resolve(null), PATIENCE);
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    try {
      const looked = this.#ports.loadStart().then(({ inspectEnvironment }) =>
        inspectEnvironment(basics(), { sessionHosts: this.#settings.sessionHosts(), framed }),
      );
      return await Promise.race([looked, late]);
    } catch {
      return null;
    } finally {
      clock.clearTimeout(timer);
    }
  }
}
