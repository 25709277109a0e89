import { expect } from '@open-wc/testing';
import { arriveIn } from '../helpers/element-arrivals.js';
import { axeFaults } from '../helpers/element-axe.js';
import { SESSION_URL, refuses, says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { mountIn, place, create, reach, record, told } from '../helpers/element-fixture.js';
import { announced, has, part, words } from '../helpers/element-parts.js';
import { watchDepartures } from '../helpers/element-surroundings.js';
import { settle } from '../helpers/element-time.js';
import { failFrame } from '../helpers/element-ways.js';

const REDIRECT = { presentation: 'redirect' };

describe('presentation="redirect"', () => {
  it('leaves for the session’s page, and shows no frame', async () => {
    const departures = watchDepartures();
    const { element } = await arriveIn('guidance', REDIRECT);
    const events = record(element);
    await element.start();
    expect(told(events)).to.deep.equal(['kyc-start', 'guidance>requesting', 'requesting>verifying']);
    expect(departures.urls).to.deep.equal([SESSION_URL]);
    expect(document.querySelector('iframe, dialog')).to.be.null;
    await element.updateComplete;
    expect(announced(element)).to.contain('If nothing happens, press the button.');
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('leaves once more at a press, while the page stands', async () => {
    const departures = watchDepartures();
    const { element } = await arriveIn('guidance', REDIRECT);
    await element.start();
    await element.updateComplete;
    part(element, 'redirect-button').click();
    expect(departures.urls).to.deep.equal([SESSION_URL, SESSION_URL]);
    expect(departures.isStopped).to.be.false;
  });

  it('is left alone by a user who closes it', async () => {
    const departures = watchDepartures();
    const { element } = await arriveIn('guidance', REDIRECT);
    const events = record(element);
    await element.start();
    await element.updateComplete;
    part(element, 'back-button').click();
    await element.updateComplete;
    expect([departures.isLeft, departures.isStopped]).to.deep.equal([false, true]);
    expect(told(events).slice(-2)).to.deep.equal(['verifying>guidance', 'kyc-canceled']);
    expect(part(element, 'start-button').innerText).to.contain('Continue verification');
  });

  for (const [answer, state] of [
    ['UNVERIFIED', 'guidance'],
    ['PENDING', 'reviewing'],
    ['VERIFIED', 'verified'],
  ] as const) {
    it(`resumes in ${state} where the server says ${answer} once the page is back from the cache`, async () => {
      const departures = watchDepartures();
      const { element, endpoint } = await arriveIn('guidance', REDIRECT);
      await element.start();
      endpoint.answerGet(says(answer));
      departures.comeBack();
      await reach(element, state);
      expect(departures.isLeft).to.be.false;
      if (state === 'guidance') {
        await element.start();
        expect(departures.urls).to.deep.equal([SESSION_URL, SESSION_URL]);
      }
    });
  }

  it('tells a failed exchange as ever, and stays', async () => {
    const departures = watchDepartures();
    const { element, endpoint } = await arriveIn('guidance', REDIRECT);
    endpoint.answerPost(refuses(404));
    await element.start();
    expect([element.state, departures.urls.length]).to.deep.equal(['failed', 0]);
  });

  it('ends with its element', async () => {
    const departures = watchDepartures();
    const { element } = await arriveIn('guidance', REDIRECT);
    await element.start();
    element.remove();
    await settle();
    // What else the page has begun to load goes on.
    expect([departures.isLeft, departures.isStopped]).to.deep.equal([false, false]);
  });

  it('works where an element of the page has the frame’s id', async () => {
    const taken = place(document.createElement('div'));
    taken.id = 'veriffFrame';
    const departures = watchDepartures();
    const { element } = await arriveIn('guidance', REDIRECT);
    await element.start();
    expect(departures.urls).to.have.length(1);
  });
});

describe('a frame that is blocked', () => {
  it('offers Veriff’s own page as the first thing to do, and never leaves by itself', async () => {
    const departures = watchDepartures();
    failFrame('frame-blocked');
    const { element } = await arriveIn('guidance');
    await element.start();
    await reach(element, 'failed');
    expect(departures.urls).to.have.length(0);
    const [first] = part(element, 'actions').children;
    expect([...(first?.part ?? [])]).to.include.members(['redirect-button', 'primary-button']);
    part(element, 'redirect-button').click();
    await reach(element, 'verifying');
    expect(departures.urls).to.deep.equal([SESSION_URL]);
  });

  it('that never answers offers it beside another try', async () => {
    failFrame('frame-timeout');
    const { element } = await arriveIn('guidance');
    await element.start();
    await reach(element, 'failed');
    expect([...part(element, 'retry-button').part]).to.include('primary-button');
    expect([...part(element, 'redirect-button').part]).to.include('secondary-button');
  });

  it('is the only failure that does', async () => {
    const { element } = await arriveIn('failed');
    expect(has(element, 'redirect-button')).to.be.false;
  });
});

describe('a page that was left in mid-flow', () => {
  afterEach(() => sessionStorage.clear());

  it('is gone on from after a reload: Continue, and the endpoint is asked for the session', async () => {
    const { element, endpoint } = await arriveIn('verifying');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(sessionStorage.length).to.equal(1);
    const [key = ''] = Object.keys(sessionStorage);
    expect(sessionStorage.getItem(key)).to.match(/^[0-9a-z]{1,3}$/);
    element.remove();
    await settle();
    const again = place(create());
    await reach(again, 'guidance');
    expect(words(again)).to.contain('Pick up where you left off');
    expect(sessionStorage.length).to.equal(0);
    await again.start();
    await reach(again, 'verifying');
    expect(endpoint.posts).to.have.length(2);
  });

  it('says nothing to another verification', async () => {
    await arriveIn('verifying');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    scriptEndpoint();
    const other = await mountIn('guidance', { 'onboarding-id': 'US_other' });
    expect(words(other)).to.contain('Verify your identity');
  });

  it('leaves no mark where nothing is open, nor where the cache keeps the page', async () => {
    await arriveIn('guidance');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(sessionStorage.length).to.equal(0);
    await arriveIn('verifying');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(sessionStorage.length).to.equal(0);
  });
});
