import { listCollections, listSheets } from '../../db/read-collection.ts';
import { listSuccessions, listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { heldBy } from '../../domain/access/held-by.ts';
import { changeOfYear, type YearChange } from '../../domain/indicator/change-of-year.ts';
import type { CollectionSheet } from '../../domain/indicator/collection/collection.ts';
import { dueOf, isLate } from '../../domain/indicator/collection/lateness.ts';
import type { Forecast } from '../../domain/indicator/forecast/forecast.ts';
import { forecastOf } from '../../domain/indicator/forecast/forecast-of.ts';
import { gradeChangeOf } from '../../domain/indicator/judgement/grade-change.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import type { Reason } from '../../domain/indicator/judgement/judgement.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import { type OverdueFigure, overdueFigure } from '../../domain/indicator/overdue-figure.ts';
import { type AlongPath, alongPath } from '../../domain/indicator/path/along-path.ts';
import { noTolerance, type PathTolerance } from '../../domain/indicator/path/path-tolerance.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import { existsOn } from '../../domain/organisation/units.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { type JudgedIndicator, readJudgements, type YearJudgements } from '../judgement/read-judgements.ts';

export interface Worsened {
  readonly one: JudgedIndicator;
  readonly before: Grade;
  readonly after: Grade;
  /** What became of the figure itself; null: the year has none of its own */
  readonly change: YearChange | null;
  /** The calculation's last line: by which rule the grade came about */
  readonly because: string;
}

export interface LateSheet {
  readonly sheet: CollectionSheet;
  readonly unitName: string;
  readonly dueOn: string;
}

export interface NamedIndicator {
  readonly indicatorKey: string;
  readonly name: string;
}

export interface PathLine {
  readonly judgeable: Judgeable;
  readonly decimals: number;
  readonly along: AlongPath & { readonly kind: 'ahead' | 'behind' };
  readonly forecast: Forecast;
}

/** 本部 の一枚: what the meeting should look at, all from the same data as the sheets. */
export interface Dashboard {
  /** ISO date */
  readonly today: string;
  /** The year looked at: the newest one judged, else the last that has ended */
  readonly fiscalYear: number;
  readonly isJudged: boolean;
  /** The year compared with; null: nothing was judged before */
  readonly beforeYear: number | null;
  readonly otherScheme: boolean;
  readonly indicators: number;
  readonly worsened: readonly Worsened[];
  readonly lateSheets: readonly LateSheet[];
  readonly overdue: readonly (NamedIndicator & OverdueFigure & { readonly unitName: string })[];
  readonly withoutFigure: readonly (NamedIndicator & {
    readonly reason: Reason;
    readonly unitName: string;
  })[];
  readonly withoutOwner: readonly (NamedIndicator & { readonly formerUnit: string })[];
  readonly behind: readonly PathLine[];
  readonly ahead: readonly PathLine[];
}

const gradeIn = ({ compiled }: YearJudgements, { judgement }: JudgedIndicator): Grade | null =>
  overallAxis(compiled.scheme)?.grades.find(({ key }) => key === judgement.overall?.grade) ?? null;

const worsenedSince = (now: YearJudgements, before: YearJudgements): readonly Worsened[] => {
  const scale =
    now.compiled.scheme === before.compiled.scheme
      ? (overallAxis(now.compiled.scheme)?.grades ?? null)
      : null;
  const earlier = new Map(before.indicators.map((one) => [one.judgeable.indicatorKey, one]));
  return now.indicators.flatMap((one): readonly Worsened[] => {
    const old = earlier.get(one.judgeable.indicatorKey);
    const [was, is] = [old === undefined ? null : gradeIn(before, old), gradeIn(now, one)];
    if (was === null || is === null || gradeChangeOf(was, is, scale) !== 'worsened') return [];
    const said = one.human.find(({ kind, reason }) => kind === 'override' && reason !== '');
    return [
      {
        one,
        before: was,
        after: is,
        change: changeOfYear(one.judgeable, now.year.fiscalYear),
        because: said?.reason ?? one.machine.arithmetic().at(-1)?.text ?? '',
      },
    ];
  });
};

/** Why the year has no figure of its own; null where it has one. */
const lackOf = ({ values }: Judgeable, fiscalYear: number): Reason | null => {
  const entry = values.find((value) => value.fiscalYear === fiscalYear);
  if (entry === undefined) return 'no-value';
  return entry.value === null && entry.text === null ? (entry.missing ?? 'no-value') : null;
};

const pathLines = (
  judgeables: readonly Judgeable[],
  decimalsOf: ReadonlyMap<string, number>,
  fiscalYear: number,
  onPath: PathTolerance,
): readonly PathLine[] =>
  judgeables.flatMap((judgeable) => {
    const along = alongPath(judgeable, fiscalYear, onPath);
    if (along.kind !== 'ahead' && along.kind !== 'behind') return [];
    const decimals = decimalsOf.get(judgeable.indicatorKey) ?? 0;
    return [
      {
        judgeable,
        decimals,
        along: { ...along, kind: along.kind },
        forecast: forecastOf(judgeable, fiscalYear),
      },
    ];
  });

/** Twelve queries, however many indicators, units and years there are. Figures that are not public yet are included. */
export const readDashboard = (acting: Acting): Promise<Dashboard> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const today = todayInJapan(acting);
    const town = await readJudgements(tx, today, { drafts: true });
    const units = await listUnits(tx);
    const holders = heldBy(units, await listSuccessions(tx), today);
    const collections = new Map((await listCollections(tx)).map((each) => [each.fiscalYear, each]));
    const sheets = await listSheets(tx);
    const byKey = new Map(units.map((unit) => [unit.unitKey, unit]));
    const nameOf = (unitKey: string | null): string =>
      unitKey === null ? '担当なし' : (byKey.get(unitKey)?.name ?? unitKey);
    const isOwned = (unitKey: string | null): boolean => {
      const unit = unitKey === null ? undefined : byKey.get(unitKey);
      return unit !== undefined && (existsOn(unit, today) || holders.has(unit.unitKey));
    };
    const fiscalYear = town.years[0]?.fiscalYear ?? fiscalYearOf(today) - 1;
    const now = town.ofYear(fiscalYear);
    const earlier = town.years.find((year) => year.fiscalYear < fiscalYear);
    const before = earlier === undefined ? null : town.ofYear(earlier.fiscalYear);
    const judgeables = now?.indicators.map(({ judgeable }) => judgeable) ?? town.judgeables(fiscalYear);
    const named = town.loaded.map(({ indicator, values }) => ({ indicator, values }));
    const lines = pathLines(
      judgeables,
      new Map(named.map(({ indicator }) => [indicator.indicatorKey, indicator.decimals])),
      fiscalYear,
      now?.compiled.scheme.onPath ?? noTolerance,
    );
    const unitOf = new Map(named.map(({ indicator }) => [indicator.indicatorKey, indicator.unitKey]));
    return {
      today,
      fiscalYear,
      isJudged: now !== null,
      beforeYear: before?.year.fiscalYear ?? null,
      otherScheme: now !== null && before !== null && now.compiled.scheme !== before.compiled.scheme,
      indicators: named.length,
      worsened: now === null || before === null ? [] : worsenedSince(now, before),
      lateSheets: sheets.flatMap((sheet) => {
        const collection = collections.get(sheet.fiscalYear);
        return collection === undefined || !isLate(sheet, collection, today)
          ? []
          : [{ sheet, unitName: nameOf(sheet.unitKey), dueOn: dueOf(sheet, collection) }];
      }),
      overdue: named.flatMap(({ indicator, values }) => {
        const late = overdueFigure(indicator, values, today);
        return late === null ? [] : [{ ...late, ...indicator, unitName: nameOf(indicator.unitKey) }];
      }),
      withoutFigure: judgeables.flatMap((judgeable) => {
        const reason = lackOf(judgeable, fiscalYear);
        const { indicatorKey, name } = judgeable;
        return reason === null
          ? []
          : [{ indicatorKey, name, reason, unitName: nameOf(unitOf.get(indicatorKey) ?? null) }];
      }),
      withoutOwner: named.flatMap(({ indicator: { indicatorKey, name, unitKey } }) =>
        isOwned(unitKey) ? [] : [{ indicatorKey, name, formerUnit: unitKey === null ? '' : nameOf(unitKey) }],
      ),
      behind: lines.filter(({ along }) => along.kind === 'behind'),
      ahead: lines.filter(({ along }) => along.kind === 'ahead'),
    };
  });
