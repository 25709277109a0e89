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

const known = new Map<string, Rgb & { readonly alpha: number }>();

/** A computed colour and how opaque it is, 0 to 1: what black and white beneath it still have of themselves tells. */
export function rgbaOf(color: string): Rgb & { readonly alpha: number } {
  const before = known.get(color);
  if (before !== undefined) return before;
  const [dark, light] = [paint('#000', color), paint('#fff', color)];
  const alpha = 1 - Math.max(light.red - dark.red, light.green - dark.green, light.blue - dark.blue) / 255;
  const whole = (part: number): number => (alpha === 0 ? 0 : Math.min(part / alpha, 255));
  const rgba = { red: whole(dark.red), green: whole(dark.green), blue: whole(dark.blue), alpha };
  known.set(color, rgba);
  return rgba;
}

const resolved = new Map<string, Rgb | null>();

/** What a colour, as it is written, computes to at `place` in a scheme; `null` for what is none. */
export function resolveColor(text: string, place: HTMLElement, scheme: Scheme): Rgb | null {
  // Reading one makes the browser compute all styles: once is enough for what depends on nothing else.
  if (/var\(/i.test(text)) return computeColor(text, place, scheme);
  const key = `${scheme} ${text}`;
  const before = resolved.get(key);
  if (before !== undefined) return before;
  const color = computeColor(text, place, scheme);
  resolved.set(key, color);
  return color;
}

function computeColor(text: string, place: HTMLElement, scheme: Scheme): Rgb | null {
  const swatch = document.createElement('span');
  swatch.style.colorScheme = scheme;
  // A picker shows the colour itself, also where the system has its own.
  swatch.style.setProperty('forced-color-adjust', 'none');
  swatch.style.color = text;
  if (swatch.style.color === '') return null;
  place.append(swatch);
  const color = paint(getComputedStyle(swatch).color);
  swatch.remove();
  return color;
}
