/**
 * Run in the page: they see nothing of this module but themselves.
 */

/**
 * Opens each page in a frame as wide as the window, beside one without a theme, and says how the insides of its widgets differ
 * from that one's: `element property: value here, where it should be value there`. The place in the plain page is made
 * like the widget's place in the other in what is meant to follow the page, and in nothing else.
 */
export async function differencesInside({ script, plain, dressed, states, follow }) {
  const place = (await open(plain)).section;
  const { elements } = await open(dressed);
  const found = new Set();
  const properties = [...getComputedStyle(document.body)];
  for (const element of elements) {
    const parent = element.parentElement;
    const theirs = getComputedStyle(parent);
    for (const name of follow) place.style.setProperty(name, theirs.getPropertyValue(name));
    place.style.inlineSize = `${element.getBoundingClientRect().width}px`;
    const model = place.querySelector('kyc-verification');
    for (const state of states) {
      for (const one of [model, element]) {
        one.setAttribute('preview', state);
        await one.updateComplete;
        for (const animation of one.shadowRoot.getAnimations()) {
          animation.pause();
          animation.currentTime = 0;
        }
      }
      const [expected, actual] = [model, element].map((one) => [...one.shadowRoot.querySelectorAll('*')]);
      if (expected.length !== actual.length) found.add(`${state}: ${actual.length} elements, where ${expected.length} should be`);
      expected.forEach((should, index) => compare(should, actual[index]));
    }
  }
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  return [...found];

  async function open(url) {
    const frame = document.createElement('iframe');
    frame.style.cssText = `width: ${innerWidth}px; height: 900px; border: 0`;
    frame.src = url;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    await frame.contentWindow.eval(`import(${JSON.stringify(script)})`);
    const elements = [...frame.contentDocument.querySelectorAll('kyc-verification')];
    return { elements, section: frame.contentDocument.querySelector('section') };
  }

  function compare(should, is) {
    if (should === undefined || is === undefined) return;
    const name = should.getAttribute('part') ?? should.localName;
    compareStyles(name, should, is, null);
    for (const pseudo of ['::before', '::after', '::marker']) {
      const shown = pseudo === '::marker' ? getComputedStyle(should).display === 'list-item' : getComputedStyle(should, pseudo).content !== 'none';
      if (shown || getComputedStyle(is, pseudo).content !== getComputedStyle(should, pseudo).content) compareStyles(name + pseudo, should, is, pseudo);
    }
    const [a, b] = [should, is].map((one) => one.getBoundingClientRect());
    if (Math.abs(a.width - b.width) > 0.1) found.add(`${name} box width: ${b.width}, where it should be ${a.width}`);
    if (Math.abs(a.height - b.height) > 0.1) found.add(`${name} box height: ${b.height}, where it should be ${a.height}`);
  }

  function compareStyles(name, should, is, pseudo) {
    const [a, b] = [should, is].map((one) => getComputedStyle(one, pseudo));
    for (const property of properties) {
      const [x, y] = [a.getPropertyValue(property), b.getPropertyValue(property)];
      if (x !== y) found.add(`${name} ${property}: ${y}, where it should be ${x}`);
    }
  }
}

/** Contrast (WCAG 2.2) of the words that stand on the page's own background, with that. */
export async function contrastsWithPage() {
  const element = document.querySelector('kyc-verification');
  element.requestUpdate();
  await element.updateComplete;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (...colors) => {
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = [];
  for (let around = element.parentElement; around !== null; around = around.parentElement) grounds.unshift(getComputedStyle(around).backgroundColor);
  const ground = luminance('white', ...grounds);
  return ['title', 'description', 'section-title', 'tips-title', 'privacy'].map((part) => {
    const words = luminance(getComputedStyle(element.shadowRoot.querySelector(`[part~="${part}"]`)).color);
    return [part, Number(((Math.max(words, ground) + 0.05) / (Math.min(words, ground) + 0.05)).toFixed(2))];
  });
}
