import { startCallLog } from './page/call-log.js';
import { cutConnection, installConnectionSwitch } from './page/connection.js';
import { Controls } from './page/controls.js';
import { byId } from './page/dom.js';
import { startEventLog } from './page/event-log.js';
import { startPartnerPage } from './page/partner.js';
import { createOnboarding, decide, listScenarios, OFFLINE, readConfig, type Scenario } from './page/sandbox-client.js';
import { applyTheme, parseSettings, type Settings, type Vendor } from './page/settings.js';

const ENDPOINT = '/api/kyc';
const WIDE = matchMedia('(min-width: 1100px)');

const settings = parseSettings(new URLSearchParams(location.search));
applyTheme(settings.theme);
installConnectionSwitch(ENDPOINT);

const panel = byId('developer-panel', HTMLDetailsElement);
const openWhereThereIsRoom = (): void => {
  panel.open = WIDE.matches;
};
openWhereThereIsRoom();
WIDE.addEventListener('change', openWhereThereIsRoom);
for (const link of document.querySelectorAll('a[href="#developer"]')) {
  link.addEventListener('click', () => {
    panel.open = true;
  });
}

const partner = startPartnerPage();
const events = startEventLog();
const calls = startCallLog(panel);
let onboardingId = '';

const controls = new Controls(await scenariosOrOne(settings.scenario), settings, {
  startOver,
  reload() {
    const present = element();
    const fresh = present.cloneNode(false) as HTMLElement;
    present.replaceWith(fresh);
    fresh.append(...present.childNodes);
    events.note('The element was reloaded.');
  },
  preview: (state) => setAttributes({ preview: state }),
  decide: (decision) => decide(onboardingId, decision),
  cutConnection,
});
// The onboarding is there before the element's script runs, as on a page that the partner's server wrote.
await controls.apply();
await import('../src/define.js');

async function startOver(chosen: Settings): Promise<Vendor> {
  const [{ onboardingId: id, provider, reverify }, { sessionHosts }] = await Promise.all([createOnboarding(chosen), readConfig()]);
  onboardingId = id;
  calls.follow(id);
  cutConnection(chosen.scenario === OFFLINE.name);
  partner.reset({ ...chosen, reverify });
  // All in one task: the element then begins anew once.
  setAttributes({
    'onboarding-id': reverify ? '' : id,
    reverify,
    'session-hosts': sessionHosts,
    region: chosen.us ? 'us' : '',
    'proof-of-address': chosen.proofOfAddress,
    documents: chosen.documents,
    'continue-url': reverify ? '' : '#next',
    preview: chosen.preview,
  });
  byId('bare-link', HTMLAnchorElement).href = `./bare.html?onboarding-id=${encodeURIComponent(id)}`;
  events.note(`New onboarding: ${chosen.scenario}, ${provider === 'veriff' ? 'Veriff' : 'Baanx'}`);
  return provider;
}

/** Looked up each time: a reload puts another one in its place. */
function element(): HTMLElement {
  const found = byId('verification', HTMLDivElement).querySelector<HTMLElement>('kyc-verification');
  if (!found) throw new Error('The page has lost its kyc-verification element.');
  return found;
}

function setAttributes(attributes: Readonly<Record<string, string | boolean>>): void {
  const target = element();
  for (const [name, value] of Object.entries(attributes)) {
    if (value) target.setAttribute(name, value === true ? '' : value);
    else target.removeAttribute(name);
  }
}

/** Without a sandbox the picker still holds what the address asked for; "Start over" then tells what is wrong. */
async function scenariosOrOne(name: string): Promise<Scenario[]> {
  return listScenarios().catch(() => [{ name, label: name, group: 'journey', description: '' }]);
}
