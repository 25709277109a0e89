type Pixel = readonly [red: number, green: number, blue: number];

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** What is seen where colours of any notation lie one above the other, the lowest first. */
export function seen(...layers: readonly string[]): Pixel {
  if (context === null) throw new Error('No canvas.');
  for (const layer of layers) {
    context.fillStyle = '#010203';
    context.fillStyle = layer;
    if (context.fillStyle === '#010203') throw new Error(`Not a colour: ${layer}`);
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** The backgrounds behind a node up to the page's, the lowest first. `useColorScheme` gives the page one. */
export function backgroundsOf(node: Element): string[] {
  const layers: string[] = [];
  for (let at: Element | null = node; at !== null; at = parentOf(at)) layers.unshift(getComputedStyle(at).backgroundColor);
  return layers;
}

/** In the flat tree. */
function parentOf(node: Element): Element | null {
  if (node.assignedSlot !== null) return node.assignedSlot;
  return node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
}

/** Contrast ratio (WCAG 2.2). */
export function contrast(one: Pixel, other: Pixel): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(pixel: Pixel): number {
  const [red = 0, green = 0, blue = 0] = pixel.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of a colour on what lies behind a node, the node's own background included. */
export function contrastOn(node: Element, color: string): number {
  const behind = backgroundsOf(node);
  return contrast(seen(...behind), seen(...behind, color));
}

/** Of a node's text, or of an icon in the colour of the text. */
export function textContrast(node: Element): number {
  return contrastOn(node, getComputedStyle(node).color);
}
