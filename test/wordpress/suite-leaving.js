import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';

const FILE = 'kyc-verification/kyc-verification.php';

export function leaving(site) {
  const option = () => site.php("echo wp_json_encode(get_option('kyc_verification'));");

  it('keeps its settings when it is deactivated, and its pages say nothing in its place', async () => {
    const { link } = await site.publish(site.owner, { title: 'Left', content: '<!-- wp:kyc-verification/widget /-->' });
    site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('${FILE}');`);
    assert.match(option(), /"endpoint":"\\\/api\\\/kyc"/);
    const page = await site.visitor();
    await page.goto(link);
    assert.equal(await page.$('kyc-verification'), null);
    assert.deepEqual(page.faults, []);
    await page.close();
  });

  it('takes its option along when it is deleted', () => {
    site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; require_once ABSPATH . 'wp-admin/includes/file.php'; delete_plugins(['${FILE}']);`);
    assert.equal(option(), 'false');
    assert.equal(existsSync(join(site.site, 'wp-content/plugins/kyc-verification')), false);
    assert.equal(site.php(`global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%kyc%'");`), '0');
  });
}
