import { type Context, Hono } from 'hono';
import { apiRoutes } from './api/routes.ts';
import type { WebDeps } from './deps.ts';
import { renderError } from './error-page.tsx';
import { failureText, refusalTexts } from './error-texts.ts';
import { healthRoutes } from './health.ts';
import { canonicalAddress } from './middleware/canonical-address.ts';
import { errorForLog } from './middleware/error-for-log.ts';
import { rateLimits } from './middleware/rate-limit.ts';
import { readableBody } from './middleware/readable-body.ts';
import { requestIdOf, requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { officeRoutes } from './office/routes.tsx';
import { chooseEncoding } from './public/entity-tag.ts';
import type { KeptPage } from './public/page-cache.ts';
import { publicRoutes } from './public/routes.tsx';

/** The name carries a hash of the content, so it may be kept for ever. A font is compressed already. */
const serveAsset = (files: ReadonlyMap<string, KeptPage>) => async (c: Context) => {
  const file = files.get(c.req.path);
  if (file === undefined) return c.notFound();
  const encoding = file.contentType.startsWith('font/')
    ? 'identity'
    : chooseEncoding(c.req.header('accept-encoding'));
  return c.body(await file.body(encoding), 200, {
    'Content-Type': file.contentType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
};

/** All pages of the product. Listens to nothing: main.ts and tests decide where it answers. */
export const createApp = (deps: WebDeps, files: ReadonlyMap<string, KeptPage> = new Map()): Hono => {
  const app = new Hono();
  app.use(requestLog(deps.log));
  app.use(securityHeaders(deps.config));
  app.use(
    readableBody({
      tooLarge: (c) => renderError(c, deps, 413, refusalTexts.tooLarge),
      unreadable: (c) => renderError(c, deps, 400, refusalTexts.unreadable),
    }),
  );
  app.use(rateLimits(deps));
  app.use(canonicalAddress());
  app.get('/assets/*', serveAsset(files));
  // Browsers ask for it by themselves wherever a page names no icon.
  app.get('/favicon.ico', (c) => c.redirect(deps.assets('icon.svg'), 302));
  app.route('/', healthRoutes(deps));
  app.route('/', officeRoutes(deps));
  app.route('/', apiRoutes(deps));
  app.route('/', publicRoutes(deps));
  app.notFound((c) => renderError(c, deps, 404, refusalTexts.notFound));
  app.onError((error, c) => {
    const id = requestIdOf(c);
    deps.log.error({ id, error: errorForLog(error) }, 'internal error');
    try {
      return renderError(c, deps, 500, failureText(id));
    } catch (second) {
      // What broke the page may break the page about it: the layout, a built file that is missing.
      deps.log.error({ id, error: errorForLog(second) }, 'error page failed');
      return c.text(failureText(id).ja.sentences.join('\n'), 500);
    }
  });
  return app;
};
