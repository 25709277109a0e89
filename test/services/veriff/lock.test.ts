import { expect } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { VirtualClock } from '../../helpers/veriff-clock.js';
import { open, openReady } from '../../helpers/veriff-opening.js';
import { countListeners, expectSame, tracesOf } from '../../helpers/veriff-page.js';
import { standInSession } from '../../helpers/veriff-session.js';

/** As another copy of the package knows it. */
const LOCK = Symbol.for('kyc-verification.open-frame');

describe('one frame in a document', () => {
  it('is refused while another is open, which goes on', async () => {
    const first = await openReady();
    const second = open();
    expect(second.told).to.deep.equal(['failed: frame-busy']);
    second.close();
    first.say('VERIFF_STARTED');
    await first.hears('started');
    expect(first.dialog().open).to.be.true;
    expect(document.querySelectorAll('#veriffFrame').length).to.equal(1);
  });

  it('is refused while another copy of the package has one, and touches nothing', () => {
    Reflect.set(document, LOCK, true);
    onCleanup(() => Reflect.deleteProperty(document, LOCK));
    const before = tracesOf();
    const listeners = countListeners();
    const listening = listeners();
    const { told, close } = open();
    close();
    expect(told).to.deep.equal(['failed: frame-busy']);
    expect(tracesOf()).to.deep.equal(before);
    // The helper's own.
    expect(listeners()).to.deep.equal([...listening, 'message'].sort());
    expect(Reflect.get(document, LOCK)).to.be.true;
  });

  it('is refused where the page has the id of the SDK’s frame, and leaves that where it is', () => {
    const taken = document.createElement('div');
    taken.id = 'veriffFrame';
    document.body.append(taken);
    onCleanup(() => taken.remove());
    const body = document.body;
    const before = tracesOf();
    const { told, close } = open();
    close();
    expect(told).to.deep.equal(['failed: frame-busy']);
    expect(tracesOf()).to.deep.equal(before);
    expect(taken.isConnected).to.be.true;
    expectSame(document.body, body);
  });

  it('leaves alone what the page gives that id while it is open', async () => {
    const opening = await openReady();
    const taken = document.createElement('div');
    taken.id = 'veriffFrame';
    document.body.prepend(taken);
    onCleanup(() => taken.remove());
    opening.close();
    expect(taken.isConnected).to.be.true;
    expect(document.querySelector('dialog.kyc-verification-dialog')).to.be.null;
  });

  for (const [place, add] of Object.entries({
    before: (taken) => document.body.prepend(taken),
    after: (taken) => document.body.append(taken),
  } as Record<string, (taken: Element) => void>)) {
    it(`${place === 'after' ? 'answers' : 'does not count'} when the page has added an element of that id ${place} its own`, async () => {
      const clock = new VirtualClock();
      const opening = open({ clock, session: standInSession('?silent') });
      await opening.reported('loaded');
      const taken = document.createElement('div');
      taken.id = 'veriffFrame';
      add(taken);
      onCleanup(() => taken.remove());
      opening.say('VERIFF_HANDSHAKE');
      await opening.settled();
      const rendered = opening.reports.some((report) => 'rendered' in report);
      // The SDK answers the first element with its frame's id: what it has not answered, Veriff waits for.
      expect([opening.told, rendered]).to.deep.equal(place === 'after' ? [['handshake'], true] : [[], false]);
      clock.advance(35_000);
      expect(opening.told).to.deep.equal(place === 'after' ? ['handshake'] : ['failed: frame-timeout']);
      expect(taken.isConnected).to.be.true;
    });
  }

  it('shows other copies that it is taken, and that it is free again', async () => {
    const opening = await openReady();
    expect(Reflect.get(document, LOCK)).to.be.a('symbol');
    opening.close();
    expect(LOCK in document).to.be.false;
  });

  it('keeps the lock of the one that came after when it is closed a second time', async () => {
    const first = await openReady();
    first.close();
    const second = await openReady();
    first.close();
    expect(Reflect.get(document, LOCK)).to.be.a('symbol');
    expect(open().told).to.deep.equal(['failed: frame-busy']);
    second.close();
  });
});
