import { expect } from '@open-wc/testing';
import { OtherTabs, type TabPorts } from '../../src/services/tabs/other-tabs.js';
import { tabPorts } from '../../src/services/tabs/tab-ports.js';
import { eventually } from '../helpers/element-time.js';

let name = '';
let tabs: Tab[] = [];

/** A tab, as far as another can tell: locks and channels of one page hold among its own parts, too. */
class Tab {
  readonly heard: string[] = [];
  store = (): void => undefined;
  restore = (): void => undefined;
  readonly others: OtherTabs;

  constructor(ports: Partial<TabPorts> = {}) {
    this.others = new OtherTabs(
      {
        ...tabPorts,
        observeStorage: (store, restore) => {
          this.store = store;
          this.restore = restore;
          return () => this.heard.push('unobserved');
        },
        ...ports,
      },
      {
        onElsewhere: (open) => this.heard.push(open ? 'open elsewhere' : 'closed elsewhere'),
        onTaken: () => this.heard.push('taken'),
      },
    );
    tabs.push(this);
    this.others.join(name);
  }

  read(): () => void {
    return this.others.follow({ onTurn: () => this.heard.push('turn'), onTold: ({ verificationState }) => this.heard.push(verificationState) });
  }

  hears(...words: readonly string[]): Promise<void> {
    return eventually(() => this.heard.join() === words.join(), `${words.join() || 'nothing'}, but heard ${this.heard.join()}`);
  }
}

/** Enough for what locks and channels say. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

const held = async (): Promise<string[]> => {
  const { held: locks = [], pending = [] } = await navigator.locks.query();
  return [...locks, ...pending].map((lock) => lock.name ?? '').filter((lock) => lock.includes(name));
};

/** It does all that a tab does, hears of nobody, and reads for itself. */
async function expectAlone(ports: Partial<TabPorts>): Promise<void> {
  const tab = new Tab(ports);
  tab.others.occupy();
  tab.read();
  tab.others.tell({ verificationState: 'PENDING', updatedAt: null });
  tab.others.vacate();
  await quiet();
  expect(tab.heard).to.deep.equal([]);
  expect(tab.others.leads()).to.equal(true);
  tab.others.leave();
}

describe('tabs with the same verification', () => {
  beforeEach(() => {
    name = `https://partner.example/api ${crypto.randomUUID()}`;
    tabs = [];
  });
  afterEach(async () => {
    for (const { others } of tabs) others.leave();
    await quiet();
    expect(await held(), 'locks are left').to.deep.equal([]);
  });

  it('have one among them that leads the reading; the next takes over when it rests', async () => {
    const [first, second] = [new Tab(), new Tab()];
    const rest = first.read();
    await quiet();
    second.read();
    await eventually(() => !second.others.leads(), 'the second does not lead');
    expect(first.others.leads()).to.equal(true);
    rest();
    await second.hears('turn');
    expect(second.others.leads()).to.equal(true);
  });

  it('hear what another has read, and not what they have read themselves', async () => {
    const [first, second] = [new Tab(), new Tab()];
    first.read();
    second.read();
    first.others.tell({ verificationState: 'PENDING', updatedAt: 3 });
    await second.hears('PENDING');
    expect(first.heard).to.deep.equal([]);
  });

  it('hear nothing that is no state, whoever says it', async () => {
    const tab = new Tab();
    tab.read();
    const forger = new BroadcastChannel(`kyc-verification ${name}`);
    for (const word of [null, 7, 'VERIFIED', {}, { verificationState: 'verified', updatedAt: null }, { verificationState: 'VERIFIED', updatedAt: 'now' }, []]) {
      forger.postMessage(word);
    }
    forger.postMessage({ verificationState: 'REJECTED', updatedAt: null });
    await tab.hears('REJECTED');
    forger.close();
  });

  it('know that Veriff is open in one of them, also when they come later, and that it is closed', async () => {
    const [first, second] = [new Tab(), new Tab()];
    await quiet();
    first.others.occupy();
    await second.hears('open elsewhere');
    const third = new Tab();
    await third.hears('open elsewhere');
    first.others.vacate();
    await second.hears('open elsewhere', 'closed elsewhere');
    await third.hears('open elsewhere', 'closed elsewhere');
    await quiet();
    expect(first.heard).to.deep.equal([]);
  });

  it('give Veriff up to the one in which the user goes on', async () => {
    const [first, second] = [new Tab(), new Tab()];
    first.others.occupy();
    await second.hears('open elsewhere');
    second.others.occupy();
    await first.hears('open elsewhere', 'taken');
    second.others.vacate();
    await first.hears('open elsewhere', 'taken', 'closed elsewhere');
  });

  it('can open and close it many times', async () => {
    const [first, second] = [new Tab(), new Tab()];
    for (let time = 0; time < 5; time++) {
      first.others.occupy();
      first.others.vacate();
    }
    await quiet();
    second.others.occupy();
    await eventually(() => first.heard.at(-1) === 'open elsewhere', 'the first knows');
    expect(second.heard.filter((word) => word === 'taken')).to.deep.equal([]);
  });

  it('hold nothing while their page rests in the cache, and go on afterwards', async () => {
    const [first, second] = [new Tab(), new Tab()];
    first.read();
    first.others.occupy();
    await second.hears('open elsewhere');
    first.store();
    await second.hears('open elsewhere', 'closed elsewhere');
    second.others.leave();
    await quiet();
    expect(await held()).to.deep.equal([]);
    first.restore();
    await quiet();
    expect(await held(), 'the locks are held again').to.have.lengthOf(2);
    expect(first.heard).to.deep.equal([]);
  });

  it('have lost Veriff when they come back from the cache to find it open elsewhere', async () => {
    const [first, second] = [new Tab(), new Tab()];
    first.others.occupy();
    await second.hears('open elsewhere');
    first.store();
    await second.hears('open elsewhere', 'closed elsewhere');
    second.others.occupy();
    await quiet();
    first.restore();
    await first.hears('open elsewhere', 'taken');
  });

  it('hold nothing that they ask for while their page rests, and have it when they come back', async () => {
    const tab = new Tab();
    await quiet();
    tab.store();
    tab.others.occupy();
    tab.read();
    await quiet();
    expect(await held()).to.deep.equal([]);
    tab.restore();
    await quiet();
    expect(tab.heard).to.deep.equal([]);
    expect(await held()).to.have.lengthOf(2);
  });

  it('are alone where the browser has no locks', async () => {
    await expectAlone({ locks: () => null });
  });

  it('are alone where a page has replaced what they need by something that throws', async () => {
    const broken = (): never => {
      throw new Error('This page does without.');
    };
    const mute = Object.assign(new BroadcastChannel(name), { postMessage: broken });
    for (const ports of [{ locks: () => ({ request: broken }) }, { openChannel: () => mute }] satisfies Partial<TabPorts>[]) {
      await expectAlone(ports);
    }
    mute.close();
  });

  it('keep what they hold when their page is shown for the first time, also without a channel', async () => {
    const tab = new Tab({ openChannel: () => null });
    tab.others.occupy();
    await quiet();
    tab.restore();
    await quiet();
    expect(tab.heard).to.deep.equal([]);
    expect(await held()).to.have.lengthOf(1);
  });

  it('are alone where locks are refused', async () => {
    const tab = new Tab({ locks: () => ({ request: () => Promise.reject(new DOMException('No origin.', 'SecurityError')) }) });
    tab.others.occupy();
    tab.read();
    await quiet();
    expect(tab.heard).to.deep.equal([]);
    expect(tab.others.leads()).to.equal(true);
  });
});
