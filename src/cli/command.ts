import { asker } from './ask.js';
import { CHECKS } from './checks/all.js';
import { readArguments } from './options.js';
import { asJson, isBroken, textReport } from './report.js';
import { runChecks, type Result } from './run-checks.js';
import { USAGE } from './usage.js';

/** What the command touches of its surroundings. */
export interface CommandPorts {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly date: () => number;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly colours: boolean;
}

/**
 * `kyc-verification check-endpoint <url>`.
 *
 * @returns the exit code: 0 where nothing breaks the contract, 1 where anything does, 2 for arguments that can't be used
 */
export async function run(args: readonly string[], ports: CommandPorts): Promise<number> {
  const wanted = readArguments(args);
  if (wanted.kind === 'help') {
    ports.write(USAGE);
    return 0;
  }
  if (wanted.kind === 'unusable') {
    ports.writeError(`${wanted.why}\n\n${USAGE}`);
    return 2;
  }
  const { options } = wanted;
  const subject = { options, unknownId: `US_${crypto.randomUUID()}`, now: ports.date() };
  const ask = asker({ fetch: ports.fetch, now: ports.now, timeout: options.timeout });
  if (options.json) {
    const results = await runChecks(CHECKS, subject, ask, () => undefined);
    ports.write(asJson(options, results));
    return exitCode(results);
  }
  const report = textReport(options, ports.colours);
  ports.write(report.head());
  const results = await runChecks(CHECKS, subject, ask, (result) => ports.write(report.result(result)));
  ports.write(report.end(results));
  return exitCode(results);
}

const exitCode = (results: readonly Result[]): number => (results.some(isBroken) ? 1 : 0);
