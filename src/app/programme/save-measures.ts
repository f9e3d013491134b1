import { listIndicatorNames } from '../../db/read-names.ts';
import { loadProgrammes } from '../../db/read-programme.ts';
import { type LoadedMeasure, loadMeasures } from '../../db/read-programme-measures.ts';
import { lockProgrammes } from '../../db/write-programme.ts';
import {
  deleteUnusedMeasures,
  lockMeasures,
  replaceProgrammeMeasures,
  saveMeasureYears,
  saveMeasures as writeMeasures,
} from '../../db/write-programme-measures.ts';
import { errorAt, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkMeasure } from '../../domain/programme/check-programme.ts';
import type { Measure, MeasureYear } from '../../domain/programme/programme.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { newKey } from '../new-key.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { mayEditOf } from './programme-rights.ts';

/** One row of the form: a measure and its figure of the year. */
export interface TypedMeasure {
  /** null: a new one */
  readonly measureKey: string | null;
  /** What was seen of it, from `measureMark`; '' of a new one. */
  readonly seen: string;
  /** Taken from this programme; others keep it. */
  readonly removed: boolean;
  readonly measure: Omit<Measure, 'measureKey'>;
  readonly figure: Pick<MeasureYear, 'target' | 'actual' | 'actualText' | 'missing'>;
}

export interface TypedMeasures {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly rows: readonly TypedMeasure[];
  /** Measures of other programmes that this one takes part in. */
  readonly shared: readonly string[];
}

const figureOf = (measure: LoadedMeasure, fiscalYear: number) =>
  measure.years.find((year) => year.fiscalYear === fiscalYear) ?? null;

/** What a form was drawn from: the versions of the measure and of its figure. */
export const measureMark = (measure: LoadedMeasure, fiscalYear: number): string =>
  `${measure.version}.${figureOf(measure, fiscalYear)?.version ?? 0}`;

const same = (a: object, b: object, fields: readonly string[]): boolean =>
  fields.every((field) => (a as Record<string, unknown>)[field] === (b as Record<string, unknown>)[field]);

const measureFields = ['kind', 'name', 'unit', 'direction', 'indicatorKey'];
const figureFields = ['target', 'actual', 'actualText', 'missing'];
const noFigure = { target: null, actual: null, actualText: null, missing: null };

/**
 * Measures of a programme with their figures of one year: all rows or none. What is changed of a shared measure is
 * changed for everybody who shares it. A row somebody else has changed since it was seen is refused.
 */
export const saveMeasures = (
  acting: Acting,
  { programmeKey, fiscalYear, rows, shared }: TypedMeasures,
): Promise<Result<null, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    await lockProgrammes(tx, [programmeKey]);
    const [programme] = await loadProgrammes(tx, { keys: [programmeKey] });
    if (programme === undefined) return refused('programme-not-found', [programmeKey]);
    if (!(await mayEditOf(tx, acting, [programme.unitKey]))) return refused('not-allowed', [programmeKey]);
    const keys = rows.flatMap(({ measureKey }) => (measureKey === null ? [] : [measureKey]));
    const known = await lockMeasures(tx, [...keys, ...shared]);
    const stored = new Map(
      (await loadMeasures(tx, { programmeKeys: [programmeKey] })).map((each) => [each.measureKey, each]),
    );
    const indicators = new Set((await listIndicatorNames(tx)).map(({ indicatorKey }) => indicatorKey));
    const problems: Problem[] = shared
      .filter((key) => !known.has(key))
      .map((key) => errorAt('measure-unknown', ['share'], { key }));
    const all = rows.map((row, index) => {
      const before = row.measureKey === null ? null : (stored.get(row.measureKey) ?? null);
      const measureKey = row.measureKey ?? newKey();
      const measure = { ...row.measure, measureKey };
      const year = { ...row.figure, measureKey, fiscalYear };
      const own = ['measures', index];
      if (row.measureKey !== null && before === null) problems.push(errorAt('measure-unknown', own));
      if (!row.removed) {
        problems.push(...checkMeasure(measure, [year]).map((problem) => placed(own, problem)));
        if (measure.indicatorKey !== null && !indicators.has(measure.indicatorKey))
          problems.push(
            errorAt('measure-indicator-unknown', [...own, 'indicatorKey'], {
              key: measure.indicatorKey.slice(0, 60),
            }),
          );
      }
      const figure = before === null ? null : figureOf(before, fiscalYear);
      const isMeasureChanged = before === null || !same(before, measure, measureFields);
      // Figures of a measure that is an indicator are entered there.
      const isFigureChanged = measure.indicatorKey === null && !same(figure ?? noFigure, year, figureFields);
      const isChanged = row.removed || isMeasureChanged || isFigureChanged;
      if (before !== null && isChanged && row.seen !== measureMark(before, fiscalYear))
        problems.push(errorAt('changed-meanwhile', own));
      return { row, measure, year, isMeasureChanged, isFigureChanged };
    });
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    const stamp = stampOf(acting);
    const kept = all.filter(({ row }) => !row.removed);
    await writeMeasures(
      tx,
      kept.filter((each) => each.isMeasureChanged).map(({ measure }) => measure),
      stamp,
    );
    await saveMeasureYears(
      tx,
      kept.filter((each) => each.isFigureChanged).map(({ year }) => year),
      stamp,
    );
    const gone = all.filter(({ row }) => row.removed).map(({ measure }) => measure.measureKey);
    const links = [
      ...new Set([
        ...kept.map(({ measure }) => measure.measureKey),
        // What the form did not have — somebody has just added it — stays.
        ...[...stored.keys()].filter((key) => !gone.includes(key)),
        ...shared,
      ]),
    ].map((measureKey, position) => ({ programmeKey, measureKey, position }));
    await replaceProgrammeMeasures(tx, [programmeKey], links);
    await deleteUnusedMeasures(tx, gone);
    return ok(null);
  });
