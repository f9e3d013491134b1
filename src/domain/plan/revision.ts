/**
 * 改定. What is published never changes; a draft is a new revision.
 * Stored states are the three below; in force and superseded follow from the dates (see `revisionStatus`).
 */
export type RevisionState =
  /** 承認を求めた (submitted): it waits for its approval, and may still be corrected. */
  | { readonly status: 'draft'; readonly isSubmitted?: boolean }
  | { readonly status: 'approved' }
  /** 施行日, ISO date. Public from this day (Japan time). */
  | { readonly status: 'published'; readonly effectiveOn: string };

/** What a reader is shown. */
export type RevisionStatus = 'draft' | 'approved' | 'scheduled' | 'in-force' | 'superseded';
