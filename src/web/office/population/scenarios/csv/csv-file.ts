import type { Context } from 'hono';

export const csvFile = (c: Context, name: string, text: string): Response =>
  c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
