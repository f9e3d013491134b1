import type { Context } from 'hono';

/** A CSV to keep. `name`: in ASCII, for browsers that know no other; `ownName`: the one people see, in Japanese. */
export const csvFile = (c: Context, text: string, name: string, ownName: string = name): Response =>
  c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"${
      ownName === name ? '' : `; filename*=UTF-8''${encodeURIComponent(ownName)}`
    }`,
  });
