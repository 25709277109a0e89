import { after, afterEach, before } from 'node:test';
import { launchEngine } from './launch-engine.js';
import { WalkTab } from './walk-tab.js';
import { html, startWalkWorld } from './walk-world.js';

/** The partner's page: its server writes the id of the address into it. Of two attributes of one name the first counts. */
export function applyPage(attributes) {
  return (request) => {
    const id = (new URL(request.url).searchParams.get('onboarding') ?? '').replace(/[^\w-]/g, '');
    return html(`<!doctype html><html lang="en"><title>Apply</title><link rel="icon" href="data:,">
      <script type="module" src="/assets/kyc-verification.js"></script>
      <kyc-verification onboarding-id="${id}" endpoint="/api/kyc" poll-interval="1" ${attributes} session-hosts="localhost:*"></kyc-verification>`);
  };
}

/** A browser and a world for the tests of a `describe`. Whatever a test opens ends with it, and nothing may have gone wrong there. */
export function useWalks(pages, args = []) {
  const tabs = [];
  const walks = {
    async tab() {
      const tab = await WalkTab.open(walks.world, walks.browser);
      tabs.push(tab);
      return tab;
    },
    /** A person on the partner's page, ready to start. */
    async arrive({ path = '/apply', ...options } = {}, device = null) {
      const onboardingId = await walks.world.arrive({ callback: `${path}?onboarding={onboardingId}`, ...options });
      const user = await walks.tab();
      if (device !== null) await user.page.emulate(device);
      if (options.reverify) await user.signIn(onboardingId);
      await user.visit(onboardingId, path);
      await user.until('guidance');
      return { onboardingId, user };
    },
    async end(tab) {
      tabs.splice(tabs.indexOf(tab), 1);
      await tab.close();
    },
  };
  before(async () => {
    walks.browser = await launchEngine('chromium', args);
    walks.world = await startWalkWorld(pages);
  });
  after(async () => {
    await walks.browser.close();
    await walks.world.stop();
  });
  afterEach(async () => {
    for (const tab of [...tabs]) await walks.end(tab);
  });
  return walks;
}
