import type { Rgb } from './contrast.js';
import type { Scheme } from './view-settings.js';

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const context = canvas.getContext('2d', { willReadFrequently: true });

/** The colour that is seen where these are painted over each other, the last on top. Any colour that CSS can compute is understood. */
export function paint(...layers: readonly string[]): Rgb {
  if (context === null) throw new Error('This browser has no canvas.');
  context.clearRect(0, 0, 1, 1);
  for (const layer of layers) {
    context.fillStyle = layer;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue };
}

const resolved = new Map<string, Rgb | null>();

/** What a colour, as it is written, computes to at `place` in a scheme; `null` for what is none. */
export function resolveColor(text: string, place: HTMLElement, scheme: Scheme): Rgb | null {
  // Reading one makes the browser compute all styles: once is enough for what depends on nothing else.
  if (/var\(/i.test(text)) return computeColor(text, place, scheme);
  const key = `${scheme} ${text}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const color = computeColor(text, place, scheme);
  resolved.set(key, color);
  return color;
}

function computeColor(text: string, place: HTMLElement, scheme: Scheme): Rgb | null {
  const swatch = document.createElement('span');
  swatch.style.colorScheme = scheme;
  swatch.style.color = text;
  if (swatch.style.color === '') return null;
  place.append(swatch);
  const color = paint(getComputedStyle(swatch).color);
  swatch.remove();
  return color;
}
