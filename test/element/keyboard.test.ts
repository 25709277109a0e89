import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { arriveIn } from '../helpers/element-arrivals.js';
import { held, refuses, says, session } from '../helpers/element-endpoint.js';
import { place, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { hasFocus, one, part, tree } from '../helpers/element-parts.js';
import { eventually, settle } from '../helpers/element-time.js';

/** Presses Tab until a control has the focus. */
async function tabTo(control: Element): Promise<void> {
  for (let presses = 0; presses < 10 && !hasFocus(control); presses++) await sendKeys({ press: 'Tab' });
  expect(hasFocus(control)).to.be.true;
}

function heading(element: Element): HTMLElement {
  return one(tree(element), 'h2');
}

describe('with the keyboard alone', () => {
  it('Tab and Enter start, and Veriff’s frame gets the focus', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    await tabTo(part(element, 'start-button'));
    await sendKeys({ press: 'Enter' });
    await reach(element, 'verifying');
    expect(endpoint.posts).to.have.length(1);
    expect(document.activeElement?.tagName).to.equal('IFRAME');
  });

  it('the space bar starts, too', async () => {
    const { element } = await arriveIn('guidance');
    await tabTo(part(element, 'start-button'));
    await sendKeys({ press: ' ' });
    await reach(element, 'verifying');
  });

  it('Enter unfolds the tips', async () => {
    const { element } = await arriveIn('guidance');
    await tabTo(one(tree(element), 'summary'));
    await sendKeys({ press: 'Enter' });
    expect(part<HTMLDetailsElement>(element, 'tips').open).to.be.true;
  });

  it('Tab and Enter check the status', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    await tabTo(part(element, 'check-button'));
    await sendKeys({ press: 'Enter' });
    await eventually(() => endpoint.gets.length === 2, 'the read');
  });

  it('Tab and Enter try again', async () => {
    const { element, endpoint } = await arriveIn('resubmission');
    await tabTo(part(element, 'retry-button'));
    await sendKeys({ press: 'Enter' });
    await reach(element, 'verifying');
    expect(endpoint.posts).to.have.length(1);
  });

  it('the focus can be seen', async () => {
    const { element } = await arriveIn('guidance');
    await tabTo(part(element, 'start-button'));
    const { outlineStyle, outlineWidth } = getComputedStyle(part(element, 'start-button'));
    expect(outlineStyle).to.equal('solid');
    expect(parseFloat(outlineWidth)).to.be.at.least(2);
  });

  it('the focus leaves the element again', async () => {
    const after = document.createElement('button');
    const { element } = await arriveIn('guidance');
    place(after);
    await tabTo(part(element, 'start-button'));
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(after)).to.be.true;
  });
});

describe('the focus', () => {
  it('stays on Start while it is busy', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const post = held();
    endpoint.answerPost(post.reply);
    const start = part(element, 'start-button');
    start.focus();
    start.click();
    await reach(element, 'requesting');
    expect(hasFocus(start)).to.be.true;
    expect(part(element, 'start-button') === start).to.be.true;
  });

  it('stays on Start when the first read is done', async () => {
    const { element, endpoint } = await arriveIn('checking');
    part(element, 'start-button').focus();
    const start = part(element, 'start-button');
    endpoint.answerGet(says('UNVERIFIED'));
    await eventually(() => element.state === 'guidance', 'guidance');
    await element.updateComplete;
    expect(hasFocus(start)).to.be.true;
  });

  it('goes to the new heading when its button goes away by an error', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    endpoint.answerPost(refuses(429));
    part(element, 'start-button').focus();
    part(element, 'start-button').click();
    await reach(element, 'failed');
    expect(hasFocus(heading(element))).to.be.true;
    expect(heading(element).innerText).to.equal('Too many tries');
  });

  for (const [answer, state] of [['VERIFIED', 'verified'], ['REJECTED', 'rejected'], ['RESUBMISSION_REQUESTED', 'resubmission'], ['EXPIRED', 'expired']] as const) {
    it(`goes to the heading of ${state} when Check now goes away with it`, async () => {
      const { element, endpoint } = await arriveIn('reviewing');
      endpoint.answerGet(says(answer));
      part(element, 'check-button').focus();
      part(element, 'check-button').click();
      await reach(element, state);
      expect(hasFocus(heading(element))).to.be.true;
    });
  }

  it('stays on Check now when that brings nothing new', async () => {
    const { element } = await arriveIn('reviewing');
    part(element, 'check-button').focus();
    const check = part(element, 'check-button');
    await element.checkStatus();
    await element.updateComplete;
    expect(hasFocus(check)).to.be.true;
  });

  it('elsewhere on the page is left alone, whatever happens', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    const field = place(document.createElement('input'));
    field.focus();
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    await element.updateComplete;
    expect(hasFocus(field)).to.be.true;
  });

  it('nowhere is left nowhere when the page has loaded', async () => {
    await arriveIn('verified');
    expect(hasFocus(document.body)).to.be.true;
  });

  it('comes back to the control that opened Veriff when the user cancels', async () => {
    const { element } = await arriveIn('guidance');
    part(element, 'start-button').focus();
    const start = part(element, 'start-button');
    const frame = await openFrame(element);
    frame.say('CANCELED');
    await reach(element, 'guidance');
    await settle();
    expect(hasFocus(start) || hasFocus(heading(element))).to.be.true;
  });

  it('goes to the heading when Veriff closes after a submission', async () => {
    const { element } = await arriveIn('guidance');
    part(element, 'start-button').focus();
    const frame = await openFrame(element);
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    await settle();
    expect(hasFocus(heading(element))).to.be.true;
  });

  it('goes to the heading when a verdict closes Veriff', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    part(element, 'start-button').focus();
    await openFrame(element);
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    await element.updateComplete;
    expect(hasFocus(heading(element))).to.be.true;
  });

  it('goes to the heading when the retry leads to another error', async () => {
    const { element, endpoint } = await arriveIn('expired');
    endpoint.answerPost(refuses(403), session());
    part(element, 'retry-button').focus();
    part(element, 'retry-button').click();
    await reach(element, 'failed');
    expect(hasFocus(heading(element))).to.be.true;
  });
});
