import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { attributesOf, AUTHOR, EDITOR, state, walkToVerdict } from './site.js';

const EVIL = 'https://evil.example/kyc';
const SETTINGS = { 'data-kyc-verification': '', 'data-endpoint': '/api/kyc', 'data-onboarding-id-from': 'query:onboarding', 'data-session-hosts': 'localhost:*', 'data-lang': 'en-US' };
/** Names that would lead the widget elsewhere, or show what is not so. */
const FOREIGN = `data-endpoint="${EVIL}" data-session-hosts="evil.example" data-onboarding-id="x" data-onboarding-id-from="query:y" data-handover-url="${EVIL}" data-credentials="include" data-preview="verified" data-reverify data-onclick="window.owned = true" data-style="position: fixed"`;

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

  it('has no endpoint, hosts, id or anything else of an author’s own', async () => {
    const { page, raw } = await visit(AUTHOR, { content: `<div data-kyc-verification ${FOREIGN} data-documents="passport drop" data-region="mars" data-continue-url="javascript:1" data-proof-of-address="">x</div>` });
    // WordPress itself lets them pass.
    assert.match(raw, /data-endpoint="https:\/\/evil\.example\/kyc"/);
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
    const { page } = await site.during({ endpoint: '' }, () => visit(AUTHOR, { content: `<div class="mine" data-kyc-verification data-endpoint="${EVIL}">Call us.</div>` }));
    assert.equal(await page.$('kyc-verification, [data-kyc-verification], [data-endpoint]'), null);
    assert.equal(await page.$eval('.mine', (div) => div.outerHTML), '<div class="mine">Call us.</div>');
    assert.deepEqual(page.loads.filter((path) => path.includes('/kyc-verification/')), []);
  });
}
