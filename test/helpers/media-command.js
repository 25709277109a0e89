/** One per page, kept: the browser forgets what it emulates when the session that asked for it ends. */
const protocols = new WeakMap();

/** A Web Test Runner plugin: the command `emulate-preferences` is for the media features that the runner's own command does not know. */
export function mediaCommand() {
  return {
    name: 'media-command',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate-preferences') return undefined;
      const page = session.browser.getPage(session.id);
      if (!protocols.has(page)) protocols.set(page, await page.createCDPSession());
      const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
      await protocols.get(page).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
