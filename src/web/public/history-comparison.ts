import { loadIndicators } from '../../db/read-indicator.ts';
import { listLineage, type RevisionRow } from '../../db/read-plan.ts';
import { loadRevisions } from '../../db/read-revision.ts';
import { listAreas, listUnits } from '../../db/read-town.ts';
import type { PublicTx } from '../../db/tenant.ts';
import { type ContentDifference, differContent } from '../../domain/plan/difference.ts';
import { type NameOf, nameValues } from '../components/difference/value-names.ts';
import type { FramePlan, TownFrame } from '../components/frame.ts';

interface Side {
  readonly revision: RevisionRow;
  /** 第2版; with the plan's title where two plans are compared. */
  readonly label: string;
}

export interface Comparison {
  readonly plan: FramePlan;
  readonly from: Side;
  readonly to: Side;
  readonly difference: ContentDifference;
  readonly nameOf: NameOf;
}

export interface ComparisonWish {
  readonly slug: string;
  /** Number of the newer revision; null: the one in force. */
  readonly revision: string | null;
  /** With the plan it replaced instead of its own earlier version. */
  readonly withPredecessor: boolean;
}

/** The published revision a new one was made from, else the one numbered before it. */
const revisionBefore = (revisions: readonly RevisionRow[], of: RevisionRow): RevisionRow | undefined => {
  const own = revisions.filter((row) => row.planKey === of.planKey && row.revision < of.revision);
  return own.find((row) => row.revision === of.basedOnRevision) ?? own[0];
};

/** Both sides, their difference and the names in it, in a fixed number of queries. null: no such comparison. */
export const loadComparison = async (
  tx: PublicTx,
  frame: TownFrame,
  wish: ComparisonWish,
): Promise<Comparison | null> => {
  const plan = frame.plans.find((candidate) => candidate.slug === wish.slug);
  if (plan === undefined) return null;
  const newer =
    wish.revision === null
      ? plan.inForce
      : frame.revisions.find((row) => row.planKey === plan.planKey && String(row.revision) === wish.revision);
  if (newer === undefined) return null;
  const predecessor = frame.plans.find((candidate) => candidate.planKey === plan.predecessorPlanKey);
  const older = wish.withPredecessor ? predecessor?.inForce : revisionBefore(frame.revisions, newer);
  if (older === undefined) return null;

  const loaded = await loadRevisions(tx, [older, newer]);
  const [oldSide, newSide] = loaded;
  if (oldSide === undefined || newSide === undefined) return null;
  const lineage = (await listLineage(tx, [plan.planKey])).filter(
    (link) =>
      link.planKey === plan.planKey &&
      link.revision <= newer.revision &&
      (wish.withPredecessor || link.revision > older.revision),
  );
  const contents = [oldSide.content, newSide.content];
  return {
    plan,
    from: { revision: older, label: wish.withPredecessor ? older.title : older.label },
    to: { revision: newer, label: wish.withPredecessor ? newer.title : newer.label },
    difference: differContent(
      oldSide.content,
      newSide.content,
      lineage,
      wish.withPredecessor ? { old: older.planKey, new: newer.planKey } : null,
    ),
    nameOf: nameValues({
      language: frame.language,
      units: await listUnits(tx),
      areas: await listAreas(tx),
      indicators: await loadIndicators(tx, undefined, { breakdowns: false }),
      contents,
    }),
  };
};
