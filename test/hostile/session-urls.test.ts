import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { KycErrorCode } from '../../src/core/errors.js';
import { DEFAULT_SESSION_HOSTS } from '../../src/core/names.js';
import { json, says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { mountIn, record, warnings } from '../helpers/element-fixture.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { eventually } from '../helpers/element-time.js';
import { figure, sample } from '../helpers/proof.js';
import { STAND_IN_ORIGIN } from '../helpers/veriff-session.js';
import { CANARY, countEffects, pageText } from './effects.js';
import { QuickClient } from './quick-client.js';
import { SPEAKER } from './senders.js';
import { aCandidate, anAttack } from './url-attacks.js';

/** More than four in five of them are hostile. */
const URLS = sample(2_500, 25_000);
const HOSTILE = sample(2_000, 20_000);
const SHOWN = sample(40, 300);

const HOSTS = [
  DEFAULT_SESSION_HOSTS,
  `${DEFAULT_SESSION_HOSTS} localhost:* 127.0.0.1:4010 [::1]:*`,
  `* *.* *.me https://evil.example ${DEFAULT_SESSION_HOSTS} kyc.partner.example http://127.0.0.1`,
];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Why a URL must not be let in, by the contract's words and the browser's own reading; `null` if it may be. */
function objection(url: string, hosts: string): string | null {
  if (!URL.canParse(url)) return 'it is not absolute';
  const { protocol, hostname, port, username, password } = new URL(url);
  const isLoopback = LOOPBACK.includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) return `it is ${protocol}`;
  if (username !== '' || password !== '') return 'it has credentials';
  const isNamed = hosts.split(' ').some((pattern) => {
    const [, name = '', ports] = /^(\*\.\w+\.\w+|[\w.-]+|\[::1\])(?::(\d+|\*))?$/.exec(pattern) ?? [];
    const isHost = name.startsWith('*') ? hostname.endsWith(name.slice(1)) : hostname === name;
    return isHost && (ports === '*' || port === (ports ?? ''));
  });
  if (!isNamed) return 'its host is not named';
  // No reader sees another host in it than the browser does.
  const written = url.toLowerCase();
  const prefix = `${protocol}//${hostname}`;
  const isAsWritten = written.startsWith(prefix) && /^(:\d+)?([/?#]|$)/.test(written.slice(prefix.length));
  return isAsWritten ? null : 'it is not written as it is read';
}

/** What is longer than a body may be is never read as a URL; neither is an empty text. */
function refusalOf(url: string): KycErrorCode {
  const { size } = new Blob([JSON.stringify({ sessionUrl: url })]);
  return url === '' || size > 64 * 1024 ? 'bad-response' : 'session-url';
}

/** Requests that are none of the page's own, by the browser's own list of them, since this was asked last. */
function strangeRequests(): readonly string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  // It keeps the first 250, and no more.
  performance.clearResourceTimings();
  return names.filter((name) => new URL(name).origin !== location.origin || name.includes(CANARY));
}

describe('a session URL of any kind', () => {
  const effects = countEffects();

  it('is refused where it is an attack, and only its own host is let in', async function () {
    this.timeout(sample(120_000, 900_000));
    const client = new QuickClient();
    const seen = new Set<string>();
    let tried = 0;
    let hostile = 0;
    let accepted = 0;
    const property = fc.asyncProperty(aCandidate, fc.constantFrom(...HOSTS), async ({ kind, url, usable }, hosts) => {
      const told = `${kind}: ${JSON.stringify(url.slice(0, 200))} with ${hosts}`;
      client.sessionHosts = hosts;
      client.respond = () => new Response(JSON.stringify({ sessionUrl: url }));
      const outcome = await client.exchange();
      const why = objection(url, hosts);
      if (usable === false || why !== null) hostile++;
      if (outcome.ok) {
        accepted++;
        const { url: taken, origin } = outcome.value;
        effects.unless(why === null, `${told}: ${why}`);
        effects.unless(taken === url, `${told}: another URL is opened`);
        effects.unless(URL.canParse(url) && origin === new URL(url).origin, `${told}: it is taken for one of ${origin}`);
        effects.unless(usable !== false, `${told}: is let in`);
      } else {
        const { code } = outcome.error;
        effects.unless(code === refusalOf(url), `${told}: ${code}`);
        effects.unless(usable !== true, `${told}: is refused`);
        effects.unless(!JSON.stringify(outcome).includes(CANARY), `${told}: is told`);
      }
      effects.unless(client.calls === 1 && client.timers === 0, `${told}: ${client.calls} requests, ${client.timers} timers`);
      seen.add(kind);
      tried++;
    });
    await fc.assert(property, { numRuns: URLS });
    await figure('hostile session URLs', hostile);
    expect(hostile, 'URLs that must be refused').to.be.at.least(HOSTILE);
    expect(seen.size, 'kinds').to.equal(16);
    expect(accepted / tried, 'share of URLs that are let in').to.be.within(0.05, 0.3);
  });

  it('that is refused opens, requests and shows nothing', async function () {
    this.timeout(sample(120_000, 900_000));
    const endpoint = scriptEndpoint({ get: [says('UNVERIFIED')] });
    const events = record(document);
    const element = await mountIn('guidance', { 'session-hosts': null });
    const frames: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof Element && (node.matches('iframe, dialog') || node.querySelector('iframe, dialog') !== null)) frames.push(node.localName);
      }
    });
    observer.observe(document, { childList: true, subtree: true });
    onCleanup(() => observer.disconnect());
    const address = location.href;
    strangeRequests();
    const property = fc.asyncProperty(anAttack, async ({ kind, url }) => {
      const told = `${kind}: ${JSON.stringify(url.slice(0, 200))}`;
      const asked = endpoint.posts.length;
      endpoint.answerPost(json({ sessionUrl: url }));
      events.length = 0;
      await element.start();
      await element.updateComplete;
      effects.unless(element.state === 'failed' && element.error?.code === refusalOf(url), `${told}: ${element.state}, ${element.error?.code}`);
      effects.unless(endpoint.posts.length === asked + 1, `${told}: ${endpoint.posts.length - asked} exchanges`);
      const requested = strangeRequests();
      effects.unless(requested.length === 0, `${told}, or one before it: ${requested.join()} is requested`);
      effects.unless(!`${JSON.stringify([warnings, events.map(({ detail }) => detail)])}${pageText()}`.includes(CANARY), `${told}: is shown`);
      effects.unless(events.filter(({ type }) => type === 'kyc-error').length === 1, `${told}: another number of errors than one`);
    });
    await fc.assert(property, { numRuns: SHOWN });
    // Is listed when it has ended, as whatever was requested before it.
    const control = `${STAND_IN_ORIGIN}${SPEAKER}?requested`;
    await fetch(control, { mode: 'no-cors' });
    const late: string[] = [];
    await eventually(() => late.push(...strangeRequests()) > 0 && late.includes(control), 'a request that is made');
    effects.unless(late.length === 1, `Something is requested: ${late.join()}`);
    effects.unless(frames.length === 0, `Frames were opened: ${frames.join()}`);
    effects.unless(location.href === address, 'The page has moved.');
    expect(endpoint.posts.length).to.equal(SHOWN);
  });
});
