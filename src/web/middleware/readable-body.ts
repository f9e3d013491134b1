import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** No form of the product needs more; a text of 10 MB is refused before it is read. */
export const largestBody = 8 * 1024 * 1024;

/** Bytes of an application/x-www-form-urlencoded body: %XX and + resolved. */
const percentDecoded = (body: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const hex =
      body[i] === 0x25 ? Number.parseInt(String.fromCharCode(body[i + 1] ?? 0, body[i + 2] ?? 0), 16) : NaN;
    if (!Number.isNaN(hex)) i += 2;
    bytes[length++] = Number.isNaN(hex) ? (body[i] ?? 0) : hex;
  }
  return bytes.subarray(0, length);
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** True when the text in the body is UTF-8. A multipart body may carry files of any kind and is not judged here. */
export const isReadableBody = (contentType: string, body: Uint8Array): boolean => {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return isUtf8(percentDecoded(body));
  return /^(application\/json|text\/)/.test(contentType) ? isUtf8(body) : true;
};

/** PostgreSQL cannot hold NUL, and no address of ours has one; without this a search for it would be an error of ours. */
const hasNul = (url: string): boolean => /%00/i.test(url);

interface Refusals {
  readonly tooLarge: (c: Context) => Response;
  readonly unreadable: (c: Context) => Response;
}

/** Before any route: a body of bearable size, and text that is UTF-8. Nothing is guessed or replaced. */
export const readableBody = ({ tooLarge, unreadable }: Refusals): MiddlewareHandler => {
  const limit = bodyLimit({ maxSize: largestBody, onError: tooLarge });
  return async (c, next) => {
    if (hasNul(c.req.url)) return unreadable(c);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    return limit(c, async () => {
      const body = new Uint8Array(await c.req.arrayBuffer());
      if (isReadableBody(c.req.header('content-type') ?? '', body)) await next();
      else c.res = unreadable(c);
    });
  };
};
