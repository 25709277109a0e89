import { expect } from '@open-wc/testing';
import { productionPorts } from '../../src/element/ports.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { axeFaults } from '../helpers/element-axe.js';
import { standIn } from '../helpers/element-cleanup.js';
import { says } from '../helpers/element-endpoint.js';
import { reach, record, told, warnings } from '../helpers/element-fixture.js';
import { frameOf } from '../helpers/element-frame.js';
import { announced, has, hasFocus, part, words } from '../helpers/element-parts.js';
import { beInApp, beInFrame, beOnPhone, beWarnedOf, haveDenied, haveNoCamera, startIntoWarning, watchClipboard, watchDepartures } from '../helpers/element-surroundings.js';
import { eventually, pause, settle } from '../helpers/element-time.js';

describe('before a session is spent', () => {
  it('a device without a camera is told of, and nothing is asked of the endpoint', async () => {
    haveNoCamera();
    beOnPhone();
    const { element, endpoint } = await arriveIn('guidance');
    const events = record(element);
    await startIntoWarning(element);
    expect(told(events)).to.deep.equal(['kyc-start', 'guidance>requesting', 'requesting>guidance']);
    expect(endpoint.posts).to.have.length(0);
    expect(words(element)).to.contain('We can’t find a camera');
    expect(announced(element)).to.contain('You need a camera for the photos.');
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('the user goes on all the same, and is not told again', async () => {
    haveNoCamera();
    const { element, endpoint } = await arriveIn('guidance');
    await startIntoWarning(element);
    const events = record(element);
    const button = part(element, 'start-button');
    expect(button.innerText.trim()).to.equal('Continue anyway');
    button.click();
    await frameOf(element);
    expect(told(events)).to.deep.equal(['kyc-start', 'guidance>requesting', 'requesting>verifying']);
    expect(endpoint.posts).to.have.length(1);
    element.close();
    await element.start();
    await reach(element, 'verifying');
  });

  it('what was in review can still be asked for', async () => {
    haveNoCamera();
    const { element, endpoint } = await arriveIn('reviewing');
    await startIntoWarning(element);
    endpoint.answerGet(says('REJECTED'));
    part(element, 'check-button').click();
    await reach(element, 'rejected');
  });

  it('a page can still prevent to go on', async () => {
    haveNoCamera();
    const { element, endpoint } = await arriveIn('guidance');
    await startIntoWarning(element);
    element.addEventListener('kyc-start', (event) => event.preventDefault(), { once: true });
    part(element, 'start-button').click();
    await settle();
    expect(words(element)).to.contain('We can’t find a camera');
    expect(endpoint.posts).to.have.length(0);
  });

  it('the browser of an app offers the device’s own', async () => {
    beInApp();
    const { element } = await arriveIn('guidance');
    await startIntoWarning(element);
    expect(part<HTMLAnchorElement>(element, 'open-button').href).to.match(/^intent:\/\//);
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('a camera that was denied offers Veriff’s own page, which asks for itself', async () => {
    haveDenied();
    const departures = watchDepartures();
    const { element } = await arriveIn('guidance');
    await startIntoWarning(element);
    part(element, 'redirect-button').click();
    await reach(element, 'verifying');
    expect(departures.urls).to.have.length(1);
  });

  for (const presentation of ['modal', 'redirect']) {
    it(`a camera that is withheld from a frame offers no page of Veriff’s, which would stand in that frame (${presentation})`, async () => {
      beWarnedOf('camera-policy');
      beInFrame();
      beOnPhone();
      const { element } = await arriveIn('guidance', { presentation });
      await startIntoWarning(element);
      expect(words(element)).to.contain('This page can’t use your camera').and.to.contain('Open this page in another browser, or on a phone.');
      expect(has(element, 'redirect-button')).to.be.false;
      expect([...part(element, 'copy-button').part]).to.include('primary-button');
    });
  }

  it('a desktop without a camera in its frame shows the code for the phone', async () => {
    beWarnedOf('camera-policy');
    beInFrame();
    const { element } = await arriveIn('guidance', { 'handover-url': '/resume' });
    await startIntoWarning(element);
    await eventually(() => has(element, 'qr-code'), 'the code');
  });

  it('what is verified where the warning sends the user is told here', async () => {
    beInApp();
    const { element, endpoint } = await arriveIn('guidance', { 'poll-interval': '1' });
    await startIntoWarning(element);
    endpoint.answerGet(says('VERIFIED'));
    await reach(element, 'verified');
  });

  it('nothing is said on the console of a look that nobody waits for any longer', async () => {
    haveNoCamera();
    const { element } = await arriveIn('guidance');
    void element.start();
    await reach(element, 'requesting');
    element.close();
    await pause(300);
    expect([element.state, ...warnings]).to.deep.equal(['guidance']);
  });

  it('the integrator is told once, in one line that names its page', async () => {
    haveNoCamera();
    const { element } = await arriveIn('guidance');
    await startIntoWarning(element);
    const hint = '<kyc-verification> camera-missing: no camera was found; with `handover-url` the user can go on on a phone. See docs/warnings/camera-missing.';
    await settle();
    expect(warnings).to.deep.equal([hint]);
    // Another start from another configuration looks again, and finds the same.
    element.onboardingId = 'US_2';
    await element.updateComplete;
    await reach(element, 'guidance');
    await startIntoWarning(element);
    await settle();
    expect(warnings).to.deep.equal([hint]);
  });

  it('the heading has the focus that Start had', async () => {
    haveNoCamera();
    const { element } = await arriveIn('guidance');
    const start = part(element, 'start-button');
    start.focus();
    await startIntoWarning(element);
    expect(hasFocus(part(element, 'status-title'))).to.be.true;
  });

  it('the consent of the page is still asked for', async () => {
    haveNoCamera();
    const { element } = await arriveIn('guidance');
    element.innerHTML = '<label slot="consent"><input type="checkbox"> I agree</label>';
    await startIntoWarning(element);
    expect(element.firstElementChild!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('a look that fails finds nothing: the user goes on', async () => {
    standIn(navigator.mediaDevices, 'enumerateDevices', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    standIn(navigator.permissions, 'query', () => Promise.reject(new TypeError('not known')));
    const { element } = await arriveIn('guidance');
    await element.start();
    await reach(element, 'verifying');
  });
});

describe('the link', () => {
  it('is this page’s, and copied at a press', async () => {
    haveNoCamera();
    beOnPhone();
    const copied = watchClipboard();
    const { element } = await arriveIn('guidance');
    await startIntoWarning(element);
    expect(part<HTMLInputElement>(element, 'link-field').value).to.equal(location.href);
    part(element, 'copy-button').click();
    await settle();
    expect(copied).to.deep.equal([location.href]);
    expect(announced(element)).to.equal('Link copied.');
    expect(words(element)).to.contain('Link copied.');
  });

  it('is the partner’s where one is given', async () => {
    haveNoCamera();
    const copied = watchClipboard();
    const { element } = await arriveIn('guidance', { 'handover-url': '/resume?step=7' });
    await startIntoWarning(element);
    part(element, 'copy-button').click();
    await settle();
    expect(copied).to.deep.equal([`${location.origin}/resume?step=7`]);
  });

  it('that can’t be copied is there to be selected', async () => {
    haveNoCamera();
    watchClipboard(false);
    const { element } = await arriveIn('guidance');
    await startIntoWarning(element);
    part(element, 'copy-button').click();
    await settle();
    expect(announced(element)).to.contain('Select it and copy it yourself.');
    const field = part<HTMLInputElement>(element, 'link-field');
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
  });

  it('is offered to whose browser is too old', async () => {
    standIn(productionPorts, 'findObstacle', () => 'unsupported-browser');
    const { element } = await arriveIn('guidance');
    expect(has(element, 'link-field')).to.be.false;
    await element.start();
    await reach(element, 'failed');
    expect(part<HTMLInputElement>(element, 'link-field').value).to.equal(location.href);
  });
});
