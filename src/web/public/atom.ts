import { createHash } from 'node:crypto';

export interface AtomEntry {
  /** What makes the entry this one: the same parts give the same id for ever. */
  readonly identity: readonly string[];
  readonly title: string;
  /** ISO instant */
  readonly updated: string;
  /** Path on this site; readers resolve it against the feed's own address. */
  readonly href: string;
  /** Plain text; '' for none. */
  readonly summary: string;
}

export interface AtomFeed {
  readonly identity: readonly string[];
  readonly language: string;
  readonly title: string;
  readonly author: string;
  readonly rights: string;
  /** ISO instant, for a feed without entries. */
  readonly updated: string;
  readonly selfHref: string;
  readonly pageHref: string;
  readonly entries: readonly AtomEntry[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (content: string): string =>
  content
    .toWellFormed()
    // XML 1.0 knows no other control characters.
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** A name for what has none: UUID of version 8 (RFC 9562) from a hash of its parts. */
const nameOf = (identity: readonly string[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

const element = (name: string, content: string): string => `<${name}>${escapeXml(content)}</${name}>`;

const entryXml = (entry: AtomEntry): string =>
  `<entry>${element('id', nameOf(entry.identity))}${element('title', entry.title)}${element('updated', entry.updated)}` +
  `<link rel="alternate" type="text/html" href="${escapeXml(entry.href)}"/>` +
  `${entry.summary === '' ? '' : element('summary', entry.summary)}</entry>`;

/** Atom (RFC 4287), newest entry first. */
export const atomXml = (feed: AtomFeed): string => {
  const entries = feed.entries.toSorted((a, b) =>
    a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">` +
    `${element('id', nameOf(feed.identity))}${element('title', feed.title)}` +
    `${element('updated', entries[0]?.updated ?? feed.updated)}<author>${element('name', feed.author)}</author>` +
    `${element('rights', feed.rights)}` +
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfHref)}"/>` +
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.pageHref)}"/>` +
    `${entries.map(entryXml).join('\n')}</feed>\n`
  );
};
