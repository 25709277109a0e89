/** Looks around before a session is spent: what the browser, the device and the page around may keep from working. */
import { warningFor, type EnvironmentReport, type EnvironmentWarning } from '../core/environment.js';
import { hint } from './hint.js';
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

  /** The user is about to start: what is remembered of a look is found out by then, and the browser knows its devices. */
  warmUp(): void {
    void this.#inspect(this.#settings.presentation() !== 'redirect');
  }

  /**
   * What the user is to be told, if anything. Never rejects: a look that fails finds nothing.
   *
   * @param leaves Veriff is to have a page of its own
   * @param signal nobody waits for it any longer
   */
  async look(leaves: boolean, signal: AbortSignal): Promise<EnvironmentWarning | null> {
    const presentation = leaves ? 'redirect' : this.#settings.presentation();
    const report = await this.#inspectInTime(!leaves, signal);
    const warning = report === null ? null : warningFor(report, presentation, this.#ports.device.isInFrame());
    if (warning !== null) this.hint(warning);
    return warning;
  }

  /** Each is told once. */
  hint(warning: EnvironmentWarning): void {
    if (this.#hinted.has(warning)) return;
    this.#hinted.add(warning);
    hint((hints) => hints.environmentHint(warning));
  }

  async #inspect(framed: boolean): Promise<EnvironmentReport | null> {
    const { basics, loadStart } = this.#ports;
    try {
      const { inspectEnvironment } = await loadStart();
      return await inspectEnvironment(basics(), { sessionHosts: this.#settings.sessionHosts(), framed });
    } catch {
      return null;
    }
  }

  async #inspectInTime(framed: boolean, signal: AbortSignal): Promise<EnvironmentReport | null> {
    const { clock } = this.#ports;
    let timer = 0;
    const late = new Promise<null>((resolve) => {
      timer = clock.setTimeout(() => resolve(null), PATIENCE);
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    const report = await Promise.race([this.#inspect(framed), late]);
    clock.clearTimeout(timer);
    return report;
  }
}
