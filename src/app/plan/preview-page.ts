import { previewAsPublic } from '../../db/preview.ts';
import type { PublicTx } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import type { Acting } from '../acting.ts';

/** Reads a revision as citizens will, on the day `today`; whoever may see drafts has been asked before. */
export const previewPage = <T>(
  acting: Acting,
  at: RevisionReference,
  today: string,
  read: (tx: PublicTx) => Promise<T>,
): Promise<T> => previewAsPublic(acting.db, acting.as, at, today, read);
