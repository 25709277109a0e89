import { readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

/** What editors know of the element, made from the manifest: custom data for VS Code and its relatives, web-types for JetBrains' editors. */
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', dist), 'utf8'));
const element = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
const isFlag = (name) => element.attributes.some((attribute) => attribute.name === name && attribute.type.text === 'boolean');

// Parts and properties of CSS have files of their own: on the element they would be more than anybody reads.
const OPTIONS = { hideCssPartsDocs: true, hideCssPropertiesDocs: true };
const states = element.cssStates.map(({ name, description }) => ({ name: `:state(${name})`, description }));
element.members = element.members.filter((member) => !member.static);

const webTypes = JSON.parse(getWebTypesData(manifest, OPTIONS));
// An address that is not there.
delete webTypes.contributions.html.elements[0]['doc-url'];
webTypes.contributions.css['pseudo-classes'] = states.map(({ name, description }) => ({ name: name.slice(1), description }));

// VS Code has no place for defaults but the description.
for (const one of [...element.attributes, ...element.cssProperties]) if (one.default) one.description += ` Default: \`${one.default}\`.`;
const html = JSON.parse(getVsCodeHtmlCustomData(manifest, OPTIONS));
// `v` is the set of values of what counts by being there: the editor then writes no `=""` behind it.
for (const attribute of html.tags[0].attributes) if (isFlag(attribute.name)) attribute.valueSet = 'v';
const css = { ...JSON.parse(getVsCodeCssCustomData(manifest, OPTIONS)), pseudoClasses: states };

for (const [name, data] of Object.entries({ 'vscode.html-custom-data': html, 'vscode.css-custom-data': css, 'web-types': webTypes })) {
  writeFileSync(new URL(`${name}.json`, dist), `${JSON.stringify(data, null, 2)}\n`);
}
