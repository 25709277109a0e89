import { ELEMENT, SCRIPT, startPageWorld } from './page-world.js';

/** A bare HTML page with the built element on it. */
export async function startBareWorld() {
  const world = await startPageWorld();
  /** `lang` of the page. */
  world.lang = 'en';
  world.pages['/'] = () => ({ body: `<!doctype html><html lang="${world.lang}"><title>Bare</title>${SCRIPT}${ELEMENT}` });
  return world;
}
