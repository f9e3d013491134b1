import {
  type JudgedIndicator,
  readPublicJudgements,
  type TownJudgements,
  type YearJudgements,
} from '../../app/judgement/read-judgements.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { loadJudgementYears, type StoredJudgementYear } from '../../db/read-judgement.ts';
import type { PublicTx } from '../../db/tenant.ts';
import { itemGroup } from '../../domain/indicator/groups-of.ts';
import type { CompiledScheme } from '../../domain/indicator/judgement/compile-scheme.ts';
import type { Judgement } from '../../domain/indicator/judgement/judgement.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import { type RollUp, rollUpBy } from '../../domain/indicator/judgement/roll-up.ts';
import type { TownFrame } from '../components/frame.ts';

interface ReadBefore {
  readonly keys?: readonly string[];
  readonly loaded?: readonly LoadedIndicator[];
  readonly years?: readonly StoredJudgementYear[];
}

/** With the plans the page knows already, and what it has read before. */
export const readTownJudgements = (
  tx: PublicTx,
  frame: TownFrame,
  before: ReadBefore = {},
): Promise<TownJudgements> =>
  readPublicJudgements(tx, frame.today, {
    ...before,
    plans: frame.plans.map(({ planKey, title, inForce }) => ({ planKey, title, revision: inForce.revision })),
  });

/**
 * For a page that shows judgements beside something else: null where no year is public, which costs one query.
 * `loaded`: of these indicators only, read without their breakdowns; none: of every one.
 */
export const findTownJudgements = async (
  tx: PublicTx,
  frame: TownFrame,
  loaded?: readonly LoadedIndicator[],
): Promise<TownJudgements | null> => {
  const years = await loadJudgementYears(tx);
  if (years.length === 0) return null;
  return readTownJudgements(tx, frame, {
    years,
    ...(loaded === undefined ? {} : { loaded, keys: loaded.map(({ indicator }) => indicator.indicatorKey) }),
  });
};

/** The year asked for where it is public, else the newest; null: no year is public. */
export const judgedYear = (town: TownJudgements | null, asked?: string): YearJudgements | null => {
  if (town === null) return null;
  const years = town.years.map(({ fiscalYear }) => fiscalYear);
  const year = years.find((each) => String(each) === asked) ?? years[0];
  return year === undefined ? null : town.ofYear(year);
};

/** The grade of the headline, with its word and shape; null: none was given. */
export const gradeFor = ({ scheme }: CompiledScheme, { overall }: Judgement): Grade | null =>
  overallAxis(scheme)?.grades.find(({ key }) => key === overall?.grade) ?? null;

/** The one that stands, with what people decided. */
export const gradeIn = ({ compiled }: YearJudgements, { judgement }: JudgedIndicator): Grade | null =>
  gradeFor(compiled, judgement);

/** A grade with the year it is of, to stand beside a figure. */
export interface YearMark {
  readonly grade: Grade;
  readonly fiscalYear: number;
}

export const markIn = (year: YearJudgements | null, indicatorKey: string): YearMark | null => {
  const judged = year?.indicators.find(({ judgeable }) => judgeable.indicatorKey === indicatorKey);
  const grade = year === null || judged === undefined ? null : gradeIn(year, judged);
  return grade === null || year === null ? null : { grade, fiscalYear: year.year.fiscalYear };
};

/** Roll-ups of the branches of one plan, by item key; branches without an indicator are not in it. */
export const byItem = (year: YearJudgements, planKey: string): ReadonlyMap<string, RollUp> => {
  const prefix = itemGroup(planKey, '');
  return new Map(
    rollUpBy(year.compiled, year.indicators, 'item').groups.flatMap(({ groupKey, rollUp }) =>
      groupKey.startsWith(prefix) ? [[groupKey.slice(prefix.length), rollUp] as const] : [],
    ),
  );
};
