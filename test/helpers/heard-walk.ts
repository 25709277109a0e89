import { expect } from '@open-wc/testing';
import type { Journey } from './heard-journey.js';
import { phrasesOf, withoutTitles } from './heard-phrases.js';
import { SECRETS, arrive, type User } from './heard-user.js';

/** guidepup takes every blank for the same. */
const fold = (words: string): string => words.replace(/\s+/g, ' ');

/** Goes a way to its end, and holds what was heard on it against what was to be heard: each once, and nothing else. */
export async function walkAndListen({ first, attributes, surroundings, walk, hears }: Journey, lang: string): Promise<User> {
  surroundings?.();
  const user = await arrive(first, { ...attributes, lang });
  await walk(user);
  const expected = hears(phrasesOf(user.words));
  expect(withoutTitles(user.said, expected), 'live regions').to.deep.equal(expected.map(({ text }) => text));
  // guidepup hears what is behind the modal dialog, and not what is in it.
  const ofElement = user.said.filter((words) => !words.includes(user.words.frame.opening));
  expect((await user.overheard()).map(fold), 'guidepup').to.deep.equal(ofElement.map(fold));
  expect(user.lost, 'screens on which the focus was nowhere').to.deep.equal([]);
  const everything = `${user.said.join()} ${user.element.shadowRoot?.textContent ?? ''}`;
  for (const secret of SECRETS) expect(everything).not.to.contain(secret);
  return user;
}
