/** What has happened, as one line: a level, an event's name and plain fields. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: string | number | boolean | null;
}

/** Takes each line: a function, or an object such as `console` or a pino logger. */
export type Logger = Write | Readonly<Record<LogLine['level'], Write>>;
type Write = (line: LogLine) => unknown;

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes lines for the partner's logger. Fields are names, numbers and hashes: never an id, a URL or a vendor's words. */
export class Log {
  readonly #logger: Logger | undefined;

  constructor(logger: Logger | undefined) {
    this.#logger = logger;
  }

  info(event: string, fields: Fields = {}): void {
    this.#write('info', event, fields);
  }

  warn(event: string, fields: Fields = {}): void {
    this.#write('warn', event, fields);
  }

  error(event: string, fields: Fields = {}): void {
    this.#write('error', event, fields);
  }

  #write(level: LogLine['level'], event: string, fields: Fields): void {
    if (this.#logger === undefined) return;
    const line: LogLine = { level, event, ...fields };
    try {
      const written = typeof this.#logger === 'function' ? this.#logger(line) : this.#logger[level](line);
      // A logger that fails, now or later, takes no request down with it.
      if (written instanceof Promise) written.catch(() => undefined);
    } catch {
      // As above.
    }
  }
}
