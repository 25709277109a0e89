/** The sections of a changelog by what stands in the brackets of their headings, in their order: date, if there is one, and text. */
export function sectionsOf(changelog) {
  const sections = new Map();
  for (const [, name, date = null, text] of changelog.matchAll(/^## \[(.+?)\](?: - (\S+))?\n((?:(?!^## ).*\n?)*)/gm)) {
    if (sections.has(name)) throw new Error(`CHANGELOG.md has two sections [${name}].`);
    sections.set(name, { date, text: text.trim() });
  }
  return sections;
}

/** The section to which each change adds its line. */
export const UNRELEASED = 'Unreleased';
