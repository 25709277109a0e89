import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchEngine } from '../helpers/launch-engine.js';
import { startWordpressWorld } from './world.js';

const ADMIN = { name: 'owner', password: 'the owner’s own passphrase' };
export const AUTHOR = { name: 'ann', password: 'ann’s own passphrase', role: 'author' };
export const EDITOR = { name: 'eve', password: 'eve’s own passphrase', role: 'editor' };
export const ENDPOINT = '/api/kyc';

/** An installed WordPress with the plugin active and its owner signed in, and a browser for them and for others. */
export async function openSite() {
  const world = await startWordpressWorld();
  let browser;
  try {
    browser = await launchEngine('chromium', ['--window-size=1300,1000']);
    const { origin } = world;
    const owner = await newPage(browser);
    await install(owner, origin);
    await activate(owner, origin);
    world.php("switch_theme('twentytwentythree');");
    for (const { name, password, role } of [AUTHOR, EDITOR]) {
      world.php(`wp_insert_user(['user_login' => '${name}', 'user_pass' => '${password}', 'user_email' => '${name}@example.com', 'role' => '${role}']);`);
    }
    const signedIn = new Map();
    /** Sets it by code, in no time; returns what was set before. */
    const change = (settings) => {
      const json = Buffer.from(JSON.stringify(settings)).toString('base64');
      return JSON.parse(world.php(`$before = get_option('kyc_verification'); update_option('kyc_verification', json_decode(base64_decode('${json}'), true)); echo wp_json_encode($before);`));
    };
    return {
      ...world,
      owner,
      /** A page of somebody who is not signed in. */
      visitor: async () => newPage(await browser.createBrowserContext()),
      /** The page of that person, signed in. */
      async signedIn(person) {
        if (!signedIn.has(person)) {
          const page = await newPage(await browser.createBrowserContext());
          await signIn(page, origin, person);
          signedIn.set(person, page);
        }
        return signedIn.get(person);
      },
      /** Whether this WordPress has script modules of its own. */
      hasModules: world.php("echo function_exists('wp_enqueue_script_module') ? 'yes' : 'no';") === 'yes',
      /** Puts a file among the site's; `null` takes it away. */
      write(path, text) {
        const file = join(world.site, path);
        if (text === null) return rmSync(file);
        mkdirSync(dirname(file), { recursive: true });
        return writeFileSync(file, text);
      },
      open: (page, path) => page.goto(`${origin}${path}`, { waitUntil: 'load' }),
      /** Publishes it as the person that `page` belongs to; resolves to what WordPress has made of it. */
      publish: (page, post, kind = 'pages') => page.evaluate(publishing, { kind, post }),
      set: (settings) => setSettings(owner, origin, settings),
      change,
      /** Sets it for the time of that work. */
      async during(settings, work) {
        const before = change(settings);
        try {
          return await work();
        } finally {
          change(before);
        }
      },
      stop: () => Promise.all([browser.close(), world.stop()]),
    };
  } catch (error) {
    await Promise.all([browser?.close(), world.stop()]);
    throw error;
  }
}

export const attributesOf = (page, selector) => page.$eval(selector, ({ attributes }) => Object.fromEntries([...attributes].map(({ name, value }) => [name, value])));

export const state = (page, name) => page.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, {}, name);

export const press = (page, selector) => page.locator(selector).click();

/** From the documents to the verdict, as a person does it; `look` is shown the frame when its page is there. */
export async function walkToVerdict(page, look = async () => undefined) {
  await state(page, 'guidance');
  await press(page, 'kyc-verification >>> [part~="start-button"]');
  const frame = await page.waitForFrame((one) => one.parentFrame() === page.mainFrame() && /^http/.test(one.url()));
  await frame.waitForSelector('[data-action="begin"]');
  await look(frame);
  for (const action of ['begin', 'passport', 'sample', 'sample', 'submit']) await frame.locator(`[data-action="${action}"]`).click();
  await state(page, 'verified');
}

/** A picture for who wants to look at it. */
export async function shot(page, name, options = {}) {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}

/** A page that notes what goes wrong on it in `faults`, and what scripts and style sheets it asks for in `loads`. */
async function newPage(context) {
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.faults = [];
  page.loads = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && page.faults.push(message.text()));
  page.on('request', (request) => ['script', 'stylesheet'].includes(request.resourceType()) && page.loads.push(new URL(request.url()).pathname));
  return page;
}

/** As its owner does it, in the browser. */
async function install(page, origin) {
  await page.goto(`${origin}/wp-admin/install.php`);
  await page.locator('#weblog_title').fill('Tarnwell');
  await page.locator('#user_login').fill(ADMIN.name);
  await page.locator('#pass1').fill(ADMIN.password);
  await page.locator('#admin_email').fill('owner@example.com');
  await Promise.all([page.waitForNavigation(), page.locator('#submit').click()]);
  await page.waitForSelector('a[href*="wp-login.php"]');
  await signIn(page, origin, ADMIN);
}

async function signIn(page, origin, { name, password }) {
  await page.goto(`${origin}/wp-login.php`);
  await page.$eval('#user_login', (input, value) => (input.value = value), name);
  await page.$eval('#user_pass', (input, value) => (input.value = value), password);
  await Promise.all([page.waitForNavigation(), page.$eval('#loginform', (form) => form.submit())]);
  await page.waitForSelector('#wpadminbar');
}

async function activate(page, origin) {
  await page.goto(`${origin}/wp-admin/plugins.php`);
  await Promise.all([page.waitForNavigation(), page.click('[data-plugin^="kyc-verification/"] .activate a')]);
  await page.waitForSelector('[data-plugin^="kyc-verification/"] .deactivate a');
}

/** Fills the plugin's page and saves it; resolves to what it says then. */
async function setSettings(page, origin, settings) {
  await page.goto(`${origin}/wp-admin/options-general.php?page=kyc-verification`);
  for (const [name, value] of Object.entries(settings)) {
    await page.$eval(`#${name}`, (field, text) => (field.value = text), value);
  }
  await Promise.all([page.waitForNavigation(), page.click('#submit')]);
  return page.$$eval('.settings-error, .notice', (notices) => notices.map((notice) => notice.textContent.trim()));
}

async function publishing({ kind, post }) {
  const nonce = await (await fetch('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
  const response = await fetch(`/?rest_route=/wp/v2/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wp-nonce': nonce },
    body: JSON.stringify({ status: 'publish', ...post }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}
