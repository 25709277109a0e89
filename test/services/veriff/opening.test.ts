import { expect, waitUntil } from '@open-wc/testing';
import { standIn } from '../../helpers/element-cleanup.js';
import { find, open, openReady, TEXT } from '../../helpers/veriff-opening.js';
import { countListeners, expectSame, tracesOf } from '../../helpers/veriff-page.js';
import { sandboxSession, STAND_IN_ORIGIN, standInSession } from '../../helpers/veriff-session.js';

function refuse(): never {
  throw new Error('Not on this page');
}

describe('opening Veriff’s frame', () => {
  it('puts the frame into a modal dialog that is a child of body', async () => {
    const opening = await openReady();
    const dialog = opening.dialog();
    expectSame(dialog.parentElement, document.body);
    expect(dialog.matches(':modal')).to.be.true;
    expect(dialog.contains(opening.frame())).to.be.true;
    expect(document.querySelectorAll('#veriffFrame').length).to.equal(1);
  });

  it('names the dialog and the frame, in the language of the words', async () => {
    const opening = await openReady({ text: { ...TEXT, label: 'Prüfung', lang: 'de' } });
    expect(opening.dialog().getAttribute('aria-label')).to.equal('Prüfung');
    expect(opening.dialog().lang).to.equal('de');
    expect(opening.frame().title).to.equal('Prüfung');
  });

  it('hands the language to Veriff and leaves the rest of the session URL as it is', () => {
    const session = standInSession('?from=test');
    const opening = open({ session, lang: 'pt-BR' });
    expect(opening.frame().src).to.equal(`${session.url}&lang=pt-BR`);
  });

  it('answers the handshake of the frame with the SDK’s render message, once', async () => {
    const opening = await openReady();
    const rendered = await opening.reported('rendered');
    expect(rendered).to.include({ version: '2.5.0', isReloadHandled: false, embedded: false });
    await opening.settled();
    expect(opening.reports.filter((report) => 'rendered' in report).length).to.equal(1);
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('asks for the session URL once', async () => {
    const session = standInSession(`?once=${crypto.randomUUID()}`);
    performance.clearResourceTimings();
    const opening = await openReady({ session });
    await opening.settled();
    const requests = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(session.url));
    expect(requests.length).to.equal(1);
    expect(opening.reports.filter((report) => 'loaded' in report).length).to.equal(1);
  });

  it('shows the answer to the first request of the session URL', async () => {
    // The server says it to the first request alone: a second one would not ask to be reloaded.
    const opening = open({ session: await sandboxSession('force-reload'), sessionHosts: 'localhost:*' });
    const first = opening.frame();
    await opening.hears('handshake');
    await waitUntil(() => !first.isConnected && opening.told.length > 1, 'The frame did not ask to be reloaded', { timeout: 6000 });
    expect(opening.told).to.deep.equal(['handshake', 'handshake']);
  });

  it('names the hosts that get the camera', () => {
    const policies = open().frame().allow.split('; ').map((policy) => policy.split(' '));
    expect(policies.map(([feature]) => feature)).to.include.members(['camera', 'microphone', 'autoplay', 'fullscreen']);
    for (const [feature, ...hosts] of policies) {
      expect(hosts, feature).to.include.members([STAND_IN_ORIGIN, 'https://magic.veriff.me', 'https://alchemy.veriff.com']);
      // Browsers take no wildcard here but the one for all origins.
      expect(hosts.join(' '), feature).not.to.contain('*');
    }
  });

  it('lets the frame use the camera', async () => {
    const opening = await openReady();
    opening.ask({ camera: true });
    expect(await opening.reported('camera')).to.be.true;
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('hints to the developer when the page keeps the camera from Veriff, and goes on', async () => {
    // Not each engine has it.
    standIn(HTMLIFrameElement.prototype as { featurePolicy?: object }, 'featurePolicy', { allowsFeature: (feature: string) => feature !== 'camera' });
    const opening = await openReady();
    expect(opening.told).to.deep.equal(['hint: camera-policy', 'handshake']);
  });

  it('says that it opens until the frame answers', async () => {
    const opening = open();
    const status = find<HTMLElement>('[role=status]', opening.dialog());
    expect(status.checkVisibility()).to.be.true;
    expect(status.innerText.trim()).to.equal(TEXT.opening);
    await opening.hears('handshake');
    expect(status.checkVisibility()).to.be.false;
  });

  it('goes through Veriff’s own protocol with the sandbox', async () => {
    const opening = await openReady({ session: await sandboxSession(), sessionHosts: 'localhost:*' });
    const command = (sandbox: string, stay = true): void => opening.ask({ sandbox, stay });
    command('begin');
    await opening.hears('started');
    command('submit-at-once');
    await opening.hears('submitted');
    expectSame(document.querySelector('#veriffFrame'), opening.frame());
    command('finish');
    await opening.hears('finished');
    expect(opening.told).to.deep.equal(['handshake', 'started', 'submitted', 'finished']);
    expect(document.querySelector('dialog.kyc-verification-dialog, #veriffFrame')).to.be.null;
  });

  it('closes when the user cancels in the frame, and says that before anything else', async () => {
    const opening = await openReady({ session: await sandboxSession(), sessionHosts: 'localhost:*' });
    opening.ask({ sandbox: 'begin' });
    await opening.hears('started');
    opening.ask({ sandbox: 'cancel' });
    await opening.hears('canceled');
    expect(opening.told).to.deep.equal(['handshake', 'started', 'canceled']);
    expect(document.querySelector('dialog.kyc-verification-dialog, #veriffFrame')).to.be.null;
  });

  it('says what it hears as often as it hears it', async () => {
    const opening = await openReady();
    for (const word of ['VERIFF_SUBMITTED', 'VERIFF_STARTED', 'VERIFF_SUBMITTED']) opening.say(word);
    await opening.settled();
    expect(opening.told).to.deep.equal(['handshake', 'submitted', 'started', 'submitted']);
  });

  it('closes on a cancel after a submission too', async () => {
    const opening = await openReady();
    for (const word of ['VERIFF_SUBMITTED', 'VERIFF_CANCELED']) opening.say(word);
    await opening.hears('canceled');
    expect(opening.told).to.deep.equal(['handshake', 'submitted', 'canceled']);
  });

  it('fails as blocked, and leaves nothing, where the SDK does not put its frame into the dialog', () => {
    const make = Document.prototype.createElement.bind(document);
    standIn(document, 'createElement', ((name: string) => {
      if (name === 'iframe') throw new Error('No frames here');
      return make(name);
    }));
    expect(open().told).to.deep.equal(['failed: frame-blocked']);
    expect(document.querySelector('dialog.kyc-verification-dialog, #veriffFrame')).to.be.null;
  });

  for (const [name, breakPage] of Object.entries({
    'elements take no children': () => standIn(Element.prototype, 'append', refuse),
    'dialog does not open': () => standIn(HTMLDialogElement.prototype, 'showModal', refuse),
    'styles can’t be set': () => standIn(CSSStyleSheet.prototype, 'replaceSync', refuse),
  })) {
    it(`fails as blocked, and leaves nothing, where the browser’s ${name}`, () => {
      const listeners = countListeners();
      const [listening, before] = [listeners(), tracesOf()];
      breakPage();
      const { told } = open();
      expect(told).to.deep.equal(['failed: frame-blocked']);
      expect(tracesOf()).to.deep.equal(before);
      // The helper's own.
      expect(listeners()).to.deep.equal([...listening, 'message'].sort());
    });
  }
});
