import { sha256 } from './signature.js';

/** What has happened, as one line: a level, an event's name and plain fields. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: string | number | boolean | null;
}

/** Takes each line: a function, or an object such as `console` or a pino logger. */
export type Logger = Write | Readonly<Record<LogLine['level'], Write>>;
type Write = (line: LogLine) => unknown;

const HASH_LENGTH = 12;
type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Writes lines for the partner's logger. Fields are names and numbers: never an id, a URL or a vendor's words. Whom a line
 * is about is said by the beginning of a hash, as `subject`.
 */
export class Log {
  readonly #logger: Logger | undefined;

  constructor(logger: Logger | undefined) {
    this.#logger = logger;
  }

  info(event: string, fields: Fields = {}, key?: string): void {
    this.#write('info', event, fields, key);
  }

  warn(event: string, fields: Fields = {}, key?: string): void {
    this.#write('warn', event, fields, key);
  }

  error(event: string, fields: Fields = {}, key?: string): void {
    this.#write('error', event, fields, key);
  }

  #write(level: LogLine['level'], event: string, fields: Fields, key: string | undefined): void {
    if (this.#logger === undefined) return;
    const line: LogLine = { level, event, ...(key === undefined ? {} : { subject: sha256(key).slice(0, HASH_LENGTH) }), ...fields };
    try {
      const written = typeof this.#logger === 'function' ? this.#logger(line) : this.#logger[level](line);
      // A logger that fails, now or later, takes no request down with it.
      if (written instanceof Promise) written.catch(() => undefined);
    } catch {
      // As above.
    }
  }
}
