import { element, page } from './lifecycle-world.js';

const TURBO = '<script src="/modules/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>';
const MORPH = '<meta name="turbo-refresh-method" content="morph">';
const HTMX = '<script src="/modules/htmx.org/dist/htmx.js"></script>';
const HISTORY = `${HTMX}<script src="/modules/htmx.org/dist/ext/hx-history-cache.js"></script>`;

const isElsewhere = (world) => world.until(({ other }) => other, 'the other page');
const isBack = (world) => world.until(({ other, state }) => !other && state !== undefined, 'the way back');
const run = (world, act, given) => world.tab.evaluate(act, given);

/** The element as the server writes it into one more page. */
function serveAgain(world, head, body = (markup) => markup) {
  world.pages['/again'] = { body: page(`${body(element())}<p id="again">Again</p>`, head) };
}

/** What Turbo does with pages. Each acts from outside, since the page may change under it. */
export const TURBO_VISITS = {
  'begins anew when Turbo restores its page from the cache': {
    always: ['verifying, begun'],
    page: { head: TURBO },
    // Before it keeps a copy of the page, Turbo takes Veriff’s dialog out of it.
    expected: 'loses, then anew',
    async acts(world) {
      await run(world, () => window.Turbo.visit('/other'));
      await isElsewhere(world);
      await world.settle();
      await run(world, () => history.back());
      await isBack(world);
    },
  },
  'begins anew when Turbo shows its page from the cache and then as the server has it': {
    page: { head: TURBO },
    expected: 'anew',
    // What the cache shows for a moment begins, too.
    passing: true,
    async acts(world) {
      await run(world, () => window.Turbo.visit('/other'));
      await isElsewhere(world);
      await world.settle();
      await run(world, () => new Promise((resolve) => {
        document.addEventListener('turbo:load', resolve, { once: true });
        window.Turbo.visit('/');
      }));
      await isBack(world);
    },
  },
  'goes on when Turbo refreshes its page by morphing': {
    page: { head: TURBO + MORPH },
    // Veriff’s dialog is not in the server’s page.
    expected: 'loses',
    acts: (world) =>
      run(world, () => new Promise((resolve) => {
        document.addEventListener('turbo:load', resolve, { once: true });
        window.Turbo.visit(location.href, { action: 'replace' });
      })),
  },
  'goes on when Turbo carries it to the next page as permanent': {
    page: { head: TURBO, body: (markup) => markup.replace('id="kyc"', 'id="kyc" data-turbo-permanent') },
    expected: 'loses',
    async acts(world) {
      serveAgain(world, TURBO, (markup) => markup.replace('id="kyc"', 'id="kyc" data-turbo-permanent'));
      await run(world, () => new Promise((resolve) => {
        document.addEventListener('turbo:load', resolve, { once: true });
        window.Turbo.visit('/again');
      }));
    },
  },
};

const ajax = (world, ...given) => run(world, ([url, context]) => window.htmx.ajax('GET', url, context), given);
const inMain = (markup) => `<main id="main">${markup}</main>`;
/** The server’s page of the standing, as it was. */
const again = (world) => (world.pages['/part'] = { body: inMainOf(world) });
const inMainOf = (world) => /<main id="main">(.*)<\/main>/s.exec(world.pages['/'].body)[1];

/** What htmx does with parts of pages, and with whole ones. */
export const HTMX_SWAPS = {
  'begins anew when htmx swaps what is in its container': {
    always: ['verifying, begun'],
    page: { head: HTMX, body: inMain },
    expected: 'anew',
    async acts(world) {
      again(world);
      await ajax(world, '/part', { target: '#main', swap: 'innerHTML' });
    },
  },
  'begins anew when htmx swaps it': {
    page: { head: HTMX, body: inMain },
    expected: 'anew',
    async acts(world) {
      again(world);
      await ajax(world, '/part', { target: '#kyc', swap: 'outerHTML' });
    },
  },
  'goes on when htmx morphs its container': {
    page: { head: HTMX, body: inMain },
    expected: 'keeps',
    async acts(world) {
      again(world);
      await ajax(world, '/part', { target: '#main', swap: 'innerMorph' });
    },
  },
  'goes on when htmx preserves it in its container': {
    page: { head: HTMX, body: (markup) => inMain(markup.replace('id="kyc"', 'id="kyc" hx-preserve')) },
    expected: 'keeps',
    async acts(world) {
      again(world);
      await ajax(world, '/part', { target: '#main', swap: 'innerHTML' });
    },
  },
  'begins anew when a boosted link brings its page again': {
    page: { head: HTMX, body: (markup) => `<a hx-boost="true" href="/again">Again</a>${inMain(markup)}` },
    expected: 'anew',
    async acts(world) {
      world.pages['/again'] = { body: world.pages['/'].body.replace('</body>', '<p id="again">Again</p></body>') };
      await run(world, () => document.querySelector('a').click());
      await world.until(({ again: seen }) => seen, 'the page of the link');
    },
  },
  'goes on when a boosted link brings a page that preserves it': {
    page: { head: HTMX, body: (markup) => `<a hx-boost="true" href="/again">Again</a>${inMain(markup.replace('id="kyc"', 'id="kyc" hx-preserve'))}` },
    expected: 'loses',
    async acts(world) {
      world.pages['/again'] = { body: world.pages['/'].body.replace('</body>', '<p id="again">Again</p></body>') };
      await run(world, () => document.querySelector('a').click());
      await world.until(({ again: seen }) => seen, 'the page of the link');
    },
  },
  'begins anew when htmx brings its page back from its history cache': {
    page: { head: HISTORY, body: (markup) => `<a hx-boost="true" href="/other">Other</a>${inMain(markup)}` },
    expected: 'anew',
    async acts(world) {
      await run(world, () => document.querySelector('a').click());
      await isElsewhere(world);
      await world.settle();
      await run(world, () => history.back());
      await isBack(world);
    },
  },
};
