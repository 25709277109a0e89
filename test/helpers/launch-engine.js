import puppeteer from 'puppeteer-core';
import { chromiumFlags, ensureChromium } from './ensure-chromium.js';

/** A browser driven from Node, by engine. `args` are command-line flags of that engine. */
export function launchEngine(engine = 'chromium', args = []) {
  if (engine === 'firefox') {
    return puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', args, extraPrefsFirefox: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true } });
  }
  return puppeteer.launch({ executablePath: ensureChromium(), args: [...chromiumFlags, ...args] });
}
