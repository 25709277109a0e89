import puppeteer from 'puppeteer-core';
import { chromiumFlags, ensureEngine, firefoxPreferences } from './ensure-engine.js';

/** A browser driven from Node, by engine. `args` are command-line flags of that engine, `preferences` are Firefox’s. */
export function launchEngine(engine = 'chromium', args = [], preferences = {}) {
  const executablePath = ensureEngine(engine);
  if (engine === 'firefox') return puppeteer.launch({ browser: 'firefox', executablePath, args, extraPrefsFirefox: { ...firefoxPreferences, ...preferences } });
  return puppeteer.launch({ executablePath, args: [...chromiumFlags, ...args] });
}

/** Chromium with scrollbars that take room, as on most desktops; puppeteer hides them else. */
export function launchWithScrollbars() {
  return puppeteer.launch({ executablePath: ensureEngine('chromium'), args: chromiumFlags, ignoreDefaultArgs: ['--hide-scrollbars'] });
}
