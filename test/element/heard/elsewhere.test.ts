import { expect } from '@open-wc/testing';
import { verificationOf } from '../../../src/element/configuration.js';
import { OtherTabs } from '../../../src/services/tabs/other-tabs.js';
import { tabPorts } from '../../../src/services/tabs/tab-ports.js';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { ENDPOINT, refuses, session } from '../../helpers/element-endpoint.js';
import { eventually } from '../../helpers/element-time.js';
import { phrasesOf } from '../../helpers/heard-phrases.js';
import { arrive, headingOf, tells, type User } from '../../helpers/heard-user.js';

/** Veriff is open for the same verification in another tab. */
async function openElsewhere(user: User, onTaken = (): unknown => undefined): Promise<OtherTabs> {
  const tab = new OtherTabs(tabPorts, { onElsewhere: () => undefined, onTaken });
  onCleanup(() => tab.leave());
  tab.join(verificationOf({ kind: 'complete', url: `${location.origin}${ENDPOINT}`, onboardingId: user.element.onboardingId, reverify: false }));
  tab.occupy();
  await eventually(() => headingOf(user.element).innerText === user.words.leftOpen.elsewhere.title, 'the other tab is noticed');
  await user.meanwhile(() => undefined);
  return tab;
}

describe('Veriff in another tab', () => {
  it('is announced once when it opens there, and the review once when it has closed', async () => {
    const user = await arrive();
    const tab = await openElsewhere(user);
    const { elsewhere } = user.words.leftOpen;
    expect(user.said).to.have.length(1);
    expect(user.said[0]).to.contain(elsewhere.text);
    user.endpoint.answerGet(tells('PENDING'));
    tab.vacate();
    await user.reaches('reviewing');
    const { title, text } = phrasesOf(user.words).fresh;
    expect(user.said).to.have.length(2);
    expect(user.said[1]).to.contain(text).and.not.to.contain(elsewhere.title);
    expect(user.lost).to.deep.equal([]);
    expect(headingOf(user.element).innerText).to.equal(title);
  });

  it('stays open there while a start here gets no session', async () => {
    const user = await arrive();
    const taken: string[] = [];
    const tab = await openElsewhere(user, () => taken.push('taken'));
    user.endpoint.answerPost(refuses(429));
    await user.element.start();
    expect(user.element.state).to.equal('failed');
    expect(taken).to.deep.equal([]);
    user.endpoint.answerPost(session());
    await user.element.start();
    await eventually(() => taken.length === 1, 'it is taken over once there is a session');
    tab.leave();
  });

  it('that takes over what was open here says so once, with the focus at the heading', async () => {
    const user = await arrive();
    await user.open();
    await openElsewhere(user);
    await user.reaches('guidance');
    expect(user.said, user.said.join(' | ')).to.have.length(2);
    expect(user.said[1]).to.contain(user.words.leftOpen.elsewhere.text);
    expect(user.lost).to.deep.equal([]);
  });
});
