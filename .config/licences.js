/** The licences under which the package may ship or need something of others. Another one is for people to judge, and then to be added here. */
export const ACCEPTED = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Standard texts, for packages that name their licence but hold no text of it. There is no copyright line: such packages state none. */
const STANDARD_TEXTS = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that
the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES
OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR
ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS
ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};

/** The text of a licence, and where it is from. */
function textOf({ name, version, identifier, text }) {
  if (!ACCEPTED.includes(identifier)) throw new Error(`${name} ${version} is under ${identifier ?? 'no licence that it names'}, which is not accepted.`);
  if (text) return text.trim();
  const standard = STANDARD_TEXTS[identifier];
  if (standard === undefined) throw new Error(`${name} ${version} names ${identifier} and has no text of it.`);
  return `The package names this licence in its package.json. It holds neither a copyright notice nor the text, which is:\n\n${standard}`;
}

/**
 * The notices that go with the scripts: our own, then those of each bundled package, packages with the same text together.
 *
 * @param own what is ours, and `bundled` what is others': `{ name, version, identifier, text }`, as Vite lists them
 */
export function noticesOf(own, bundled) {
  const byText = new Map();
  for (const entry of [own, ...bundled]) {
    const text = textOf(entry);
    byText.set(text, [...(byText.get(text) ?? []), `${entry.name} ${entry.version} (${entry.identifier})`]);
  }
  const sections = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}`);
  return `These scripts hold the following packages, each under its own licence.\n\n${sections.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
