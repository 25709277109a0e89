/**
 * Ways in which pages place things: styles of the parent and of the widget, and what stands beside it. Where the page shrinks a
 * place to what is in it, the widget need not fill it.
 */
const PLACES = {
  'a block': {},
  'a flex row': { parent: 'display: flex' },
  'a flex row, centred': { parent: 'display: flex; justify-content: center' },
  'a flex row beside something': { parent: 'display: flex; gap: 10px', beside: '<div style="flex: none; inline-size: 60px">Beside</div>', shrinks: true },
  'a flex row that grows': { parent: 'display: flex', own: 'flex: 1' },
  'a flex row that wraps': { parent: 'display: flex; flex-wrap: wrap' },
  'a flex column, centred': { parent: 'display: flex; flex-direction: column; align-items: center' },
  'a grid, centred': { parent: 'display: grid; justify-items: center' },
  'a grid, all of it centred': { parent: 'display: grid; place-content: center', shrinks: true },
  'a float': { own: 'float: inline-start' },
  'a float around it': { parent: 'float: inline-start', shrinks: true },
  'an inline block': { own: 'display: inline-block' },
  'an inline block around it': { parent: 'display: inline-block', shrinks: true },
  'a table cell': { parent: 'display: table-cell', shrinks: true },
  'fit-content': { own: 'inline-size: fit-content', shrinks: true },
  'fit-content around it': { parent: 'inline-size: fit-content', shrinks: true },
  'auto margins': { own: 'margin-inline: auto' },
  'a corner of its own': { parent: 'position: relative; block-size: 900px', own: 'position: absolute' },
};

export const placeNames = Object.keys(PLACES);

/** The widget's width in each place of a box that wide, and how far anything of it stands out to the side. */
export function measurePlaces(page, width, states) {
  return page.evaluate(async (places, boxWidth, names) => {
    const measured = [];
    for (const [name, { parent = '', own = '', beside = '', shrinks = false }] of Object.entries(places)) {
      const box = document.createElement('div');
      box.style.cssText = `inline-size: ${boxWidth}px; contain: layout`;
      box.innerHTML = `<div style="${parent}"><kyc-verification style="${own}"></kyc-verification>${beside}</div>`;
      document.body.append(box);
      const widget = box.querySelector('kyc-verification');
      for (const state of names) {
        widget.setAttribute('preview', state);
        await widget.updateComplete;
        const edge = widget.getBoundingClientRect().right;
        const inside = [...widget.shadowRoot.querySelectorAll('*')].map((element) => element.getBoundingClientRect().right - edge);
        const sideways = Math.max(box.scrollWidth - boxWidth, ...inside);
        const { width: has } = widget.getBoundingClientRect();
        measured.push({ name, state, shrinks, width: has, sideways: Math.max(0, Math.round(sideways)) });
      }
      box.remove();
    }
    return measured;
  }, PLACES, width, states);
}
