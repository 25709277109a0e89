import type { Plugin } from 'vite';
import { renderPage, STYLES_PATH } from './page.js';
import { styleSheets } from './style-sheets.js';

/** Answers `cms.html` as the CMS of its dress would, and serves the style sheets as they are, untouched by the dev server. */
export function cms(): Plugin {
  return {
    name: 'kyc-cms',
    configureServer({ middlewares, config }) {
      middlewares.use(STYLES_PATH, (request, response, next) => {
        const [path = ''] = (request.url ?? '').slice(1).split('?');
        const read = Object.hasOwn(styleSheets, path) ? styleSheets[path] : undefined;
        if (read === undefined) return next();
        read().then(
          (css) => response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }).end(css),
          (error: unknown) => {
            const message = error instanceof Error ? error.message : String(error);
            config.logger.error(message);
            response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end(message);
          },
        );
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, { path, originalUrl }) {
        if (path !== '/cms.html') return html;
        return renderPage(html, new URL(originalUrl ?? path, 'http://localhost').searchParams);
      },
    },
  };
}
