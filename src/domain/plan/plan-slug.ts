import { errorAt, type Problem } from '../kernel/problem.ts';

const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/u;

/** Addresses beside those of the plans. */
const reserved: readonly string[] = ['new', 'import', 'autosave'];

/** Part of the plan's public address: small letters, digits and hyphens, at most sixty. */
export const checkSlug = (slug: string, isTaken: boolean): readonly Problem[] => {
  if (!slugPattern.test(slug)) return [errorAt('slug-format', ['slug'], { text: slug.slice(0, 60) })];
  if (reserved.includes(slug)) return [errorAt('slug-reserved', ['slug'], { text: slug })];
  return isTaken ? [errorAt('slug-taken', ['slug'], { text: slug })] : [];
};
