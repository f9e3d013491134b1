import { createHash } from 'node:crypto';
import type { LineageLink } from '../../domain/plan/lineage.ts';

/**
 * What a person saw of a draft's lineage. Of the content, because a number that became free is given again: the same
 * numbers do not mean the same links.
 */
export const lineageMark = (links: readonly LineageLink[]): string =>
  createHash('sha256')
    .update(JSON.stringify(links.map(({ kind, from, to, reason }) => [kind, from, to, reason])))
    .digest('base64url')
    .slice(0, 22);
