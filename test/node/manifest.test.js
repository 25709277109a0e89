import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { publicNames } from '../helpers/public-names.js';
import { readText, readTexts } from '../helpers/repository.js';

const sorted = (names) => [...new Set(names)].sort();
const namesOf = (list) => sorted((list ?? []).map(({ name }) => name));
const source = [...readTexts('src/element', 'src/services').values()].join('\n');
/** The first group of each match of `pattern` in the code that makes DOM, comments left out. */
const inCode = (pattern) => sorted([...source.replace(/\/\*\*[^]*?\*\//g, '').matchAll(pattern)].map(([, name]) => name));

describe('manifest', () => {
  let element;
  let modules;

  before(() => {
    ({ modules } = JSON.parse(readText('dist/custom-elements.json')));
    element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === publicNames.tag);
  });

  it('describes the element and its registration in files that are shipped', () => {
    assert.ok(element, `no declaration of ${publicNames.tag}`);
    for (const { path } of modules) assert.ok(readText(path), path);
    const definitions = modules.flatMap(({ exports }) => exports).filter(({ kind }) => kind === 'custom-element-definition');
    assert.deepEqual(namesOf(definitions), [publicNames.tag]);
  });

  it('has the attributes that the class observes', async () => {
    assert.deepEqual(namesOf(element.attributes), sorted(publicNames.attributes));
    const { KycVerificationElement } = await import('kyc-verification');
    assert.deepEqual(sorted(KycVerificationElement.observedAttributes), sorted(publicNames.attributes));
  });

  it('has the properties and methods that the class has', async () => {
    assert.deepEqual(namesOf(element.members), sorted(publicNames.members));
    const { KycVerificationElement } = await import('kyc-verification');
    for (const name of publicNames.members) {
      assert.ok(name in KycVerificationElement.prototype || name in KycVerificationElement, `${name} is not in the class`);
    }
  });

  it('has the events that the code fires', () => {
    assert.deepEqual(namesOf(element.events), sorted(publicNames.events));
    assert.deepEqual(inCode(/super\(\s*'(kyc-[a-z-]+)'/g), sorted(publicNames.events));
  });

  it('has the parts that the views have', () => {
    assert.deepEqual(namesOf(element.cssParts), sorted(publicNames.parts));
    const written = inCode(/\bpart(?:="|: ')([^"']+)["']/g).flatMap((value) => value.split(' '));
    assert.deepEqual(written.filter((name) => !name.includes('$') && !publicNames.parts.includes(name)), []);
    // `rank-${rank}` stands for each name that it could become; a mere `${name}` tells nothing.
    const patterns = written.filter((name) => !name.startsWith('${part')).map((name) => new RegExp(`^${name.replace(/\$\{\w+\}/g, '[a-z]+')}$`));
    for (const name of publicNames.parts) assert.ok(patterns.some((pattern) => pattern.test(name)), `no view has the part ${name}`);
  });

  it('has the slots that the views have', () => {
    assert.deepEqual(namesOf(element.slots), sorted(publicNames.slots));
  });

  it('has the custom properties that the styles use, with the defaults that they have', () => {
    assert.deepEqual(namesOf(element.cssProperties), sorted(publicNames.cssProperties));
    assert.deepEqual(inCode(/(--kyc-[a-z-]+)/g), sorted(publicNames.cssProperties));
    const styles = ['theme', 'later-theme'].map((name) => readText(`src/element/styles/${name}.styles.ts`)).join('');
    for (const { name, default: value } of element.cssProperties) {
      assert.ok(value === undefined || styles.includes(`: var(${name}, ${value}`), `${name} is not ${value} by default`);
    }
  });

  it('has the states that the element can be in', async () => {
    assert.deepEqual(namesOf(element.cssStates), sorted(publicNames.states));
    const { STATES } = await import('kyc-verification');
    assert.deepEqual(sorted([...STATES, 'busy', 'final']), sorted(publicNames.states));
  });
});
