import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Static markup: no hydration of whole pages, islands mount on elements of their own. */
export const pageMarkup = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`;

export const renderPage = (c: Context, page: ReactElement, status: ContentfulStatusCode = 200): Response =>
  c.body(pageMarkup(page), status, { 'content-type': 'text/html; charset=utf-8' });

/** A part of a page, for an island that puts it in its place. */
export const renderFragment = (c: Context, part: ReactElement): Response =>
  c.body(renderToStaticMarkup(part), 200, { 'content-type': 'text/html; charset=utf-8' });
