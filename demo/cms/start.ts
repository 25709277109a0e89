/** What the e-mail of an onboarding does: its link has the id in the query, where the widget of the page reads it. */
import { createOnboarding } from '../page/sandbox-client.js';
import { parseSettings } from '../page/settings.js';

const query = new URLSearchParams(location.search);

if (!query.has('onboarding-id') && !query.get('preview')) {
  const { onboardingId } = await createOnboarding(parseSettings(query));
  query.set('onboarding-id', onboardingId);
  history.replaceState(history.state, '', `${location.pathname}?${query.toString()}${location.hash}`);
}
await import('../../src/define.js');
