import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.js';

const folder = 'src/themes';

/** A Web Test Runner plugin: the command `list-themes` tells the addresses of the finished themes. */
export function themesCommand() {
  return {
    name: 'themes-command',
    executeCommand({ command }) {
      if (command !== 'list-themes') return undefined;
      const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
      return names.filter((name) => name.endsWith('.css')).map((name) => `/${folder}/${name}`);
    },
  };
}
