import type { MiddlewareHandler } from 'hono';
import { isSafeMethod } from './csrf.ts';

/** Characters a segment may carry as they are (RFC 3986, pchar) although encodeURIComponent escapes them. */
const plain = /%(?:3A|40|24|26|2B|2C|3B|3D)/g;

/** Links from elsewhere, and people, write a slash at the end: /m/202151/ is /m/202151. */
const withoutEndingSlashes = (path: string): string => {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
};

/**
 * The one spelling of a path: escaped where it must be and nowhere else, in capitals, no slash at the end. A path that
 * cannot be read stays as it is, and is found nowhere.
 * @example canonicalPath('/m/%32%30/%e5%a1%a9') // => '/m/20/%E5%A1%A9'
 */
export const canonicalPath = (path: string): string => {
  try {
    return withoutEndingSlashes(path)
      .split('/')
      .map((segment) => encodeURIComponent(decodeURIComponent(segment)).replace(plain, decodeURIComponent))
      .join('/');
  } catch {
    return path;
  }
};

/**
 * Sends another spelling of an address to the address itself, before anything is looked up: pages are kept by their
 * address, and one page must not be kept a thousand times.
 */
export const canonicalAddress = (): MiddlewareHandler => async (c, next) => {
  const mayDiffer = c.req.url.includes('%') || (c.req.path.endsWith('/') && c.req.path !== '/');
  if (!mayDiffer || !isSafeMethod(c.req.method)) return next();
  const { pathname, search } = new URL(c.req.url);
  const canonical = canonicalPath(pathname);
  // Two slashes at the beginning would lead to another host.
  return canonical === pathname || canonical.startsWith('//') ? next() : c.redirect(canonical + search, 308);
};
