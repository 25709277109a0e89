/**
 * Runs in the page before a test file is loaded. Makes the test that is running fail, or the whole file if none is, when
 * - a promise is rejected and nobody listens,
 * - an error is thrown while the file is being loaded,
 * - Lit warns in its development mode (an update asked for while updating, two copies of Lit, ...): such a warning is a fault of ours.
 *   The note that it runs in that mode is none.
 */
{
  const early = [];
  let running = false;
  // Kept, since a test may put a clock of its own in its place.
  const later = setTimeout.bind(globalThis);

  // Mocha blames the running test for what is thrown outside of any call of its own.
  const fail = (fault) => {
    if (!running) early.push(fault);
    else
      later(() => {
        throw fault;
      });
  };

  addEventListener('unhandledrejection', ({ reason }) => {
    fail(reason instanceof Error ? reason : new Error(`Unhandled rejection: ${reason}`));
  });
  addEventListener('error', ({ error, message }) => {
    if (!running) fail(error ?? new Error(message));
  });

  const { warn } = console;
  console.warn = (...args) => {
    warn.apply(console, args);
    const [, code] = /lit\.dev\/msg\/([\w-]+)/.exec(String(args[0])) ?? [];
    if (code !== undefined && code !== 'dev-mode') fail(new Error(`Lit warned: ${args[0]}`));
  };

  // Mocha says its words before it loads the test file. No event of the page falls surely between the two.
  Object.defineProperty(globalThis, 'afterEach', {
    configurable: true,
    set(value) {
      Object.defineProperty(globalThis, 'afterEach', { value, configurable: true, writable: true, enumerable: true });
      watch();
    },
  });

  const watch = () => {
    before('nothing went wrong while the file was loaded', () => {
      running = true;
      if (early.length > 0) throw early[0];
    });
    // What the last test left behind is still seen before the run ends.
    afterEach(() => new Promise((resolve) => later(resolve)));
  };
}
