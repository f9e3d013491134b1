import type { TownJudgements } from '../../app/judgement/read-judgements.ts';
import type { LoadedIndicator, StoredTarget } from '../../db/read-indicator.ts';
import { changeOfYear, type YearChange } from '../../domain/indicator/change-of-year.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import type { MissingReason } from '../../domain/indicator/missing-reason.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';

export interface ChangedIndicator {
  readonly loaded: LoadedIndicator;
  readonly change: YearChange;
  /** What people said about its judgement that year; '' for nothing. */
  readonly reason: string;
}

export interface ChangedTarget {
  readonly loaded: LoadedIndicator;
  readonly before: StoredTarget;
  readonly after: StoredTarget;
}

export interface ChangesOfYear {
  readonly fiscalYear: number;
  readonly changed: readonly ChangedIndicator[];
  readonly targets: readonly ChangedTarget[];
  /** Without a figure, by reason; null: nobody has said why. */
  readonly missing: readonly {
    readonly reason: MissingReason | null;
    readonly indicators: readonly LoadedIndicator[];
  }[];
}

const ofWhole = ({ values }: LoadedIndicator) =>
  values.filter(
    ({ series, breakdown, stage }) => series === 'actual' && breakdown === '' && stage === 'published',
  );

/** Years in which a figure is public, newest first. */
export const yearsWithFigures = (town: TownJudgements): readonly number[] =>
  [
    ...new Set(
      town.loaded.flatMap((loaded) =>
        ofWhole(loaded).flatMap(({ fiscalYear, value, text }) =>
          value === null && text === null ? [] : [fiscalYear],
        ),
      ),
    ),
  ].toSorted((a, b) => b - a);

const targetsChangedIn = (loaded: LoadedIndicator, fiscalYear: number): readonly ChangedTarget[] =>
  loaded.targets.flatMap((after) => {
    const before = loaded.formerTargets.find((former) => former.fiscalYear === after.fiscalYear);
    return before === undefined || after.setOn === null || fiscalYearOf(after.setOn) !== fiscalYear
      ? []
      : [{ loaded, before, after }];
  });

/** 変わったこと of one fiscal year, in the town's order. Nothing is asked of the database. */
export const changesOfYear = (town: TownJudgements, fiscalYear: number): ChangesOfYear => {
  const judgeables = town.judgeables(fiscalYear);
  const judged = town.ofYear(fiscalYear);
  const changed: ChangedIndicator[] = [];
  const missing = new Map<MissingReason | null, LoadedIndicator[]>();
  town.loaded.forEach((loaded, at) => {
    const judgeable = judgeables[at];
    // Shares of one whole: its parts changed, and they are on its own page.
    if (judgeable === undefined || isDistribution(loaded.indicator, outlookOf(loaded).latest)) return;
    const change = changeOfYear(judgeable, fiscalYear);
    if (change === null) {
      const reason = judgeable.values.find((value) => value.fiscalYear === fiscalYear)?.missing ?? null;
      missing.set(reason, [...(missing.get(reason) ?? []), loaded]);
      return;
    }
    const said = judged?.indicators.find((each) => each.judgeable.indicatorKey === judgeable.indicatorKey);
    const reason = said?.human.find((each) => each.reason !== '')?.reason ?? '';
    changed.push({ loaded, change, reason });
  });
  return {
    fiscalYear,
    changed,
    targets: town.loaded.flatMap((loaded) => targetsChangedIn(loaded, fiscalYear)),
    missing: [...missing].map(([reason, indicators]) => ({ reason, indicators })),
  };
};
