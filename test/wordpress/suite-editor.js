import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attributesOf, press, shot, walkToVerdict } from './site.js';

const TITLE = 'Verify your identity';

export function editor(site) {
  const canvas = async () => (await (await site.owner.$('iframe[name="editor-canvas"]'))?.contentFrame()) ?? site.owner.mainFrame();
  const preview = async () => (await canvas()).waitForSelector('.wp-block-kyc-verification-widget kyc-verification');
  const stateOf = (handle) => handle.evaluate(async (element) => {
    await element.updateComplete;
    return [element.state, element.shadowRoot.querySelector('[part~="title"], [part~="status-title"]')?.textContent];
  });
  const control = (label) => site.owner.waitForSelector(`::-p-xpath(//label[normalize-space()="${label}"]/ancestor::*[contains(@class, "components-base-control")][1]//*[self::input or self::select])`);
  const saved = () => site.owner.evaluate(() => window.wp.data.select('core/editor').getEditedPostContent());

  it('is found by its name and shows the guidance', async () => {
    const { owner } = site;
    await site.open(owner, '/wp-admin/post-new.php?post_type=page');
    await owner.waitForFunction(() => window.wp?.data?.select('core/editor')?.getCurrentPostId());
    await owner.evaluate(() => window.wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false));
    await owner.waitForSelector('.components-modal__screen-overlay', { hidden: true });
    owner.faults.length = 0;
    await press(owner, '.edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle');
    await owner.locator('.block-editor-inserter__search input').fill('identity');
    await press(owner, '.editor-block-list-item-kyc-verification-widget');
    const shown = await preview();
    await (await canvas()).waitForFunction((element) => element.state === 'guidance', {}, shown);
    assert.deepEqual(await stateOf(shown), ['guidance', TITLE]);
    await press(owner, '.edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle');
    // On screens that are not wide the inserter takes the place of the settings.
    if ((await owner.$('.block-editor-block-inspector')) === null) await press(owner, 'button[aria-label="Settings"]');
  });

  it('shows any other state that is chosen, which is not saved', async () => {
    const content = await saved();
    assert.equal(content, '<!-- wp:kyc-verification/widget /-->');
    const select = await control('Shown here');
    for (const state of ['reviewing', 'verified', 'failed', 'guidance']) {
      await select.select(state);
      assert.equal((await stateOf(await preview()))[0], state);
    }
    assert.equal(await saved(), content);
    await shot(site.owner, 'editor');
  });

  it('asks nothing of the network but its script', () => {
    const loads = site.owner.loads.filter((path) => path.includes('kyc-verification') && !path.includes('/block.js'));
    assert.deepEqual([...new Set(loads)], ['/wp-content/plugins/kyc-verification/assets/kyc-verification.js']);
  });

  it('takes what an author chooses', async () => {
    await (await control('Driving licence')).click();
    await (await control('National ID card')).click();
    await (await control('Proof of address')).select('yes');
    await (await control('Region')).select('us');
    await (await control('Continue at')).type('/welcome');
    const attributes = JSON.parse(/^<!-- wp:kyc-verification\/widget (.*) \/-->$/.exec(await saved())[1]);
    assert.deepEqual(attributes, { documents: ['passport', 'residence-permit'], proofOfAddress: 'yes', region: 'us', continueUrl: '/welcome' });
    const names = await (await preview()).$$eval('>>> [part~="document-title"]', (titles) => titles.map((title) => title.textContent));
    assert.deepEqual(names, ['Passport', 'Residence permit', 'A selfie', 'Proof of address']);
  });

  it('is drawn in the frame of the phone’s preview, too', async () => {
    const { owner } = site;
    const device = (name) => owner.evaluate((wanted) => {
      const { dispatch } = window.wp.data;
      (dispatch('core/editor').setDeviceType ?? dispatch('core/edit-post').__experimentalSetPreviewDeviceType)(wanted);
    }, name);
    await device('Mobile');
    await owner.waitForSelector('iframe[name="editor-canvas"]');
    const shown = await preview();
    assert.ok(await shown.evaluate((element) => element.ownerDocument.documentElement.clientWidth < 500));
    await (await canvas()).waitForFunction((element) => element.state === 'guidance', {}, shown);
    assert.deepEqual(await stateOf(shown), ['guidance', TITLE]);
    await shot(owner, 'editor-phone');
    await device('Desktop');
  });

  it('makes no noise on the console', () => {
    assert.deepEqual(site.owner.faults.filter((fault) => /kyc/i.test(fault)), []);
  });

  it('is published, and a visitor walks it to the verdict', async () => {
    const { owner } = site;
    const link = await owner.evaluate(async () => {
      const { dispatch, select } = window.wp.data;
      dispatch('core/editor').editPost({ title: 'Identity', status: 'publish' });
      await dispatch('core/editor').savePost();
      return select('core/editor').getPermalink();
    });
    const visitor = await site.visitor();
    await visitor.goto(`${link}?onboarding=${await site.onboard()}`);
    assert.deepEqual(await attributesOf(visitor, 'kyc-verification'), {
      class: 'wp-block-kyc-verification-widget', endpoint: '/api/kyc', 'onboarding-id-from': 'query:onboarding', 'session-hosts': 'localhost:*', lang: 'en-US',
      documents: 'passport residence-permit', 'proof-of-address': '', region: 'us', 'continue-url': '/welcome',
    });
    await walkToVerdict(visitor);
    assert.deepEqual(visitor.faults, []);
  });
}
