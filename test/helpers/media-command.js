/**
 * A Web Test Runner plugin for the media features that follow what a user prefers. The runner's own command knows some of them, in some engines.
 * `emulate-preferences` sets those it is given and no others; `engine-limits` tells which the engine can be made to have, and its narrowest window.
 */
export function mediaCommand() {
  return {
    name: 'media-command',
    async executeCommand({ command, payload, session: { browser, id } }) {
      if (command === 'engine-limits') return { emulated: browser.emulated, narrowest: browser.narrowest };
      if (command !== 'emulate-preferences') return undefined;
      await browser.emulate(id, payload);
      return true;
    },
  };
}
