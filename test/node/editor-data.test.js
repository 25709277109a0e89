import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicNames } from '../helpers/public-names.js';
import { readText } from '../helpers/repository.js';
import { CREDENTIALS, DEFAULT_SESSION_HOSTS, PRESENTATIONS, REGIONS, STATES } from '../../dist/core/names.js';

const read = (name) => JSON.parse(readText(`dist/${name}.json`));
const { version } = JSON.parse(readText('package.json'));
const element = read('custom-elements').modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === publicNames.tag);
const html = read('vscode.html-custom-data');
const css = read('vscode.css-custom-data');
const webTypes = read('web-types');
const sorted = (names) => [...names].sort();
const namesOf = (list) => sorted(list.map(({ name }) => name));

/** What the element takes in each attribute that has a list of words, and what it does without the attribute: from the code. */
const VALUES = { credentials: CREDENTIALS, presentation: PRESENTATIONS, region: REGIONS, preview: STATES };
const DEFAULTS = { 'session-hosts': DEFAULT_SESSION_HOSTS, credentials: CREDENTIALS[0], presentation: PRESENTATIONS[0], region: REGIONS[0], 'poll-interval': '5' };
const FLAGS = ['proof-of-address', 'reverify'];

/** A type such as `'a' | 'b'` as the words it allows; none for any text. */
const wordsOf = (type) => [...type.matchAll(/'([^']*)'/g)].map(([, word]) => word);
/** `[['region', ['international', 'us']], …]` of those that have any, as an object. */
const filled = (entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined && value.length > 0));

describe('what editors are told in', () => {
  describe('the manifest', () => {
    it('has the words that an attribute may be', () => {
      assert.deepEqual(filled(element.attributes.map(({ name, type }) => [name, wordsOf(type.text)])), VALUES);
    });

    it('has what goes without the attribute, as the attribute would say it', () => {
      assert.deepEqual(filled(element.attributes.map((attribute) => [attribute.name, attribute.default])), DEFAULTS);
    });

    it('has a type that text can be for every other attribute', () => {
      const types = Object.fromEntries(element.attributes.filter(({ name }) => !(name in VALUES)).map(({ name, type }) => [name, type.text]));
      const others = publicNames.attributes.filter((name) => !(name in VALUES));
      assert.deepEqual(types, Object.fromEntries(others.map((name) => [name, FLAGS.includes(name) ? 'boolean' : name === 'poll-interval' ? 'number' : 'string'])));
    });

    it('names no type of the code where a page sets a property, but that of headers', () => {
      const settable = element.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
      assert.deepEqual(settable.filter(({ type }) => /\b[A-Z]\w+/.test(type.text.replaceAll(/'[^']*'/g, ''))).map(({ name }) => name), ['headers']);
      assert.equal(settable.find(({ name }) => name === 'sessionHosts').default, `'${DEFAULT_SESSION_HOSTS}'`);
    });
  });

  describe("VS Code's custom data", () => {
    const { attributes } = html.tags[0];

    it('has the element with all its attributes, and their words', () => {
      assert.deepEqual(namesOf(html.tags), [publicNames.tag]);
      assert.deepEqual(namesOf(attributes), sorted(publicNames.attributes));
      assert.deepEqual(filled(attributes.map(({ name, values }) => [name, values.map((value) => value.name)])), VALUES);
      assert.deepEqual(namesOf(attributes.filter(({ valueSet }) => valueSet === 'v')), FLAGS);
    });

    it('says each default in words', () => {
      const told = attributes.map(({ name, description }) => [name, /Default: `(.*)`\.$/.exec(description)?.[1]]);
      assert.deepEqual(filled(told), DEFAULTS);
    });

    it('tells of events, slots and methods on the element', () => {
      const { description } = html.tags[0];
      const bold = [...description.matchAll(/^ ?- \*\*([\w-]+)/gm)].map(([, name]) => name);
      assert.deepEqual(sorted(bold), sorted([...publicNames.events, ...publicNames.slots, 'start', 'checkStatus', 'close']));
    });

    it('has properties, parts and states for style sheets', () => {
      assert.deepEqual(namesOf(css.properties), sorted(publicNames.cssProperties));
      assert.deepEqual(namesOf(css.pseudoElements), sorted(publicNames.parts.map((name) => `::part(${name})`)));
      assert.deepEqual(namesOf(css.pseudoClasses), sorted(publicNames.states.map((name) => `:state(${name})`)));
      for (const { name, default: value } of element.cssProperties.filter((property) => property.default)) {
        assert.ok(css.properties.find((property) => property.name === name).description.endsWith(` Default: \`${value}\`.`), name);
      }
    });

    it('has the version of the format that these editors read', () => {
      assert.deepEqual([html.version, css.version], [1.1, 1.1]);
    });
  });

  describe('web-types', () => {
    const { html: { elements }, css: styles } = webTypes.contributions;
    const [{ attributes, slots, js }] = elements;

    it('is of this package, in this version', () => {
      assert.deepEqual([webTypes.name, webTypes.version, webTypes['description-markup']], ['kyc-verification', version, 'markdown']);
    });

    it('has the element with all its attributes, their words and defaults', () => {
      assert.deepEqual(namesOf(elements), [publicNames.tag]);
      assert.deepEqual(namesOf(attributes), sorted(publicNames.attributes));
      assert.deepEqual(filled(attributes.map(({ name, value }) => [name, wordsOf(value.type)])), VALUES);
      assert.deepEqual(filled(attributes.map(({ name, value }) => [name, value.default])), DEFAULTS);
      assert.deepEqual(namesOf(attributes.filter(({ value }) => value.type === 'boolean')), FLAGS);
    });

    it('has events with their classes, slots, and properties', async () => {
      assert.deepEqual(namesOf(js.events), sorted(publicNames.events));
      const code = await import('kyc-verification');
      for (const { name, type } of js.events) assert.equal(new code[type]({}).type, name);
      assert.deepEqual(namesOf(slots), sorted(publicNames.slots));
      const methods = ['start', 'checkStatus', 'close', 'checkEnvironment'];
      assert.deepEqual(namesOf(js.properties), sorted(publicNames.members.filter((name) => !methods.includes(name))));
    });

    it('has properties, parts and states for style sheets', () => {
      assert.deepEqual(namesOf(styles.properties), sorted(publicNames.cssProperties));
      assert.deepEqual(namesOf(styles['pseudo-elements']), sorted(publicNames.parts.map((name) => `part(${name})`)));
      assert.deepEqual(namesOf(styles['pseudo-classes']), sorted(publicNames.states.map((name) => `state(${name})`)));
    });
  });

  it('says each thing in words, and names no file', () => {
    const [tag] = html.tags;
    const [ours] = webTypes.contributions.html.elements;
    const { properties, 'pseudo-elements': parts, 'pseudo-classes': states } = webTypes.contributions.css;
    const lists = [html.tags, tag.attributes, css.properties, css.pseudoElements, css.pseudoClasses, [ours], ours.attributes, ours.slots, ours.js.events, ours.js.properties, properties, parts, states];
    for (const { name, description } of lists.flat()) {
      assert.match(description, /\w{3}.*\./s, name);
      assert.doesNotMatch(description, /\bsrc\/|\bdist\/|\.[jt]s\b/, name);
    }
    for (const data of [html, css, webTypes]) assert.doesNotMatch(JSON.stringify(data), /"(?:path|module|file|source|doc-url)":/);
  });
});
