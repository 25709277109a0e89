/**
 * Run in the page: it sees nothing of this module but itself. Sets each property that inherits to something unusual around the
 * widget, and by a rule that also hits the widget itself, as themes do (`*`), and returns those that get to its inside.
 * Which ones inherit is asked of the browser, so that new ones count from the day it knows them.
 */
export async function reachingInside({ states, values }) {
  const host = document.querySelector('kyc-verification');
  const place = host.parentElement;
  const theme = new CSSStyleSheet();
  document.adoptedStyleSheets = [theme];
  const inherited = inheritedProperties();
  const reached = { around: new Set(), rule: new Set() };
  for (const state of states) {
    host.setAttribute('preview', state);
    await host.updateComplete;
    const inside = [...host.shadowRoot.querySelectorAll('*')];
    const read = (name) => inside.map((element) => getComputedStyle(element).getPropertyValue(name)).join('|');
    for (const [name, value] of inherited) {
      const before = read(name);
      place.style.setProperty(name, value);
      if (read(name) !== before) reached.around.add(name);
      place.style.removeProperty(name);
      theme.replaceSync(`* { ${name}: ${value} }`);
      if (read(name) !== before) reached.rule.add(name);
      theme.replaceSync('');
    }
  }
  return { inherited: inherited.map(([name]) => name), around: [...reached.around].sort(), rule: [...reached.rule].sort() };

  /** Each with a value that it does not have at first. */
  function inheritedProperties() {
    const outer = document.body.appendChild(document.createElement('div'));
    const inner = outer.appendChild(document.createElement('p')).appendChild(document.createElement('b'));
    const styles = [outer, inner].map((element) => getComputedStyle(element));
    const found = [];
    for (const name of [...styles[0]]) {
      const [own, below] = styles.map((style) => style.getPropertyValue(name));
      const value = values.find((one) => {
        outer.style.cssText = `${name}: ${one}`;
        return styles[0].getPropertyValue(name) !== own;
      });
      if (value !== undefined && styles[1].getPropertyValue(name) !== below) found.push([name, value]);
      outer.style.cssText = '';
    }
    outer.remove();
    return found;
  }
}

/** One of these is unusual for any property that inherits. */
export const UNUSUAL_VALUES = [
  ...['red', '30px', '7', '0.5', '5%', 'red red', '3px 4px', 'none', 'auto', 'hidden', 'hide', 'visible', 'collapse', 'bottom', 'left', 'center', 'end'],
  ...['italic', 'bold', 'small-caps', 'uppercase', 'nowrap', 'preserve', 'break-all', 'anywhere', 'break-word', 'strict', 'manual', 'rtl', 'dark'],
  ...['vertical-rl', 'sideways', 'inside', 'circle', 'crosshair', 'text', 'evenodd', 'bevel', 'square', 'middle', 'pixelated', 'geometricPrecision'],
  ...['optimizeQuality', 'sRGB', 'exact', 'constrained', 'compact', 'balance', 'style', 'weight', 'inert', 'under', 'sub', 'ordinal', 'jis78'],
  ...['historical-forms', 'emoji', 'normal', 'space-all', 'all', 'reverse', 'allow-keywords', 'visual', 'read-write', 'antialiased', 'logical'],
  ...['url("#x")', '"x"', '"x" 2', 'Courier', 'light', 'stroke', 'ideograph-alpha', 'condensed'],
];
