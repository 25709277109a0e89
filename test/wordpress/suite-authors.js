import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { attributesOf, AUTHOR, EDITOR, state, walkToVerdict } from './site.js';

const EVIL = 'https://evil.example/kyc';
const SETTINGS = { 'data-kyc-verification': '', 'data-endpoint': '/api/kyc', 'data-onboarding-id-from': 'query:onboarding', 'data-session-hosts': 'localhost:*', 'data-lang': 'en-US' };
/** Names that would lead the widget elsewhere, or show what is not so. */
const FOREIGN = `data-endpoint="${EVIL}" data-session-hosts="evil.example" data-onboarding-id="x" data-onboarding-id-from="query:y" data-handover-url="${EVIL}" data-credentials="include" data-preview="verified" data-reverify data-onclick="window.owned = true" data-style="position: fixed"`;

/** A theme with a widget area that prints captions as Twenty Twenty-One does. */
const OTHER_WAYS = {
  'style.css': '/* Theme Name: Other ways */',
  'functions.php': "<?php register_sidebar(['id' => 'side']); add_theme_support('post-thumbnails');",
  'index.php': `<!doctype html><html><head><title>Other ways</title><?php wp_head(); ?></head><body><?php while (have_posts()) { the_post(); ?>
    <figcaption><?php echo wp_kses_post(wp_get_attachment_caption(get_post_thumbnail_id())); ?></figcaption><main><?php the_content(); ?></main>
    <ol><?php wp_list_comments([], get_comments(['post_id' => get_the_ID(), 'order' => 'ASC'])); ?></ol><?php } ?>
    <aside><?php dynamic_sidebar('side'); ?></aside><?php wp_footer(); ?></body></html>`,
};

export function authors(site) {
  const opened = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });

  async function visit(person, post, kind = 'posts') {
    const writer = await site.signedIn(person);
    const { link, content } = await site.publish(writer, { title: 'By hand', ...post }, kind);
    const page = await site.visitor();
    opened.push(page);
    await page.goto(`${link}?onboarding=${await site.onboard()}`);
    return { page, raw: content.raw };
  }

  it('is walked to the verdict', async () => {
    const { page } = await visit(AUTHOR, { content: '<!-- wp:html --><div data-kyc-verification data-region="us" class="mine">One moment.</div><!-- /wp:html -->' });
    assert.deepEqual(await attributesOf(page, '[data-kyc-verification]'), { ...SETTINGS, class: 'mine', 'data-region': 'us' });
    await walkToVerdict(page);
    assert.deepEqual(page.faults, []);
  });

  it('has no endpoint, hosts, id or anything else of an author’s own, neither as it is saved nor as it is printed', async () => {
    const { page, raw } = await visit(AUTHOR, { content: `<div data-kyc-verification ${FOREIGN} data-documents="passport drop" data-region="mars" data-continue-url="javascript:1" data-proof-of-address="">x</div>` });
    assert.equal(raw, '<div data-kyc-verification data-documents="passport" data-proof-of-address="yes">x</div>');
    assert.deepEqual(await attributesOf(page, '[data-kyc-verification]'), { ...SETTINGS, 'data-documents': 'passport', 'data-proof-of-address': '' });
    await state(page, 'guidance');
    await page.click('kyc-verification');
    assert.equal(await page.evaluate(() => window.owned), undefined);
  });

  const forms = {
    'in capitals': `<DIV DATA-KYC-VERIFICATION DATA-ENDPOINT="${EVIL}"></DIV>`,
    'in single quotes': `<div data-kyc-verification='' data-endpoint='${EVIL}'></div>`,
    'without quotes': `<div data-endpoint=${EVIL} data-kyc-verification=1></div>`,
    'behind a comment with a quote': `<!-- <i title=" --><div data-kyc-verification data-endpoint="${EVIL}" title="x"></div>`,
    'given twice': `<div data-kyc-verification data-endpoint="${EVIL}" data-endpoint="${EVIL}"></div>`,
    'on a paragraph': `<p data-kyc-verification data-endpoint="${EVIL}"></p>`,
    'as entities': `<div data-kyc-verification data-endpoint="&#104;ttps://evil.example/kyc"></div>`,
    'as the element itself': `<kyc-verification endpoint="${EVIL}" onboarding-id="x" session-hosts="evil.example"></kyc-verification>`,
    'as what the plugin prints, and more': `[kyc_verification]<div class="kyc-verification" data-kyc-verification data-endpoint="/api/kyc" data-endpoint="${EVIL}"></div>`,
    'in a shortcode of WordPress': `[caption width="300" caption='<div data-kyc-verification data-endpoint="${EVIL}"></div>']<img src="/x.png">[/caption]`,
  };
  /** What WordPress itself takes from an author, all of it. */
  const LOST = ['as the element itself', 'in a shortcode of WordPress'];
  for (const [how, html] of Object.entries(forms)) {
    it(`has none ${how}, of an author’s or an editor’s`, async () => {
      for (const person of [AUTHOR, EDITOR]) {
        const { page } = await visit(person, { content: html });
        const found = await page.$$eval('kyc-verification, [data-kyc-verification]', (all) => all.map((element) => element.getAttribute('endpoint') ?? element.getAttribute('data-endpoint')));
        assert.deepEqual(found.filter((endpoint) => endpoint !== '/api/kyc'), [], `${person.role}: ${html}`);
        assert.ok(found.length > 0 || (person === AUTHOR && LOST.includes(how)), `${person.role}: ${html}`);
      }
    });
  }

  it('has none in a reusable block', async () => {
    const writer = await site.signedIn(AUTHOR);
    const { id } = await site.publish(writer, { title: 'Reused', content: `<!-- wp:html --><div data-kyc-verification data-endpoint="${EVIL}"></div><!-- /wp:html -->` }, 'blocks');
    const { page } = await visit(AUTHOR, { content: `<!-- wp:block {"ref":${id}} /-->` });
    assert.deepEqual(await attributesOf(page, '[data-kyc-verification]'), SETTINGS);
  });

  it('has none in an excerpt', async () => {
    await visit(AUTHOR, { content: 'Found by its word.', excerpt: `<div data-kyc-verification data-endpoint="${EVIL}">Found in short.</div>` });
    const page = await site.visitor();
    opened.push(page);
    await site.open(page, '/?s=found');
    assert.match(await page.$eval('main', (main) => main.textContent), /Found in short/);
    assert.equal(await page.$(`[data-endpoint="${EVIL}"]`), null);
  });

  describe('that other ways lead to the page', () => {
    before(() => {
      for (const [name, text] of Object.entries(OTHER_WAYS)) site.write(`wp-content/themes/other-ways/${name}`, text);
      site.php("switch_theme('other-ways');");
    });
    after(() => site.php("switch_theme('twentytwentythree');"));

    /** A post with a picture that has the caption, beside a widget area; saved by somebody without `unfiltered_html`. */
    async function look({ content = 'Below a picture.', caption = '', widgets = {}, early = false }) {
      const post = run(
        // As it was saved before the plugin was there.
        `if ($given['early']) remove_filter('pre_kses', 'Kyc_Verification\\filter_kses', PHP_INT_MAX);
        $picture = wp_insert_attachment(wp_slash(['post_title' => 'x', 'post_mime_type' => 'image/png', 'post_excerpt' => $given['caption']]));
        $post = wp_insert_post(wp_slash(['post_title' => 'x', 'post_status' => 'publish', 'post_content' => $given['content'], 'meta_input' => ['_thumbnail_id' => $picture]]));
        foreach ($given['widgets'] as $name => $widget) {
          update_option("widget_$name", [2 => $widget === 'picture' ? ['ids' => [$picture]] : $widget, '_multiwidget' => 1]);
        }
        update_option('sidebars_widgets', ['side' => array_map(fn($name) => "$name-2", array_keys($given['widgets'])), 'array_version' => 3]);
        $result = $post;`,
        { content, caption, widgets, early },
      );
      const page = await site.visitor();
      opened.push(page);
      await site.open(page, `/?p=${post}&onboarding=${await site.onboard()}`);
      return page;
    }

    /** What the code makes of `$given`: its `$result`. */
    const run = (code, given) => {
      const json = Buffer.from(JSON.stringify(given)).toString('base64');
      return JSON.parse(site.php(`$given = json_decode(base64_decode('${json}'), true); ${code} echo wp_json_encode($result);`));
    };
    const FORGED = `<div data-kyc-verification ${FOREIGN} data-region="us">Hello.</div>`;
    const LATEST = { block: { content: '<!-- wp:latest-posts {"postsToShow":1,"displayPostContent":true,"displayPostContentRadio":"full_post"} /-->' } };

    for (const early of [false, true]) {
      const when = early ? ', saved before the plugin was there' : '';

      it(`has none in the caption of a featured picture${when}`, async () => {
        const page = await look({ caption: FORGED, early });
        assert.deepEqual(await attributesOf(page, 'figcaption [data-kyc-verification]'), { ...SETTINGS, 'data-region': 'us' });
        await state(page, 'guidance');
      });

      it(`has none in the latest posts of a widget area${when}`, async () => {
        const page = await look({ content: FORGED, widgets: LATEST, early });
        assert.deepEqual(await attributesOf(page, 'aside [data-kyc-verification]'), { ...SETTINGS, 'data-region': 'us' });
        assert.deepEqual(await attributesOf(page, 'main [data-kyc-verification]'), { ...SETTINGS, 'data-region': 'us' });
      });
    }

    it('has none in what the latest posts make of text', async () => {
      const page = await look({ content: FORGED.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), widgets: LATEST });
      assert.equal(await page.$('main [data-kyc-verification]'), null);
      assert.deepEqual(await attributesOf(page, 'aside [data-kyc-verification]'), { ...SETTINGS, 'data-region': 'us' });
    });

    it('has none in the caption of a gallery, which no filter sees as it is printed', async () => {
      const page = await look({ caption: FORGED, widgets: { media_gallery: 'picture' } });
      assert.deepEqual(await attributesOf(page, 'aside [data-kyc-verification]'), { 'data-kyc-verification': '', 'data-region': 'us' });
    });

    it('has none in a text widget', async () => {
      const page = await look({ widgets: { text: { title: '', text: FORGED, filter: false } } });
      assert.deepEqual(await attributesOf(page, 'aside [data-kyc-verification]'), { ...SETTINGS, 'data-region': 'us' });
    });

    it('has none in a comment, even where the site allows the HTML of posts there', async () => {
      // WordPress's own comments, categories and profiles know no such attributes.
      for (const context of ['pre_comment_content', 'pre_term_description', 'pre_user_description']) {
        assert.equal(run('$result = wp_kses($given[0], $given[1]);', [FORGED, context]), 'Hello.');
      }
      const { link, id } = await site.publish(await site.signedIn(AUTHOR), { title: 'Discussed' }, 'posts');
      const allow = 'wp-content/mu-plugins/allow.php';
      site.write(allow, "<?php add_filter('wp_kses_allowed_html', fn($tags, $context) => $context === 'pre_comment_content' ? wp_kses_allowed_html('post') : $tags, 10, 2);");
      const body = `comment_post_ID=${id}&comment=${encodeURIComponent(FORGED)}`;
      const send = (text) => fetch('/wp-comments-post.php', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: text }).then(({ status }) => status);
      const writer = await site.signedIn(AUTHOR);
      assert.equal(await writer.evaluate(send, body).finally(() => site.write(allow, null)), 200);
      const page = await site.visitor();
      opened.push(page);
      await page.goto(link);
      assert.deepEqual(await page.$$eval('ol [data-kyc-verification]', (all) => all.map(({ dataset }) => ({ ...dataset }))), [{ kycVerification: '', region: 'us' }]);
    });

    it('has none by markup that WordPress reads otherwise than a browser', async () => {
      const tag = `div data-kyc-verification data-endpoint="${EVIL}" data-preview="verified"`;
      for (const html of [
        `< ${tag}>x</div>`, `<p title="x > <${tag.replaceAll('"', "'")}> y">z</p>`, `<p title='x > <${tag}> y'>z</p>`, `<!--><${tag}>x</div>-->`, `<b<${tag}>x</div>`,
        `<p title=x"><${tag}>x</div>`, `<div "${tag.slice(4)}>x</div>`, ...Object.values(forms),
      ]) {
        const page = await site.visitor();
        opened.push(page);
        await page.setContent(run('$result = wp_kses_post($given[0]);', [html]));
        assert.equal(await page.$('[data-endpoint], [data-preview]'), null, html);
      }
    });

    it('leaves the block and the shortcode what the plugin has printed of them', async () => {
      const shortcode = '[kyc_verification proof-of-address="no" region="us" continue-url="https://tarnwell.example/?a=1&b=2"]';
      const content = `<!-- wp:kyc-verification/widget {"region":"us","documents":["passport"]} /-->\n\n<!-- wp:shortcode -->\n${shortcode}\n<!-- /wp:shortcode -->`;
      const { page, raw } = await site.during({ proof_of_address: 'yes' }, () => visit(AUTHOR, { content }));
      assert.equal(raw.replaceAll('&amp;', '&'), content);
      const block = await attributesOf(page, 'main kyc-verification[documents]');
      assert.deepEqual(block, { class: 'wp-block-kyc-verification-widget', endpoint: '/api/kyc', 'onboarding-id-from': 'query:onboarding', 'session-hosts': 'localhost:*', lang: 'en-US', documents: 'passport', region: 'us', 'proof-of-address': '' });
      const printed = { ...SETTINGS, class: 'kyc-verification', 'data-region': 'us', 'data-continue-url': 'https://tarnwell.example/?a=1&b=2' };
      assert.deepEqual(await attributesOf(page, 'main [data-kyc-verification]'), printed);
      // Twice, and with the other words for the same that a WordPress may choose.
      const filtering = `$words = ['data-kyc-verification ' => 'data-kyc-verification="" ', '&#038;' => '&amp;'];
        $result = apply_filters('the_content', wp_kses_post(strtr(wp_kses_post(do_shortcode($given[0])), $words)));`;
      const html = site.during({ proof_of_address: 'yes' }, () => run(filtering, [shortcode]));
      const again = await site.visitor();
      opened.push(again);
      await again.setContent(await html);
      assert.deepEqual(await attributesOf(again, '[data-kyc-verification]'), printed);
    });
  });

  it('is read as a browser reads it', async () => {
    const html = `<div title="a > b" data-note=\"x\"y=z/data-endpoint='${EVIL}'\tdata-kyc-verification\ndata-region = us/ DATA-Endpoint=${EVIL}>x</div>`;
    const filtered = site.php(`echo Kyc_Verification\\filter_content(base64_decode('${Buffer.from(html).toString('base64')}'));`);
    const page = await site.visitor();
    opened.push(page);
    await page.setContent(filtered);
    assert.deepEqual(await attributesOf(page, 'body > *'), { ...SETTINGS, title: 'a > b' });
    assert.equal(await page.$eval('body', (body) => body.textContent), 'x');
  });

  it('stays as it is in other markup', async () => {
    const content = '<p class="a" data-b=\'c\'>kyc-verification</p>\n<!-- data-kyc-verification -->\n<pre>&lt;div data-kyc-verification&gt;</pre><a href="/?x=<data-kyc-verification">y</a>';
    assert.equal(site.php(`echo Kyc_Verification\\filter_content(${JSON.stringify(content)});`), content);
  });

  it('is a plain div as long as nothing is set', async () => {
    const { page, raw } = await site.during({ endpoint: '' }, () => visit(AUTHOR, { content: `<div class="mine" data-kyc-verification data-endpoint="${EVIL}">Call us.</div>` }));
    assert.equal(raw, '<div class="mine" data-kyc-verification>Call us.</div>');
    assert.equal(await page.$('kyc-verification, [data-kyc-verification], [data-endpoint]'), null);
    assert.equal(await page.$eval('.mine', (div) => div.outerHTML), '<div class="mine">Call us.</div>');
    assert.deepEqual(page.loads.filter((path) => path.includes('/kyc-verification/')), []);
  });
}
