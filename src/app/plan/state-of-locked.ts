import type { LockedRevision } from '../../db/lock-revision.ts';
import type { RevisionState } from '../../domain/plan/revision.ts';

/** What a locked row says of its state, as the decisions about it ask. */
export const stateOfLocked = ({ state, effectiveOn, isSubmitted }: LockedRevision): RevisionState => {
  switch (state) {
    case 'draft':
      return { status: 'draft', isSubmitted };
    case 'approved':
      return { status: 'approved' };
    case 'published':
      return { status: 'published', effectiveOn: effectiveOn ?? '' };
    default:
      return state satisfies never;
  }
};
