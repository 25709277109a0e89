import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicNames } from '../helpers/public-names.js';
import { readText } from '../helpers/repository.js';

const guide = readText('demo/docs/theming.md');
const codes = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
const sectionOf = (title) => guide.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? assert.fail(`no section ${title}`);
const rowsOf = (title) => [...sectionOf(title).matchAll(/^\| (`[^|]*)\|([^|]*)\|/gm)].map(([, names, text]) => [codes(names), text]);
const namesOf = (title) => rowsOf(title).flatMap(([names]) => names);

describe('the guide for designers', () => {
  for (const [title, kind] of [['Custom properties', 'cssProperties'], ['Parts', 'parts'], ['Slots', 'slots']]) {
    it(`names the ${title.toLowerCase()} that there are, each once`, () => {
      assert.deepEqual(namesOf(title).sort(), [...publicNames[kind]].sort());
    });
  }

  it('names the states that there are', () => {
    const named = codes(sectionOf('States')).map((code) => /^:state\((\w+)\)$/.exec(code)?.[1] ?? code);
    assert.deepEqual(publicNames.states.filter((name) => !named.includes(name)), []);
  });

  it('says those defaults as CSS that the manifest has', () => {
    const { modules } = JSON.parse(readText('dist/custom-elements.json'));
    const { cssProperties } = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === publicNames.tag);
    const literal = rowsOf('Custom properties').flatMap(([[name], text]) => (text.trim().startsWith('`') ? [[name, codes(text)[0]]] : []));
    assert.ok(literal.length >= 6, 'the sizes at least');
    for (const [name, value] of literal) assert.equal(cssProperties.find((property) => property.name === name)?.default, value, name);
  });

  it('names no part, property or state elsewhere that there is not', () => {
    const { parts, cssProperties, states } = publicNames;
    const used = [
      ...[...guide.matchAll(/::part\(([a-z-]+)\)/g)].map(([, name]) => [parts, name]),
      ...[...guide.matchAll(/(--kyc-[a-z-]+)/g)].map(([, name]) => [cssProperties, name]),
      ...[...guide.matchAll(/:state\(([a-z]+)\)/g)].map(([, name]) => [states, name]),
    ];
    assert.deepEqual(used.filter(([names, name]) => !names.includes(name)).map(([, name]) => name), []);
  });
});
