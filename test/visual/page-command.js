/** A Web Test Runner plugin: commands about the page that is to be pictured. */
export function pageCommand() {
  return {
    name: 'page-command',
    async executeCommand({ command, payload, session }) {
      const page = session.browser.getPage(session.id);
      if (command === 'set-time-zone') {
        await page.emulateTimezone(payload);
        return true;
      }
      return command === 'list-fonts' ? listFonts(page, payload) : undefined;
    },
  };
}

/** The fonts that the glyphs in an element, and in its shadow tree, were really taken from. */
async function listFonts(page, tagName) {
  const protocol = await page.createCDPSession();
  const fonts = new Map();
  const visit = async ({ nodeId, localName, children = [], shadowRoots = [] }, within) => {
    const inside = within || localName === tagName;
    if (inside && localName) {
      const answer = await protocol.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont } of answer.fonts) fonts.set(`${familyName} ${isCustomFont}`, { familyName, isCustomFont });
    }
    for (const child of [...children, ...shadowRoots]) await visit(child, inside);
  };
  try {
    await protocol.send('DOM.enable');
    await protocol.send('CSS.enable');
    const { root } = await protocol.send('DOM.getDocument', { depth: -1, pierce: true });
    await visit(root, false);
    return [...fonts.values()];
  } finally {
    await protocol.detach();
  }
}
