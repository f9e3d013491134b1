import type { RevisionStatus } from './revision.ts';

/** What the status follows from: a revision as stored, without its text. */
export interface RevisionDates {
  readonly revision: number;
  readonly state: 'draft' | 'approved' | 'published';
  /** 施行日, ISO date */
  readonly effectiveOn: string | null;
}

const isEffective = (revision: RevisionDates, today: string): boolean =>
  revision.state === 'published' && revision.effectiveOn !== null && revision.effectiveOn <= today;

/** The later 施行日 wins; on the same day the later revision. */
const isLater = (a: RevisionDates, b: RevisionDates): boolean => {
  const [dayA, dayB] = [a.effectiveOn ?? '', b.effectiveOn ?? ''];
  return dayA === dayB ? a.revision > b.revision : dayA > dayB;
};

/** The revision in force on `today` (ISO date, Japan time), or null before the first. */
export const inForceRevision = <R extends RevisionDates>(revisions: readonly R[], today: string): R | null =>
  revisions
    .filter((revision) => isEffective(revision, today))
    .reduce<R | null>((best, revision) => (best === null || isLater(revision, best) ? revision : best), null);

/** `all`: every revision of the same plan, this one among them or not. */
export const revisionStatus = (
  revision: RevisionDates,
  all: readonly RevisionDates[],
  today: string,
): RevisionStatus => {
  if (revision.state !== 'published') return revision.state;
  if (!isEffective(revision, today)) return 'scheduled';
  const inForce = inForceRevision([revision, ...all], today);
  return inForce === null || inForce.revision === revision.revision ? 'in-force' : 'superseded';
};
