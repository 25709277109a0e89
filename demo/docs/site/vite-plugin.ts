import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { manifest } from '../../studio/manifest.js';
import { llmsText } from './llms.js';
import { PAGES } from './pages.js';
import { ASSETS, ROOT, linkTo } from './paths.js';
import { renderPage, type Site } from './render.js';

const SITE: Site = {
  suffix: '',
  script: 'site/live.ts',
  beside: [['Demo', '../'], ['Theme studio', '../studio.html']],
  manifest,
};
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };

/** Serves the documentation at `/docs/`, read anew at each request. What is not its own goes on to the dev server. */
export function docs(): Plugin {
  const answer = async (path: string): Promise<{ status: number; type: string; body: string } | null> => {
    const asset = ASSETS[path];
    if (asset !== undefined) return { status: 200, type: TYPES[extname(path)] ?? 'text/plain', body: await readFile(join(ROOT, asset), 'utf8') };
    if (path === 'llms.txt') return { status: 200, type: 'text/plain; charset=utf-8', body: await llmsText((page) => linkTo(page.path, 'llms', SITE.suffix)) };
    const place = path === '' ? 'index' : path.replace(/\.html$/, '');
    const isPage = PAGES.some((page) => page.path === place);
    if (!isPage && !place.startsWith('source/') && extname(path) !== '') return null;
    const html = isPage || place.startsWith('source/') ? await renderPage(place, SITE).then((page) => page.html, missing) : null;
    return { status: html === null ? 404 : 200, type: 'text/html; charset=utf-8', body: html ?? 'There is no such page.' };
  };
  return {
    name: 'kyc-docs',
    configureServer({ middlewares, config }) {
      middlewares.use('/docs', (request, response, next) => {
        const [pathname = ''] = (request.originalUrl ?? '').split('?');
        if (pathname === '/docs') {
          response.writeHead(301, { Location: '/docs/' }).end();
          return;
        }
        answer(decode(pathname.slice('/docs/'.length))).then(
          (found) => {
            if (found === null) return next();
            response.writeHead(found.status, { 'Content-Type': found.type, 'Cache-Control': 'no-cache' }).end(found.body);
          },
          (error: unknown) => {
            const message = error instanceof Error ? error.message : String(error);
            config.logger.error(message);
            response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(message);
          },
        );
      });
    },
  };
}

/** A file that is not there, or not shown, is no page; any other fault is one of the pages. */
function missing(error: unknown): null {
  if (error instanceof Error && (('code' in error && error.code === 'ENOENT') || error.message.endsWith('is not shown'))) return null;
  throw error;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
