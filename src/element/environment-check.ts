import { warningsOf, type EnvironmentReport } from '../core/environment.js';
import { DEFAULT_SESSION_HOSTS } from '../core/names.js';
import { unknownEnvironment } from './environment-unknown.js';
import { productionPorts } from './ports.js';
import { text } from './property-values.js';

/** What is to be looked at. */
export interface EnvironmentOptions {
  /** As the attribute `session-hosts`: whether a frame of theirs may be shown. */
  readonly sessionHosts?: string;
}

/** Never rejects: where what looks around can't be loaded, `unknown` is what it says. */
export async function checkEnvironment(options?: EnvironmentOptions | null): Promise<EnvironmentReport> {
  const sessionHosts = text(options?.sessionHosts) || DEFAULT_SESSION_HOSTS;
  const basics = productionPorts.basics();
  try {
    const { inspectEnvironment } = await productionPorts.loadStart();
    return await inspectEnvironment(basics, { sessionHosts, framed: true });
  } catch {
    const nothingKnown = unknownEnvironment(basics);
    return { ...nothingKnown, warnings: warningsOf(nothingKnown) };
  }
}
