import { and, asc, eq, or, type SQL } from 'drizzle-orm';
import type { InvestmentKind, PlanItem, Voice } from '../domain/plan/item.ts';
import type { PlanContent } from '../domain/plan/plan.ts';
import { isoInstant } from './instant.ts';
import { planItemIndicator } from './schema/indicator.ts';
import { planItem, planItemVoice, planRevision } from './schema/plan.ts';
import type { ReadTx } from './tenant.ts';

/** What is kept about an item besides what the plan says. */
export interface ItemRecord {
  /** 記事番号 */
  readonly articleNumber: number;
  /** Optimistic lock. */
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

export interface LoadedRevision {
  readonly planKey: string;
  readonly revision: number;
  readonly content: PlanContent;
  /** By item key. */
  readonly records: ReadonlyMap<string, ItemRecord>;
}

interface RevisionReference {
  readonly planKey: string;
  readonly revision: number;
}

const keyOf = ({ planKey, revision }: RevisionReference): string => JSON.stringify([planKey, revision]);

const itemKeyOf = (row: RevisionReference & { readonly itemKey: string }): string =>
  JSON.stringify([row.planKey, row.revision, row.itemKey]);

const groupBy = <Row, T>(
  rows: readonly Row[],
  key: (row: Row) => string,
  pick: (row: Row) => T,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [pick(row)]);
    else group.push(pick(row));
  }
  return groups;
};

type ItemRow = Pick<typeof planItem.$inferSelect, Exclude<keyof PlanItem, 'voices' | 'indicatorKeys'>>;

/**
 * Field by field and not `...row`: the driver's rows are hash tables to V8 (many columns set by name), and so are their
 * copies. Of an object written out every later look at a field is several times as fast, and a plan has a thousand items.
 */
const itemOf = (row: ItemRow, voices: readonly Voice[], indicatorKeys: readonly string[]): PlanItem => ({
  itemKey: row.itemKey,
  levelKey: row.levelKey,
  parentKey: row.parentKey,
  position: row.position,
  code: row.code,
  title: row.title,
  desiredState: row.desiredState,
  currentState: row.currentState,
  issue: row.issue,
  approach: row.approach,
  span: row.span,
  // Written from the domain type only.
  investmentKinds: row.investmentKinds as InvestmentKind[],
  lifeStages: row.lifeStages,
  areaKeys: row.areaKeys,
  sdgGoals: row.sdgGoals,
  leadUnitKeys: row.leadUnitKeys,
  supportUnitKeys: row.supportUnitKeys,
  partners: row.partners,
  alsoUnder: row.alsoUnder,
  crossCutting: row.crossCutting,
  reasonKeys: row.reasonKeys,
  source: row.source,
  voices,
  indicatorKeys,
});

/** These revisions and no others, of a table that has the two columns. */
const among = (
  which: readonly RevisionReference[],
  table: typeof planRevision | typeof planItem | typeof planItemVoice | typeof planItemIndicator,
): SQL | undefined =>
  or(...which.map(({ planKey, revision }) => and(eq(table.planKey, planKey), eq(table.revision, revision))));

/**
 * Four queries, however many revisions and items there are. In the order asked; one that is not there, or
 * that the reader may not see, is left out.
 */
export const loadRevisions = async (
  tx: ReadTx,
  which: readonly RevisionReference[],
): Promise<readonly LoadedRevision[]> => {
  if (which.length === 0) return [];
  const heads = await tx.q
    .select({
      planKey: planRevision.planKey,
      revision: planRevision.revision,
      title: planRevision.title,
      subtitle: planRevision.subtitle,
      kindLabel: planRevision.kindLabel,
      startFiscalYear: planRevision.startFiscalYear,
      endFiscalYear: planRevision.endFiscalYear,
      updateMode: planRevision.updateMode,
      summary: planRevision.summary,
      levels: planRevision.levels,
      reviewCalendar: planRevision.reviewCalendar,
      identity: planRevision.identity,
      situation: planRevision.situation,
      source: planRevision.source,
    })
    .from(planRevision)
    .where(and(eq(planRevision.municipality, tx.municipality), among(which, planRevision)));
  if (heads.length === 0) return [];

  const itemRows = await tx.q
    .select({
      planKey: planItem.planKey,
      revision: planItem.revision,
      itemKey: planItem.itemKey,
      levelKey: planItem.levelKey,
      parentKey: planItem.parentKey,
      position: planItem.position,
      code: planItem.code,
      title: planItem.title,
      desiredState: planItem.desiredState,
      currentState: planItem.currentState,
      issue: planItem.issue,
      approach: planItem.approach,
      span: planItem.span,
      investmentKinds: planItem.investmentKinds,
      lifeStages: planItem.lifeStages,
      areaKeys: planItem.areaKeys,
      sdgGoals: planItem.sdgGoals,
      leadUnitKeys: planItem.leadUnitKeys,
      supportUnitKeys: planItem.supportUnitKeys,
      partners: planItem.partners,
      alsoUnder: planItem.alsoUnder,
      crossCutting: planItem.crossCutting,
      reasonKeys: planItem.reasonKeys,
      source: planItem.source,
      articleNumber: planItem.articleNumber,
      version: planItem.version,
      updatedAt: planItem.updatedAt,
    })
    .from(planItem)
    .where(and(eq(planItem.municipality, tx.municipality), among(which, planItem)))
    .orderBy(asc(planItem.position), asc(planItem.itemKey));

  const voices = groupBy(
    await tx.q
      .select({
        planKey: planItemVoice.planKey,
        revision: planItemVoice.revision,
        itemKey: planItemVoice.itemKey,
        body: planItemVoice.body,
        origin: planItemVoice.origin,
        heardOn: planItemVoice.heardOn,
        consent: planItemVoice.consent,
      })
      .from(planItemVoice)
      .where(and(eq(planItemVoice.municipality, tx.municipality), among(which, planItemVoice)))
      .orderBy(asc(planItemVoice.itemKey), asc(planItemVoice.seq)),
    itemKeyOf,
    ({ body, origin, heardOn, consent }): Voice => ({ body, origin, heardOn, consent }),
  );

  const indicatorKeys = groupBy(
    await tx.q
      .select({
        planKey: planItemIndicator.planKey,
        revision: planItemIndicator.revision,
        itemKey: planItemIndicator.itemKey,
        indicatorKey: planItemIndicator.indicatorKey,
      })
      .from(planItemIndicator)
      .where(and(eq(planItemIndicator.municipality, tx.municipality), among(which, planItemIndicator)))
      .orderBy(asc(planItemIndicator.itemKey), asc(planItemIndicator.position)),
    itemKeyOf,
    (row) => row.indicatorKey,
  );

  const itemsOf = groupBy(itemRows, keyOf, (row) => row);
  return which.flatMap((reference): LoadedRevision[] => {
    const head = heads.find((candidate) => keyOf(candidate) === keyOf(reference));
    if (head === undefined) return [];
    const records = new Map<string, ItemRecord>();
    const items = (itemsOf.get(keyOf(reference)) ?? []).map((row): PlanItem => {
      const { articleNumber, version, updatedAt } = row;
      records.set(row.itemKey, { articleNumber, version, updatedAt: isoInstant(updatedAt) });
      const key = itemKeyOf(row);
      return itemOf(row, voices.get(key) ?? [], indicatorKeys.get(key) ?? []);
    });
    const { planKey, revision, levels, ...header } = head;
    return [{ planKey, revision, content: { header, levels, items }, records }];
  });
};

export const loadRevision = async (
  tx: ReadTx,
  planKey: string,
  revision: number,
): Promise<LoadedRevision | null> => (await loadRevisions(tx, [{ planKey, revision }]))[0] ?? null;

export const loadRevisionContent = async (
  tx: ReadTx,
  planKey: string,
  revision: number,
): Promise<PlanContent | null> => (await loadRevision(tx, planKey, revision))?.content ?? null;
