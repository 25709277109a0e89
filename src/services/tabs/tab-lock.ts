/** The part of the browser's lock manager that is used here. */
export type Locks = Pick<LockManager, 'request'>;

export interface LockEvents {
  /** It is held from now on. */
  readonly granted: () => void;
  /** With `ifAvailable`: another has it. */
  readonly refused?: () => void;
  /** Another has stolen it. */
  readonly lost?: () => void;
  /** It was held, and others can have it now. */
  readonly ended?: () => void;
}

/** Asks for a lock of the browser. It is held, or waited for, until the function that is returned is called. */
export function takeLock(locks: Locks, name: string, options: Omit<LockOptions, 'signal'>, { granted, refused, lost, ended }: LockEvents): () => void {
  const abort = new AbortController();
  let held = false;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  // The browser takes no signal where it does not wait.
  const waits = options.ifAvailable !== true && options.steal !== true;
  locks
    .request(name, waits ? { ...options, signal: abort.signal } : options, (lock) => {
      if (abort.signal.aborted) return undefined;
      if (lock === null) return refused?.();
      held = true;
      granted();
      return released;
    })
    .then(
      () => held && ended?.(),
      () => {
        // Refused for want of an origin, ended by ourselves, or stolen.
        if (held && !abort.signal.aborted) lost?.();
      },
    );
  return () => {
    abort.abort();
    release();
  };
}
