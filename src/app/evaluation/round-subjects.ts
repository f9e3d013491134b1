import { loadIndicators } from '../../db/read-indicator.ts';
import { findPlanByKey, listRevisions, loadRevision } from '../../db/read-plan.ts';
import { findYearlyCycle, loadProgrammes, loadProgrammeYears } from '../../db/read-programme.ts';
import { loadMeasures } from '../../db/read-programme-measures.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { achievementOf } from '../../domain/evaluation/achievement.ts';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import type { EvaluationRound } from '../../domain/evaluation/round.ts';
import { figuresOf, yearsShown } from '../../domain/evaluation/round-figures.ts';
import type { FrozenFigures } from '../../domain/evaluation/sheet.ts';
import type { Fraction } from '../../domain/kernel/fraction.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { numberItems } from '../../domain/plan/numbering.ts';
import { responsibleUnits } from '../../domain/plan/responsible-units.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import type { Programme, ProgrammeYear } from '../../domain/programme/programme.ts';
import type { StaffRate } from '../../domain/programme/yearly-cycle.ts';

type Round = Pick<EvaluationRound, 'target' | 'planKey' | 'fiscalYear'>;

/** What is evaluated: a programme, or an item of the round's plan. */
export interface RoundSubject {
  readonly subjectKey: string;
  readonly number: string;
  readonly name: string;
  readonly unitKey: string | null;
  readonly typeKey: string | null;
  readonly position: number;
  /** null: an item */
  readonly programme: Programme | null;
  /** null: a programme */
  readonly item: PlanItem | null;
}

const ofProgramme = (programme: Programme): RoundSubject => ({
  subjectKey: programme.programmeKey,
  number: programme.number,
  name: programme.name,
  unitKey: programme.unitKey,
  typeKey: programme.typeKey,
  position: programme.position,
  programme,
  item: null,
});

const itemsOfPlan = async (
  tx: TenantTx,
  planKey: string,
  today: string,
): Promise<readonly RoundSubject[]> => {
  if ((await findPlanByKey(tx, planKey)) === null) return [];
  const inForce = inForceRevision(await listRevisions(tx, planKey), today);
  const content = inForce === null ? null : await loadRevision(tx, planKey, inForce.revision);
  if (content === null) return [];
  const { levels, items } = content.content;
  const numbers = numberItems(levels, items);
  return items.map((item, position) => ({
    subjectKey: item.itemKey,
    number: numbers.get(item.itemKey) ?? '',
    name: item.title,
    unitKey: responsibleUnits(items, item.itemKey)[0] ?? null,
    typeKey: item.levelKey,
    position,
    programme: null,
    item,
  }));
};

/** Subjects by key, in the town's (the plan's) order; `keys`: these only. Their type is a level where they are items. */
export const loadSubjects = async (
  tx: TenantTx,
  round: Round,
  today: string,
  keys?: readonly string[],
): Promise<readonly RoundSubject[]> => {
  if (round.target === 'programme')
    return (await loadProgrammes(tx, keys === undefined ? {} : { keys })).map(ofProgramme);
  const items = round.planKey === null ? [] : await itemsOfPlan(tx, round.planKey, today);
  const wanted = keys === undefined ? null : new Set(keys);
  return items.filter(({ subjectKey }) => wanted === null || wanted.has(subjectKey));
};

/** What is known of subjects besides their names. */
export interface SubjectFacts {
  readonly figures: ReadonlyMap<string, FrozenFigures>;
  /** 達成率 of the outcome measures in the year evaluated; null: none can be taken */
  readonly achievements: ReadonlyMap<string, Fraction | null>;
  readonly years: ReadonlyMap<string, readonly ProgrammeYear[]>;
  readonly rates: readonly StaffRate[];
}

const grouped = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

const factsOfProgrammes = async (
  tx: TenantTx,
  round: Round,
  scheme: EvaluationScheme,
  keys: readonly string[],
  inRound: ReadonlySet<string>,
  takenAt: string,
  moreYears: readonly number[],
): Promise<SubjectFacts> => {
  const fiscalYears = [...new Set([...yearsShown(round.fiscalYear), ...moreYears])];
  const [years, measures, cycle] = [
    grouped(await loadProgrammeYears(tx, { keys, fiscalYears }), ({ programmeKey }) => programmeKey),
    await loadMeasures(tx, { programmeKeys: keys, fiscalYears }),
    await findYearlyCycle(tx),
  ];
  const measuresOf = grouped(
    measures.flatMap((measure) => measure.programmes.map(({ programmeKey }) => ({ programmeKey, measure }))),
    ({ programmeKey }) => programmeKey,
  );
  const own = (key: string) => (measuresOf.get(key) ?? []).map(({ measure }) => measure);
  return {
    years,
    rates: cycle.staffRates,
    figures: new Map(
      keys.map((key) => [
        key,
        figuresOf(
          key,
          round.fiscalYear,
          {
            years: years.get(key) ?? [],
            measures: own(key),
            rates: cycle.staffRates,
            inRound,
            limits: scheme.measures,
          },
          takenAt,
        ),
      ]),
    ),
    achievements: new Map(
      keys.map((key) => [
        key,
        achievementOf(
          own(key)
            .filter(({ kind }) => kind === 'outcome')
            .flatMap(({ direction, years: all }) =>
              all
                .filter(({ fiscalYear }) => fiscalYear === round.fiscalYear)
                .map(({ target, actual }) => ({ direction, target, actual })),
            ),
        ),
      ]),
    ),
  };
};

const down = new Set(['down', 'keep-at-or-below']);

const factsOfItems = async (
  tx: TenantTx,
  round: Round,
  scheme: EvaluationScheme,
  subjects: readonly RoundSubject[],
  takenAt: string,
): Promise<SubjectFacts> => {
  const asked = yearsShown(round.fiscalYear);
  const keys = [...new Set(subjects.flatMap(({ item }) => item?.indicatorKeys ?? []))];
  const records = new Map(
    (await loadIndicators(tx, keys, { breakdowns: false })).map((each) => [
      each.indicator.indicatorKey,
      each,
    ]),
  );
  const measuresOf = ({ item }: RoundSubject) =>
    (item?.indicatorKeys ?? []).flatMap((key) => {
      const record = records.get(key);
      if (record === undefined) return [];
      const figures = asked.flatMap((fiscalYear) => {
        const target = record.targets.find((each) => each.fiscalYear === fiscalYear)?.value ?? null;
        const actual = record.values.findLast(
          (each) => each.series === 'actual' && each.breakdown === '' && each.fiscalYear === fiscalYear,
        );
        return target === null && actual === undefined
          ? []
          : [{ fiscalYear, target, actual: actual?.value ?? actual?.text ?? null, missing: null }];
      });
      const { indicatorKey, name, unit, kind, direction } = record.indicator;
      const isOutcome = kind === 'outcome' || kind === 'impact';
      return [
        {
          direction,
          measureKey: indicatorKey,
          kind: isOutcome ? ('outcome' as const) : ('output' as const),
          name,
          unit,
          figures,
          sharedBy: subjects.filter((other) => other.item?.indicatorKeys.includes(key)).length,
        },
      ];
    });
  return {
    years: new Map(),
    rates: [],
    figures: new Map(
      subjects.map((subject) => [
        subject.subjectKey,
        {
          takenAt,
          years: [],
          measures: (['output', 'outcome'] as const).flatMap((kind) =>
            measuresOf(subject)
              .filter((measure) => measure.kind === kind)
              .slice(0, scheme.measures[kind])
              .map(({ direction: _, ...measure }) => measure),
          ),
        },
      ]),
    ),
    achievements: new Map(
      subjects.map((subject) => [
        subject.subjectKey,
        achievementOf(
          measuresOf(subject)
            .filter(({ kind }) => kind === 'outcome')
            .flatMap(({ direction, figures }) =>
              figures
                .filter(({ fiscalYear }) => fiscalYear === round.fiscalYear)
                .map(({ target, actual }) => ({
                  direction: down.has(direction) ? ('down' as const) : ('up' as const),
                  target,
                  actual,
                })),
            ),
        ),
      ]),
    ),
  };
};

/**
 * Money and measures of subjects as they stand now, in as many queries for one as for seven hundred. `inRound`: keys of
 * all subjects of the round, by which shared measures are counted.
 */
export const loadFacts = (
  tx: TenantTx,
  round: Round,
  scheme: EvaluationScheme,
  subjects: readonly RoundSubject[],
  inRound: ReadonlySet<string>,
  takenAt: string,
  moreYears: readonly number[] = [],
): Promise<SubjectFacts> =>
  round.target === 'programme'
    ? factsOfProgrammes(
        tx,
        round,
        scheme,
        subjects.map(({ subjectKey }) => subjectKey),
        inRound,
        takenAt,
        moreYears,
      )
    : factsOfItems(tx, round, scheme, subjects, takenAt);
