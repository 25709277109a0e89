import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';
import { VirtualClock } from '../../helpers/veriff-clock.js';
import { addButton, addHost, embed, embedReady, embedStarted } from '../../helpers/veriff-embedding.js';
import { painted } from '../../helpers/veriff-look.js';
import { find, open, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { countListeners, expectFocus, expectOther, expectSame, styleOf } from '../../helpers/veriff-page.js';
import { sandboxSession, STAND_IN_ORIGIN, standInSession } from '../../helpers/veriff-session.js';

async function reload(opening: Opening): Promise<void> {
  const before = opening.frame();
  opening.say('VERIFF_FORCE_RELOAD');
  await waitUntil(() => opening.told.filter((word) => word === 'handshake').length === 2, 'No handshake after the reload', { timeout: 6000 });
  expectOther(opening.frame(), before);
}

/** Adds what is loaded at the session's URL. */
const requestsOf = (url: string): number => performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(url)).length;

describe('opening Veriff’s frame within the page', () => {
  it('puts it into a container in the light DOM of the element, which shows it by its slot', async () => {
    const host = addHost();
    const opening = await embedReady(host);
    const container = find<HTMLElement>(':scope > div.kyc-verification-frame', host);
    expectSame(container, opening.stage());
    expect(container.slot).to.equal('veriff');
    expectSame(container.assignedSlot, host.shadowRoot!.querySelector('slot'));
    expectSame(document.getElementById(container.id), container);
    expect(container.contains(opening.frame())).to.be.true;
    expect(document.querySelectorAll('#veriffFrame').length).to.equal(1);
    expect(document.querySelector('dialog')).to.be.null;
  });

  it('gives the frame the focus, but takes it from nobody who writes elsewhere', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    onCleanup(() => field.remove());
    for (const [focused, taken] of [[addButton('Start'), true], [field, false]] as const) {
      focused.focus();
      const opening = await embedReady();
      expectFocus(taken ? opening.frame() : field);
      opening.close();
    }
  });

  it('gives the container an id of its own each time', () => {
    const ids = Array.from({ length: 3 }, () => {
      const { close, stage } = embed();
      const { id } = stage();
      close();
      return id;
    });
    expect(new Set(ids).size).to.equal(3);
  });

  it('names the container and the frame, in the language of the words', async () => {
    const opening = await embedReady(addHost(), { text: { ...TEXT, label: 'Prüfung', lang: 'de' } });
    const container = opening.stage();
    expect([container.role ?? container.getAttribute('role'), container.ariaLabel ?? container.getAttribute('aria-label')]).to.deep.equal(['region', 'Prüfung']);
    expect(container.lang).to.equal('de');
    expect(opening.frame().title).to.equal('Prüfung');
  });

  it('tells Veriff that it is embedded', async () => {
    const opening = await embedReady();
    expect(await opening.reported('rendered')).to.include({ version: '2.5.0', isReloadHandled: false, isVeriffIframeMobile: false, embeddedConfigured: true, embedded: true });
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('asks for the session URL once, in the language', async () => {
    const session = standInSession(`?once=${crypto.randomUUID()}`);
    performance.clearResourceTimings();
    const opening = await embedReady(addHost(), { session, lang: 'pt-BR' });
    await opening.settled();
    expect(opening.frame().src).to.equal(`${session.url}&lang=pt-BR`);
    expect(requestsOf(session.url)).to.equal(1);
    expect(opening.reports.filter((report) => 'loaded' in report).length).to.equal(1);
  });

  it('shows the answer to the first request of the session URL', async () => {
    // The server says it to the first request alone: a second one would not ask to be reloaded.
    const opening = embed(addHost(), { session: await sandboxSession('force-reload'), sessionHosts: 'localhost:*' });
    const first = opening.frame();
    await opening.hears('handshake');
    await waitUntil(() => !first.isConnected && opening.told.length > 1, 'The frame did not ask to be reloaded', { timeout: 6000 });
    expect(opening.told).to.deep.equal(['handshake', 'handshake']);
  });

  it('names the hosts that get the camera before the frame is in the page', async () => {
    const found: string[] = [];
    const { append } = Element.prototype;
    standIn(Element.prototype, 'append', function (this: Element, ...nodes) {
      for (const node of nodes) if (node instanceof Element && this.isConnected) found.push(...Array.from(node.querySelectorAll('iframe'), ({ allow, title }) => `${title}: ${allow}`));
      append.apply(this, nodes);
    });
    const opening = await embedReady();
    expect(found.length).to.equal(1);
    expect(found[0]).to.match(new RegExp(`^${TEXT.label}: camera ${STAND_IN_ORIGIN} .*https://magic.veriff.me`));
    opening.ask({ camera: true });
    expect(await opening.reported('camera')).to.be.true;
  });

  it('hints to the developer when the page keeps the camera from Veriff, and goes on', async () => {
    standIn(HTMLIFrameElement.prototype as { featurePolicy?: object }, 'featurePolicy', { allowsFeature: (feature: string) => feature !== 'camera' });
    expect((await embedReady()).told).to.deep.equal(['hint: camera-policy', 'handshake']);
  });

  it('says that it opens until the frame answers, then that it takes longer', async () => {
    const clock = new VirtualClock();
    const opening = embed(addHost(), { clock, session: standInSession('?silent') });
    const status = find<HTMLElement>('[role=status]', opening.stage());
    expect(status.checkVisibility()).to.be.true;
    expect(status.innerText.trim()).to.equal(TEXT.opening);
    await opening.reported('loaded');
    clock.advance(10_000);
    expect(status.innerText).to.contain(TEXT.slow);
    opening.say('VERIFF_HANDSHAKE');
    await opening.hears('handshake');
    expect(status.checkVisibility()).to.be.false;
  });

  it('fails when nothing answers, and leaves nothing', async () => {
    const clock = new VirtualClock();
    const opening = embed(addHost(), { clock, session: standInSession('?silent') });
    clock.advance(35_000);
    expect(opening.told).to.deep.equal(['failed: frame-timeout']);
    expect(document.querySelector('.kyc-verification-frame, #veriffFrame')).to.be.null;
  });

  it('gives the frame the focus, also when the slot for it comes later in the same task', async () => {
    const host = addHost();
    const slot = host.shadowRoot!.querySelector('slot')!;
    slot.remove();
    const opening = embed(host);
    void Promise.resolve().then(() => host.shadowRoot!.append(slot));
    await waitUntil(() => document.activeElement === opening.frame(), 'The frame has no focus');
  });

  it('goes through Veriff’s own protocol with the sandbox', async () => {
    const opening = await embedReady(addHost(), { session: await sandboxSession(), sessionHosts: 'localhost:*' });
    for (const [command, word] of [['begin', 'started'], ['submit-at-once', 'submitted'], ['finish', 'finished']] as const) {
      opening.ask({ sandbox: command, stay: true });
      await opening.hears(word);
    }
    expect(opening.told).to.deep.equal(['handshake', 'started', 'submitted', 'finished']);
    expect(document.querySelector('.kyc-verification-frame, #veriffFrame')).to.be.null;
  });

  it('does not believe the page itself', async () => {
    const opening = await embedStarted();
    await opening.settled();
    opening.forget();
    for (const name of ['HANDSHAKE', 'SUBMITTED', 'FINISHED', 'CANCELED', 'FORCE_RELOAD', 'RELOAD_REQUEST']) window.postMessage(`VERIFF_${name}`, '*');
    window.postMessage('said', '*');
    await waitUntil(() => opening.heard.includes('said'));
    await opening.settled();
    expect(opening.told).to.deep.equal(['handshake', 'started']);
    expect(opening.heard).to.deep.equal(['said']);
  });

  it('is refused while another frame is open, wherever that is', async () => {
    const first = await embedReady();
    expect([embed().told, open().told]).to.deep.equal([['failed: frame-busy'], ['failed: frame-busy']]);
    first.close();
    const second = open();
    expect(embed().told).to.deep.equal(['failed: frame-busy']);
    second.close();
  });
});

describe('the page around a frame within it', () => {
  it('is not locked: neither its styles nor its scrolling nor its listeners are the SDK’s', async () => {
    const listeners = countListeners();
    const [listening, before] = [listeners(), [document.body, document.documentElement].map(styleOf)];
    addHost('height: 3000px');
    const opening = await embedReady();
    expect([document.body, document.documentElement].map(styleOf)).to.deep.equal(before);
    expect(listeners().filter((type) => !['message', 'securitypolicyviolation'].includes(type))).to.deep.equal(listening);
    window.scrollTo(0, 1000);
    expect(window.scrollY).to.equal(1000);
    opening.close();
    window.scrollTo(0, 0);
  });

  it('keeps its controls: the focus goes where the user wants it, and stays there', async () => {
    const control = addButton('Of the page');
    const opening = await embedReady();
    expectFocus(opening.frame());
    control.focus();
    await painted();
    expectFocus(control);
    let clicks = 0;
    control.addEventListener('click', () => clicks++);
    control.scrollIntoView();
    await painted();
    const { x, y, width, height } = control.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    expect(clicks).to.equal(1);
  });

  it('keeps what the scroll lock of an earlier dialog found: closing undoes no lock that was never set', async () => {
    const earlier = open();
    earlier.close();
    document.body.style.overflow = 'clip';
    const opening = await embedReady();
    opening.close();
    expect(styleOf(document.body)).to.deep.equal(['overflow-x: clip', 'overflow-y: clip']);
    document.body.removeAttribute('style');
    const later = open();
    expect(getComputedStyle(document.body).overflowY).to.equal('hidden');
    later.close();
    expect(styleOf(document.body)).to.be.null;
  });
});

describe('a frame within the page that wants to be reloaded', () => {
  it('is opened anew in the same container, dressed as before', async () => {
    const opening = await embedReady();
    const [container, { src, allow, title }] = [opening.stage(), opening.frame()];
    await reload(opening);
    expectSame(opening.stage(), container);
    expect(opening.frame()).to.include({ src, allow, title });
    expect(container.querySelectorAll('iframe').length).to.equal(1);
    expect(container.childElementCount).to.equal(4);
    expectFocus(opening.frame());
    expect(opening.told).to.deep.equal(['handshake', 'handshake']);
  });

  it('leaves the focus to a user who is elsewhere in the page', async () => {
    const control = addButton('Of the page');
    const opening = await embedReady();
    control.focus();
    await painted();
    await reload(opening);
    expectFocus(control);
  });
});
