import { expect } from '@open-wc/testing';
import { withOwnProperty } from '../../../src/services/veriff/own-property.js';

describe('a property that is stood in for', () => {
  it('has the other value while the function runs, and what it returns is returned', () => {
    const target = { word: 'own' };
    expect(withOwnProperty(target, 'word', 'other', () => target.word)).to.equal('other');
    expect(target.word).to.equal('own');
  });

  it('is inherited again where it was inherited', () => {
    const target = Object.create({ word: 'inherited' }) as { word: string };
    withOwnProperty(target, 'word', 'other', () => undefined);
    expect(Object.hasOwn(target, 'word')).to.be.false;
    expect(target.word).to.equal('inherited');
  });

  it('has the same descriptor afterwards, be it an accessor or hidden', () => {
    for (const descriptor of [
      { get: () => 'got', set: () => undefined, configurable: true, enumerable: true },
      { value: 'own', writable: false, configurable: true, enumerable: false },
    ] as readonly PropertyDescriptor[]) {
      const target = Object.defineProperty({}, 'word', descriptor) as { word: string };
      expect(withOwnProperty(target, 'word', 'other', () => target.word)).to.equal('other');
      expect(Object.getOwnPropertyDescriptor(target, 'word')).to.deep.equal(descriptor);
    }
  });

  it('is put back after a throw, which goes on', () => {
    const target = { word: 'own' };
    const fail = (): never => {
      throw new Error('from within');
    };
    expect(() => withOwnProperty(target, 'word', 'other', fail)).to.throw('from within');
    expect(target.word).to.equal('own');
  });
});
