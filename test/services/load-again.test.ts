import { expect } from '@open-wc/testing';
import { loadAgain } from '../../src/services/load-again.js';

const REAL = new URL('../../src/services/alarm.js', import.meta.url).href.replace(/\.js$/, '.ts');

/** Fails as browsers do, each in its own words. */
function failing(words: string): { readonly load: () => Promise<unknown>; readonly calls: () => number } {
  let calls = 0;
  const load = (): Promise<unknown> => {
    calls++;
    return Promise.reject(new TypeError(words));
  };
  return { load, calls: () => calls };
}

async function reason(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'loaded', (error: unknown) => String(error));
}

describe('a module that could not be loaded', () => {
  it('is asked for under another address where the browser remembers the failure', async () => {
    const { load, calls } = failing(`error loading dynamically imported module: ${REAL}`);
    const again = loadAgain(load);
    expect(await reason(again())).to.contain('error loading');
    expect(await again()).to.have.property('Alarm');
    expect(calls()).to.equal(1);
  });

  it('is asked for under a new address each time', async () => {
    const missing = new URL('./missing.js', import.meta.url).href;
    const again = loadAgain(failing(`error loading dynamically imported module: ${missing}`).load);
    await reason(again());
    const [first, second] = [await reason(again()), await reason(again())];
    expect(first).not.to.equal('loaded');
    expect(second).not.to.equal('loaded');
  });

  describe('on a page whose import map has hashes', () => {
    const map = Object.assign(document.createElement('script'), { type: 'importmap', textContent: '{ "integrity": { "/other.js": "sha384-AAAA" } }' });
    before(() => document.head.append(map));
    after(() => map.remove());

    it('is asked for under its own address alone, which has its hash', async () => {
      const { load, calls } = failing(`error loading dynamically imported module: ${REAL}`);
      const again = loadAgain(load);
      await reason(again());
      expect(await reason(again())).to.contain('error loading');
      expect(calls()).to.equal(2);
    });
  });

  it('is the same for all once it could be loaded', async () => {
    const again = loadAgain(failing(`error loading dynamically imported module: ${REAL}`).load);
    await reason(again());
    const [first, second] = [await again(), await again()];
    expect(first === second).to.equal(true);
  });

  it('is asked for as before where the browser names no address', async () => {
    const { load, calls } = failing('Importing a module script failed.');
    const again = loadAgain(load);
    await reason(again());
    await reason(again());
    expect(calls()).to.equal(2);
  });

  it('is given as it is where nothing fails', async () => {
    expect(await loadAgain(() => Promise.resolve('module'))()).to.equal('module');
  });
});
