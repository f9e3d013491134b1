import { createHash } from 'node:crypto';
import type { Encoding } from './page-cache.ts';

/** Key of a rendered page: the same parts give the same bytes. */
export const pageKey = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);

/** Strong, so one tag per encoding (RFC 9110, 8.8.3.3). */
export const entityTag = (key: string, encoding: Encoding): string =>
  `"${key}${encoding === 'identity' ? '' : `-${encoding}`}"`;

/** If-None-Match compares weakly (RFC 9110, 13.1.2); any encoding of the same page will do. */
export const matchesKey = (ifNoneMatch: string | undefined, key: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((tag) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .replaceAll('"', '')
        .replace(/-(br|gzip)$/, ''),
    )
    .includes(key);

/** The best the client says it takes; a quality of 0 refuses. */
export const chooseEncoding = (acceptEncoding: string | undefined): Encoding => {
  const taken = new Set(
    (acceptEncoding ?? '')
      .split(',')
      .map((entry) => entry.trim().split(';'))
      .filter(([, quality]) => !/^\s*q=0(\.0*)?\s*$/.test(quality ?? ''))
      .map(([name]) => name?.trim().toLowerCase()),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
};
