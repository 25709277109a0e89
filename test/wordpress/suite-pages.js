import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { attributesOf, shot, state, walkToVerdict } from './site.js';

const SCRIPT = '/wp-content/plugins/kyc-verification/assets/kyc-verification.js';
const THEME = '/wp-content/plugins/kyc-verification/assets/themes/playful.css';
const BLOCK = '<!-- wp:kyc-verification/widget /-->';
const SHORTCODE = '[kyc_verification documents="passport" proof-of-address="yes" continue-url="/next" endpoint="https://evil.example/" onboarding-id="x"]';

export function pages(site) {
  const own = (page) => page.loads.filter((path) => path.includes('/kyc-verification/'));
  const opened = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) {
      assert.deepEqual(page.faults, []);
      await page.close();
    }
  });

  /** Publishes the content and opens it as a visitor. */
  async function visit(content, ready = 'guidance') {
    const { link } = await site.publish(site.owner, { title: 'A page', content });
    const page = await site.visitor();
    opened.push(page);
    await page.goto(`${link}?onboarding=${await site.onboard()}`, { waitUntil: 'load' });
    if (ready !== null) await state(page, ready);
    return page;
  }

  it('of a shortcode is walked to the verdict, as a div that gets the element', async () => {
    const page = await visit(SHORTCODE);
    assert.deepEqual(await attributesOf(page, '[data-kyc-verification]'), {
      class: 'kyc-verification', 'data-kyc-verification': '', 'data-endpoint': '/api/kyc', 'data-onboarding-id-from': 'query:onboarding', 'data-session-hosts': 'localhost:*',
      'data-lang': 'en-US', 'data-documents': 'passport', 'data-proof-of-address': '', 'data-continue-url': '/next',
    });
    await walkToVerdict(page);
  });

  it('shows Veriff in the page where its author wants that, and is walked to the verdict there', async () => {
    const page = await visit('<!-- wp:kyc-verification/widget {"presentation":"embedded"} /-->');
    await walkToVerdict(page, async (frame) => {
      const { width, height } = await (await frame.frameElement()).boundingBox();
      assert.ok(width > 500 && height > 400, `${width} × ${height}`);
      assert.equal(await page.$('dialog[open]'), null);
    });
  });

  it('keeps the shortcode’s element where its output passes a filter for posts', async () => {
    const html = site.php(`echo wp_kses_post(do_shortcode('[kyc_verification]'));`);
    assert.match(html, /^<div class="kyc-verification" data-kyc-verification(="")? data-endpoint="\/api\/kyc" /);
  });

  it('loads the script once, as a module; another page does not', async () => {
    const page = await visit(`${BLOCK}<!-- wp:shortcode -->[kyc_verification]<!-- /wp:shortcode -->`);
    assert.deepEqual(own(page), [SCRIPT]);
    assert.deepEqual(await page.$$eval('script[src*="/kyc-verification/"]', (scripts) => scripts.map(({ type }) => type)), ['module']);
    const other = await visit('<!-- wp:paragraph --><p>Nothing of <code>&lt;div data-kyc-verification&gt;</code> here.</p><!-- /wp:paragraph -->', null);
    assert.deepEqual(own(other), []);
    await site.open(other, '/');
    assert.deepEqual(own(other), []);
  });

  it('says nothing in a list of excerpts, which loads no script', async () => {
    await site.publish(site.owner, { title: 'A post', content: `<p>Before.</p><div data-kyc-verification></div>${BLOCK}[kyc_verification]` }, 'posts');
    const page = await site.visitor();
    opened.push(page);
    await site.open(page, '/?s=before');
    assert.match(await page.$eval('main', (main) => main.textContent), /Before\./);
    assert.deepEqual(own(page), []);
    assert.equal(await page.$('kyc-verification, [data-kyc-verification]'), null);
  });

  it('takes proof of address from the settings, unless its author says no', async () => {
    const content = `${BLOCK}<!-- wp:kyc-verification/widget {"proofOfAddress":"no"} /--><!-- wp:shortcode -->[kyc_verification proof-of-address="no"]<!-- /wp:shortcode -->`;
    const page = await site.during({ proof_of_address: 'yes' }, () => visit(content));
    assert.deepEqual(await page.$$eval('kyc-verification', (elements) => elements.map(({ proofOfAddress }) => proofOfAddress)), [true, false, false]);
  });

  it('speaks the site’s language', async () => {
    // WordPress takes only languages that it has a file of.
    site.write('wp-content/languages/de_DE.mo', '');
    site.php("update_option('WPLANG', 'de_DE');");
    const page = await visit(BLOCK).finally(() => site.php("update_option('WPLANG', '');"));
    assert.equal((await attributesOf(page, 'kyc-verification')).lang, 'de-DE');
    await page.waitForFunction(() => document.querySelector('kyc-verification').shadowRoot.querySelector('[part~="title"]').textContent === 'Bestätigen Sie Ihre Identität');
  });

  it('wears the theme that is set', async () => {
    const page = await site.during({ theme: 'playful' }, () => visit(BLOCK));
    assert.deepEqual(own(page).sort(), [SCRIPT, THEME]);
    assert.notEqual(await page.$eval('kyc-verification', (element) => getComputedStyle(element).getPropertyValue('--kyc-accent-color')), '');
  });

  it('loads the script from elsewhere, as it is written, where that is set', async () => {
    const script = `${site.origin}${SCRIPT}?of=partner`;
    const page = await site.during({ script }, () => visit(BLOCK));
    assert.deepEqual(await page.$$eval('script[src*="of=partner"]', (scripts) => scripts.map(({ src }) => src)), [script]);
  });

  it('can be told more by the site’s own code', async () => {
    const file = 'wp-content/mu-plugins/more.php';
    site.write(file, `<?php add_filter('kyc_verification_attributes', fn($all) => ['continue-url' => 'https://tarnwell.example/?a=1&b="', 'proof-of-address' => true, 'poll-interval' => '"7"', 'x" onclick="y' => '1'] + $all);`);
    const page = await visit(BLOCK).finally(() => site.write(file, null));
    const attributes = await attributesOf(page, 'kyc-verification');
    assert.deepEqual(
      [attributes['continue-url'], attributes['proof-of-address'], attributes['poll-interval'], Object.keys(attributes).includes('onclick')],
      ['https://tarnwell.example/?a=1&b=', '', '"7"', false],
    );
  });

  it('gives the script to WordPress as a module where that knows modules', async () => {
    const file = 'wp-content/mu-plugins/modules.php';
    // What WordPress has since 6.5, told by a stand-in where it is older.
    site.write(file, `<?php if (!function_exists('wp_enqueue_script_module')) {
      function wp_enqueue_script_module($id, $src = '', $deps = [], $version = false) {
        add_action('wp_footer', fn() => printf('<script type="module" src="%s" data-given="%s"></script>', esc_url($src), esc_attr("$id $version")));
      }
    }`);
    const page = await visit(BLOCK).finally(() => site.write(file, null));
    assert.deepEqual(await page.$$eval('script[src*="/kyc-verification/"]', (scripts) => scripts.map(({ type, dataset }) => [type, dataset.given ?? null])), [
      ['module', site.hasModules ? null : 'kyc-verification 0.1.0'],
    ]);
  });

  /** What WordPress expects of a theme at least: its head is printed before the content is known. */
  const CLASSIC = {
    'style.css': '/* Theme Name: Classic */ body { margin: 0 auto; max-width: 40rem; padding: 1rem; }',
    'index.php': `<!doctype html><html <?php language_attributes(); ?>><head><meta name="viewport" content="width=device-width"><title>Classic</title>
      <?php wp_head(); ?></head><body><main><?php while (have_posts()) { the_post(); the_title('<h1>', '</h1>'); the_content(); } ?></main><?php wp_footer(); ?></body></html>`,
  };
  for (const [theme, files] of [['twentytwentythree', {}], ['classic', CLASSIC]]) {
    it(`fits into ${theme === 'classic' ? 'a classic theme' : theme}, on a phone and a desktop`, async () => {
      for (const [name, text] of Object.entries(files)) site.write(`wp-content/themes/${theme}/${name}`, text);
      site.php(`switch_theme('${theme}');`);
      const content = `<!-- wp:paragraph --><p>We have to ask who you are.</p><!-- /wp:paragraph -->${BLOCK}<!-- wp:paragraph --><p>Thank you.</p><!-- /wp:paragraph -->`;
      const page = await site.during({ theme: 'bank' }, () => visit(content)).finally(() => site.php("switch_theme('twentytwentythree');"));
      for (const [name, width] of [['phone', 360], ['desktop', 1280]]) {
        await page.setViewport({ width, height: 800 });
        const { overflow, inner } = await page.evaluate(() => ({
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          inner: document.querySelector('kyc-verification').getBoundingClientRect().width,
        }));
        assert.equal(overflow, 0, name);
        assert.ok(inner >= Math.min(width - 80, 560), `${name}: ${inner} px`);
        await shot(page, `${theme}-${name}`, { fullPage: true });
      }
      // In the head, so that the widget is not seen in other colors first.
      assert.equal(await page.$$eval('head link[href*="/themes/bank.css"]', ({ length }) => length), 1);
    });
  }
}
