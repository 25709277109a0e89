import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian puts WordPress, PHP and MariaDB, and what it calls their packages: those that start no service. */
export const MARIADB = '/usr/sbin/mariadbd';
export const MARIADB_INSTALL = '/usr/bin/mariadb-install-db';
const PROGRAMS = {
  '/usr/bin/php': ['php-cli', 'php-mysql', 'php-mbstring', 'php-xml'],
  [MARIADB]: ['mariadb-server-core'],
  [MARIADB_INSTALL]: ['mariadb-server-core'],
};
const FOLDER = '/usr/share/wordpress';
const WORDPRESS = {
  // Its package wants a web server: this one does not run by itself.
  [`${FOLDER}/wp-settings.php`]: ['wordpress', 'micro-httpd'],
  [`${FOLDER}/wp-content/themes/twentytwentythree/style.css`]: ['wordpress-theme-twentytwentythree'],
};

/**
 * The folder with WordPress: what WORDPRESS_PATH names, else Debian's, which is installed, as root on Debian, where it is missing.
 * Throws an error that says in one line what to do.
 */
export function ensureWordpress() {
  const named = process.env.WORDPRESS_PATH;
  const needed = named ? PROGRAMS : { ...PROGRAMS, ...WORDPRESS };
  const missing = () => Object.keys(needed).filter((path) => !existsSync(path));
  const packages = [...new Set(Object.values(needed).flat())];
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${packages.join(' ')}.`);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
  }
  if (missing().length > 0) throw new Error(`These tests need ${missing().join(', ')}: on Debian, apt-get install --no-install-recommends ${packages.join(' ')}`);
  return named || FOLDER;
}

function aptGet(...args) {
  spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
