import type { StartTheme } from './theme-model.js';

const files = import.meta.glob('../../src/themes/*.css', { query: '?raw', import: 'default', eager: true });

/** The themes that the package ships, by their names, `neutral` first. */
export const startThemes: readonly StartTheme[] = Object.entries(files)
  .map(([path, css]) => readStartTheme(path.replace(/^.*\/|\.css$/g, ''), css))
  .sort((one, other) => Number(other.name === 'neutral') - Number(one.name === 'neutral') || one.name.localeCompare(other.name));

/** Its comment begins with a line `Title – description`. */
function readStartTheme(name: string, css: string): StartTheme {
  const [, line = name] = /^\s*\/\*[\s*]*([^\n]*)/.exec(css) ?? [];
  const [title = name, ...rest] = line.split(' – ');
  const description = rest.join(' – ').trim();
  return { name, title: title.trim(), description: description.charAt(0).toUpperCase() + description.slice(1), css };
}
