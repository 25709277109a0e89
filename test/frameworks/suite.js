import assert from 'node:assert/strict';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { TO_REVIEW, startWalkWorld, walkVeriff } from '../helpers/walk-world.js';
import { startFront } from './front.js';
import { MISTAKEN, Project } from './project.js';
import { eventually, Visitor } from './visitor.js';

/** Built, as users get it, and by the development server, which says what is amiss and has React run effects twice. */
const MODES = { 'as it is built': 'start', 'in development': 'dev' };

/**
 * The tests of one app. `extras(site, mode)` adds tests of its own, `words` is what the element says in its language, `expected` are lines of
 * the console, each by the reason why it may stand there, `host` is the option for an address of what serves it, where that is not `--host`.
 */
export function framework(name, { extras = () => {}, words = 'Verify your identity', expected = {}, host } = {}) {
  describe(name, () => {
    const project = new Project(name);
    const { scripts } = project;
    let browser;
    let world;

    before(async () => {
      [browser, world] = await Promise.all([launchEngine(), startWalkWorld(), project.create()]);
    });
    after(() => Promise.all([browser?.close(), world?.stop(), project.remove()]));

    it('installs with the package from its file', async () => {
      assert.doesNotMatch(await project.install(), /npm warn (ERESOLVE|EBADENGINE)/i);
      assert.equal(lstatSync(join(project.folder, 'node_modules/kyc-verification')).isSymbolicLink(), false);
    });

    if ('typecheck' in scripts) it('fits the types of the package', () => project.run('typecheck'));

    it('is told by its types that a handler takes another event', async () => {
      await assert.rejects(project.runMistaken('typecheck' in scripts ? 'typecheck' : 'build'), new RegExp(`type '[^'\\n]*\\b${MISTAKEN}\\b`, 'i'));
    });

    if ('build' in scripts) it('is built', () => project.run('build'));

    for (const [mode, script] of Object.entries(MODES).filter(([, one]) => one in scripts)) {
      describe(mode, () => {
        const site = {};
        const visitors = [];
        let app;
        let front;

        before(async () => {
          app = await project.serve(script, host);
          front = await startFront(world, app);
          Object.assign(site, {
            ...world,
            origin: front.origin,
            async visitor() {
              const visitor = await Visitor.open(name, site, browser);
              visitors.push(visitor);
              return visitor;
            },
          });
        });
        after(async () => {
          app?.stop();
          await front?.stop();
        });
        afterEach(async () => {
          for (const visitor of visitors.splice(0)) {
            visitor.excuse(...Object.values(expected));
            await visitor.close();
          }
        });

        it('is walked to the verdict', async () => {
          const visitor = await site.visitor();
          const { page, tab } = visitor;
          await visitor.arrive(await world.arrive());
          assert.ok((await page.$eval('kyc-verification', ({ shadowRoot }) => shadowRoot.textContent)).includes(words), `nowhere: ${words}`);
          assert.equal(await page.$eval('kyc-verification > [slot="footer"]', (footer) => footer.checkVisibility() && footer.textContent.trim() !== ''), true);
          assert.equal(await page.$eval('kyc-verification > :not([slot])', (link) => link.checkVisibility({ visibilityProperty: true })), false);
          await visitor.picture('guidance');

          assert.equal(await visitor.hasFrameScript(), false, 'what opens Veriff is loaded with the page');
          await tab.press('start-button');
          await eventually(() => assert.ok(tab.told.includes('start')));
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
          await tab.until('guidance');
          assert.equal(visitor.exchanges(), 0, 'started without consent');

          await visitor.consent();
          const frame = await visitor.start();
          assert.equal(await visitor.hasFrameScript(), true);
          await walkVeriff(frame, ...TO_REVIEW, 'submit', 'done');
          await tab.until('verified');
          await page.waitForSelector('#done');
          await visitor.expectHeard();
          assert.deepEqual(tab.told.filter((event) => !event.includes('>')), ['start', 'start', 'opened', 'submitted', 'pending', 'verified']);
          assert.equal(visitor.exchanges(), 1);
          assert.deepEqual([...new Set(visitor.calls.map(({ partner }) => partner))], [name], 'a call without the header');
          await visitor.picture('verified');
        });

        it('takes the element away and puts it back', async () => {
          const visitor = await site.visitor();
          await visitor.arrive(await world.arrive());
          assert.equal(visitor.reads(), 1);
          for (let mounts = 2; mounts <= 6; mounts++) {
            await visitor.toggle();
            await visitor.toggle();
            await visitor.tab.until('guidance');
            await visitor.expectHeard();
            assert.equal(visitor.reads(), mounts);
          }
          // The one on the page, and one that a framework may hold until it renders again.
          assert.ok((await visitor.instances()) <= 2, `${await visitor.instances()} elements are in memory`);
          await visitor.consent();
          await walkVeriff(await visitor.start(), 'begin');
          assert.equal(visitor.exchanges(), 1);
        });

        it('hears of an error', async () => {
          const visitor = await site.visitor();
          await visitor.arrive('US_nobody', 'failed');
          await visitor.expectHeard();
          assert.equal(visitor.tab.told.at(-1), 'error');
          // The browser itself notes the answer of the endpoint, and the element says what it may mean.
          assert.equal(visitor.excuse(/^error: Failed to load resource: .* 404 \(Not Found\)$/, /^warn: <kyc-verification> onboarding-not-found: /), 2);
        });

        extras(site, mode);
      });
    }
  });
}
