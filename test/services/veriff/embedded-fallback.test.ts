import { expect, waitUntil } from '@open-wc/testing';
import { standIn } from '../../helpers/element-cleanup.js';
import { useWindow } from '../../helpers/element-viewing.js';
import { addHost, embed, embedReady, useMouse } from '../../helpers/veriff-embedding.js';
import { expectFilled } from '../../helpers/veriff-look.js';
import { type Opening } from '../../helpers/veriff-opening.js';
import { countListeners, expectSame, styleOf, tracesOf } from '../../helpers/veriff-page.js';
import { standInSession } from '../../helpers/veriff-session.js';
import { itUnless, unlessWindow } from '../../helpers/unless.js';

/** The dialog is open as it is without a place in the page, for one request, and nothing else is left when it is closed. */
async function expectDialog(host: HTMLElement, prepare: () => unknown = () => undefined): Promise<Opening> {
  const listeners = countListeners();
  const [listening, before] = [listeners(), tracesOf()];
  const session = standInSession(`?once=${crypto.randomUUID()}`);
  performance.clearResourceTimings();
  await prepare();
  const opening = await embedReady(host, { session });
  await opening.settled();
  expectFilled(opening);
  expect(opening.dialog().matches(':modal')).to.be.true;
  expect(document.querySelector('.kyc-verification-frame')).to.be.null;
  expect(host.childElementCount).to.equal(0);
  expect(await opening.reported('rendered')).to.include({ embeddedConfigured: false, embedded: false });
  expect(performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(session.url)).length).to.equal(1);
  expect(opening.reports.filter((report) => 'loaded' in report).length).to.equal(1);
  expect(opening.told).to.deep.equal(['handshake']);
  opening.close();
  expect({ ...tracesOf(), matchMedia: null, getElementById: null }).to.deep.equal({ ...before, matchMedia: null, getElementById: null });
  expect(listeners()).to.deep.equal([...listening, 'message'].sort());
  return opening;
}

/** From that time on the page's answer is `other` when it is asked for the container; counts how often it was asked. */
function answerWith(other: HTMLElement | null, from: number): () => number {
  const getElementById = document.getElementById.bind(document);
  let times = 0;
  standIn(document, 'getElementById', (id) => (id.startsWith('kyc-verification-frame-') && ++times >= from ? other : getElementById(id)));
  return () => times;
}

beforeEach(() => useMouse());

describe('the dialog stands in for the place in the page', () => {
  itUnless(unlessWindow(767), 'in a window of 767 px', async () => {
    await expectDialog(addHost(), () => useWindow(767, 600));
  });

  it('on a device that can’t hover', async () => {
    await expectDialog(addHost(), () => useMouse(false));
  });

  it('where the element stands in a shadow tree', async () => {
    const outer = document.createElement('div');
    const host = addHost('', outer.attachShadow({ mode: 'open' }));
    const page = addHost();
    page.append(outer);
    await expectDialog(host);
  });

  it('where the element is not in the document', async () => {
    const host = addHost();
    host.remove();
    await expectDialog(host);
  });

  it('where the page does not find the container', async () => {
    await expectDialog(addHost(), () => answerWith(null, 1));
  });

  it('where the page finds it no longer when the SDK looks for it', async () => {
    let times = (): number => 0;
    await expectDialog(addHost(), () => (times = answerWith(null, 2)));
    expect(times()).to.equal(2);
  });

  it('where the SDK would put its frame into body', async () => {
    let times = (): number => 0;
    await expectDialog(addHost(), () => (times = answerWith(document.body, 2)));
    expect(times()).to.be.above(1);
  });

  it('where the element takes no children', async () => {
    const host = addHost();
    standIn(host, 'append', () => {
      throw new Error('Not here');
    });
    await expectDialog(host);
  });
});

describe('there is a place in the page', () => {
  it('at 768 px', async () => {
    await useWindow(768, 600);
    const host = addHost();
    expect((await embedReady(host)).stage().parentElement === host).to.be.true;
  });

  it('where the browser has no media queries, as for the SDK', async () => {
    const query = window.matchMedia.bind(window);
    standIn(window, 'matchMedia', (media) => {
      if (media.includes('767px')) throw new Error('No media queries');
      return query(media);
    });
    const host = addHost();
    expect((await embedReady(host)).stage().parentElement === host).to.be.true;
  });
});

describe('a window that changes its width across the SDK’s limit', () => {
  it('changes nothing for a frame within the page, not even at a reload', async () => {
    const host = addHost();
    const opening = await embedReady(host);
    const frame = opening.frame();
    await useWindow(500, 700);
    await opening.settled();
    expectSame(opening.frame(), frame);
    const reports = opening.reports.length;
    opening.say('VERIFF_FORCE_RELOAD');
    await waitUntil(() => opening.told.length === 2, 'No handshake after the reload', { timeout: 6000 });
    await opening.settled();
    expectSame(opening.stage().parentElement, host);
    expect(opening.reports.slice(reports).map(({ rendered }) => rendered?.['embedded'])).to.deep.equal([undefined, true]);
    expect(styleOf(document.body)).to.be.null;
  });

  it('changes nothing for the dialog', async () => {
    await useWindow(500, 700);
    const opening = await embedReady();
    const frame = opening.frame();
    await useWindow(1000, 700);
    await opening.settled();
    expectSame(opening.frame(), frame);
    opening.say('VERIFF_FORCE_RELOAD');
    await waitUntil(() => opening.told.length === 2, 'No handshake after the reload', { timeout: 6000 });
    expectFilled(opening);
  });
});

describe('there is no second way', () => {
  it('once the SDK has put its frame somewhere: the session URL may be good for one request', () => {
    const times = answerWith(addHost(), 2);
    const { told } = embed();
    expect(times()).to.be.above(1);
    expect(told).to.deep.equal(['failed: frame-blocked']);
    expect(document.querySelector('dialog, .kyc-verification-frame, #veriffFrame')).to.be.null;
  });
});
