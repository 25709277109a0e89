/** Files that the built script loads when they are needed: found by what the manifest says of them, and answered late, or otherwise, by a page's world. */
import { readText } from './repository.js';

const { files } = JSON.parse(readText('dist/cdn/manifest.json'));

export const FLOW = 'all after the first screen';
export const HINTS = 'what the console tells the integrator';
export const PLACEHOLDERS = '`<div data-kyc-verification>`';
export const PAINTED = 'a page that a server has painted';
export const START = 'the start: a look around, then Veriff';

export function laterFile(purpose) {
  const name = Object.keys(files).find((file) => files[file].loadedFor === purpose);
  if (name === undefined) throw new Error(`The manifest has no file for ${purpose}.`);
  return name;
}

/** Keeps a file back until it is released. `asked` is how often it was asked for. */
export function holdFile(world, purpose) {
  const file = laterFile(purpose);
  const held = { asked: 0 };
  const released = new Promise((release) => (held.release = release));
  held.arrived = new Promise((arrive) => {
    world.pages[`/assets/${file}`] = async () => {
      held.asked++;
      arrive();
      await released;
      return { body: readText(`dist/cdn/${file}`), type: 'text/javascript' };
    };
  });
  return held;
}
