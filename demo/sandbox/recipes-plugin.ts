import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const RECIPES = new URL('../recipes/', import.meta.url);
/** Pages that a person begins with; the others come from these. */
const FIRST = new Set(['static/index.html', 'iframe/outer.html', 'iframe/snippet.html', 'htmx.html', 'turbo.html']);
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
const MODULES: Readonly<Record<string, string>> = {
  'assets/htmx.min.js': 'htmx.org/dist/htmx.min.js',
  'assets/turbo.es2017-umd.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
};

export interface RecipeOptions {
  /** The origin of the page inside a frame, by the one of the page around it; the same by default. */
  readonly frameOrigin?: (pageOrigin: string) => string;
}

/** The recipe with the addresses of this server and its sandbox in the place of the partner's and of Veriff's. */
export function localRecipe(text: string, page: string, frame: string, onboardingId: string): string {
  return text
    .replaceAll(/https:\/\/cdn\.partner\.example\/kyc-verification\/\d[^/\s]*\//g, '/dist/cdn/')
    .replaceAll(/(data-)?endpoint="(?:https:\/\/api\.partner\.example\/kyc|\/api\/kyc)"/g, '$1endpoint="/api/kyc" $1session-hosts="localhost:*"')
    .replaceAll('https://verify.partner.example/', `${frame}/recipes/iframe/`)
    .replaceAll('https://www.partner.example', page)
    // In the policies that stand in the pages.
    .replaceAll('https://*.veriff.com https://*.veriff.me', 'http://localhost:*')
    .replaceAll(/ https:\/\/(?:cdn|api)\.partner\.example/g, '')
    .replaceAll('{{onboarding}}', encodeURIComponent(onboardingId));
}

/** Serves the pages of `demo/recipes` at `/recipes/…`, untouched by the dev server's transforms. Without an id in the address it makes a person. */
export function recipes({ frameOrigin = (page) => page }: RecipeOptions = {}): Plugin {
  async function answer(origin: string, referrer: string, path: string, query: URLSearchParams): Promise<{ body: string } | { location: string } | null> {
    const module = MODULES[path];
    if (module !== undefined) return { body: await readFile(fileURLToPath(new URL(`../../node_modules/${module}`, import.meta.url)), 'utf8') };
    if (!/^(?:static\/|iframe\/)?[\w-]+\.html$|^(?:static|iframe)\/[\w-]+\.(?:css|js)$/.test(path)) return null;
    const text = await readFile(new URL(path, RECIPES), 'utf8').catch(() => null);
    if (text === null) return null;
    const onboardingId = query.get('onboarding') ?? '';
    if (FIRST.has(path) && onboardingId === '') return { location: `/recipes/${path}?onboarding=${encodeURIComponent(await onboard(origin))}` };
    // What the browser says of the page around is its origin.
    const page = path === 'iframe/verify.html' && referrer !== '' ? new URL(referrer).origin : origin;
    return { body: localRecipe(text, page, frameOrigin(origin), onboardingId) };
  }

  return {
    name: 'kyc-recipes',
    configureServer({ middlewares }) {
      middlewares.use('/recipes/', (request, response, next) => {
        const { pathname, searchParams } = new URL(request.originalUrl ?? '', 'http://localhost');
        const path = pathname.slice('/recipes/'.length).replace(/^static\/$/, 'static/index.html');
        answer(`http://${request.headers.host ?? ''}`, request.headers.referer ?? '', path, searchParams).then((found) => {
          if (found === null) return next();
          if ('location' in found) return response.writeHead(302, { Location: found.location }).end();
          return response.writeHead(200, { 'Content-Type': `${TYPES[extname(path)] ?? 'text/plain'}; charset=utf-8`, 'Cache-Control': 'no-cache' }).end(found.body);
        }, next);
      });
    },
  };
}

/** A person of the sandbox's plain journey, as its control page makes one. */
async function onboard(origin: string): Promise<string> {
  const response = await fetch(`${origin}/sandbox/onboardings`, { method: 'POST', body: JSON.stringify({ speed: 600 }) });
  return ((await response.json()) as { onboardingId: string }).onboardingId;
}
