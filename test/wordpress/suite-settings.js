import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AUTHOR, ENDPOINT, EDITOR, shot } from './site.js';

const PAGE = '/wp-admin/options-general.php?page=kyc-verification';

export function settings(site) {
  const saved = () => JSON.parse(site.php("echo wp_json_encode(get_option('kyc_verification'));"));
  const shown = () => site.owner.$$eval('form [name^="kyc_verification["]', (fields) => Object.fromEntries(fields.map(({ id, value }) => [id, value])));

  it('are empty at first, but for where the id comes from, and a page shows its owner where to set them', async () => {
    await site.open(site.owner, PAGE);
    assert.deepEqual(await shown(), { endpoint: '', source: 'query:onboarding', theme: '', proof_of_address: '', script: '', session_hosts: '' });
    const { link } = await site.publish(site.owner, { title: 'Not set up', content: '<!-- wp:kyc-verification/widget /-->' });
    await site.owner.goto(link);
    assert.match(await site.owner.$eval('main a[href*="page=kyc-verification"]', (hint) => hint.textContent), /^Set the endpoint/);
    const visitor = await site.visitor();
    await visitor.goto(link);
    assert.equal(await visitor.$('kyc-verification, [data-kyc-verification], a[href*="kyc-verification"]'), null);
    assert.deepEqual(visitor.loads.filter((path) => path.includes('kyc-verification')), []);
  });

  it('are shown as they were saved', async () => {
    const values = { endpoint: 'https://api.example.com/kyc?partner=7&lang=en', source: 'session-storage:kyc.id', theme: 'bank', proof_of_address: 'yes', script: 'https://cdn.example.com/kyc-verification.js', session_hosts: 'localhost:*' };
    assert.match((await site.set(values)).join(), /Settings saved/);
    assert.deepEqual(await shown(), values);
    assert.deepEqual(saved(), values);
    await shot(site.owner, 'settings');
  });

  it('keep what was there where a value can’t be used, and say so', async () => {
    const before = saved();
    assert.match((await site.set({ endpoint: 'javascript:alert(1)', theme: 'playful' })).join(), /^Endpoint: this value can’t be used\./);
    assert.deepEqual(saved(), { ...before, theme: 'playful' });
    await site.set({ theme: before.theme });
  });

  it('take nothing that can’t be used from elsewhere either', () => {
    const before = saved();
    for (const [name, value] of [
      ['endpoint', '//evil.example/kyc'], ['endpoint', '/\\evil.example'], ['endpoint', 'api/kyc'], ['endpoint', ['x']], ['script', 'data:text/javascript,1'],
      ['script', '/kyc-verification.js'], ['source', 'cookie:id'], ['source', 'query:"><script>'], ['source', 'query:'], ['session_hosts', 'evil.example"onload='],
      ['theme', '../../evil'], ['proof_of_address', 'maybe'], ['other', 'x'],
    ]) {
      site.change({ [name]: value });
      assert.deepEqual(saved(), before, `${name} ${value}`);
    }
    for (const value of ['/kyc?a=1', 'https://api.example.com']) {
      site.change({ endpoint: value });
      assert.deepEqual(saved(), { ...before, endpoint: value });
    }
  });

  for (const person of [AUTHOR, EDITOR]) {
    it(`are closed to an ${person.role}`, async () => {
      const page = await site.signedIn(person);
      assert.equal((await site.open(page, PAGE)).status(), 403);
      const before = saved();
      const status = await page.evaluate(async () => {
        const body = new URLSearchParams({ option_page: 'kyc_verification', action: 'update', 'kyc_verification[endpoint]': 'https://evil.example/' });
        return (await fetch('/wp-admin/options.php', { method: 'POST', body })).status;
      });
      assert.equal(status, 403);
      assert.deepEqual(saved(), before);
    });
  }

  it('come with a text for the privacy policy', async () => {
    await site.open(site.owner, '/wp-admin/options-privacy.php?tab=policyguide');
    const text = await site.owner.$eval('body', (body) => body.textContent);
    assert.match(text, /Until you reach for the Start button your browser has no contact with Veriff;/);
  });

  it('are linked among the plugins', async () => {
    await site.open(site.owner, '/wp-admin/plugins.php');
    await Promise.all([site.owner.waitForNavigation(), site.owner.click('[data-plugin^="kyc-verification/"] a[href*="page=kyc-verification"]')]);
    const emptied = { endpoint: ENDPOINT, source: 'query:onboarding', theme: '', proof_of_address: '', script: '', session_hosts: 'localhost:*' };
    await site.set(emptied);
    assert.deepEqual(saved(), emptied);
  });
}
