import { startCallLog } from './call-log.js';
import { cutConnection, installConnectionSwitch } from './connection.js';
import { Controls } from './controls.js';
import { byId } from './dom.js';
import { startEventLog } from './event-log.js';
import { startPartnerPage } from './partner.js';
import { pretend } from './pretend.js';
import { createOnboarding, decide, listScenarios, OFFLINE, readConfig, visitOnboarding, type Onboarding, type Scenario, type Visit } from './sandbox-client.js';
import { addressOf, applyTheme, onboardingOf, parseSettings, toQuery, type Settings } from './settings.js';

const ENDPOINT = '/api/kyc';
const WIDE = matchMedia('(min-width: 1100px)');

const query = new URLSearchParams(location.search);
const known = onboardingOf(query) === '' ? null : await visitOnboarding(onboardingOf(query));
const settings = settingsOf(parseSettings(query), known);
pretend(settings.pretend);
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
  begin,
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
await controls.apply(known);
await import('../../src/define.js');

async function begin(chosen: Settings, visited: Onboarding | null): Promise<Onboarding> {
  // A preview is no place to come back to.
  const callback = addressOf('{onboardingId}', toQuery({ ...chosen, preview: '' }));
  const [onboarding, { sessionHosts }] = await Promise.all([visited ?? createOnboarding(chosen, callback), readConfig()]);
  const { onboardingId: id, provider, reverify } = onboarding;
  const resumeLink = new URL(addressOf(id), location.href).href;
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
    presentation: chosen.presentation === 'modal' ? '' : chosen.presentation,
    'handover-url': chosen.handover ? resumeLink : '',
    preview: chosen.preview,
  });
  byId('bare-link', HTMLAnchorElement).href = `./bare.html?onboarding-id=${encodeURIComponent(id)}`;
  byId('resume-link', HTMLAnchorElement).href = resumeLink;
  events.note(`${visited ? 'The onboarding of the address' : 'New onboarding'}: ${chosen.scenario}, ${provider === 'veriff' ? 'Veriff' : 'Baanx'}`);
  return onboarding;
}

/** What the sandbox knows of an onboarding is as it was made, whatever the address says. */
function settingsOf(asked: Settings, visit: Visit | null): Settings {
  if (visit === null) return asked;
  const { scenario, pending, speed, us, webhooks, reverify } = visit;
  const known = { ...asked, pending, speed, us, webhooks, reverify };
  // Only the page knows that its connection is cut.
  return asked.scenario === OFFLINE.name ? known : { ...known, scenario };
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
