import type { JudgeableValue, UnitChange } from '../judgement/judgeable.ts';
import { numberOf } from './goal-of-target.ts';
import type { Observation } from './observation.ts';

/** Years before a break are not compared with those after it. */
export interface LeftOut {
  readonly fiscalYears: readonly number[];
  readonly because: 'definition-changed' | 'unit-changed';
  /** First year of the new definition or unit */
  readonly since: number;
}

export interface UsableSeries {
  /** By year, in the newest unit */
  readonly observations: readonly Observation[];
  readonly leftOut: readonly LeftOut[];
  /** 速報・推計: years whose figure may still change */
  readonly notFinal: readonly number[];
}

interface Break {
  readonly since: number;
  readonly because: LeftOut['because'];
}

/** 定義変更 is entered for the year that has no figure because of it; a unit without factor begins a new series. */
const lastBreak = (values: readonly JudgeableValue[], unitChanges: readonly UnitChange[]): Break | null => {
  const breaks: readonly Break[] = [
    ...values
      .filter(({ missing }) => missing === 'definition-changed')
      .map(({ fiscalYear }): Break => ({ since: fiscalYear, because: 'definition-changed' })),
    ...unitChanges
      .filter(({ factor }) => factor === null)
      .map(({ fromFiscalYear }): Break => ({ since: fromFiscalYear, because: 'unit-changed' })),
  ];
  return breaks.reduce<Break | null>(
    (last, each) => (last === null || each.since > last.since ? each : last),
    null,
  );
};

const factorOf = (unitChanges: readonly UnitChange[], fiscalYear: number): number =>
  unitChanges.reduce(
    (product, { fromFiscalYear, factor }) =>
      fiscalYear < fromFiscalYear && factor !== null ? product * numberOf(factor) : product,
    1,
  );

/**
 * The figures a forecast may use: numbers of the whole after the last structural break, in the newest unit.
 * Texts and years without a figure are no figures; one entry a year is expected.
 */
export const usableSeries = (
  values: readonly JudgeableValue[],
  unitChanges: readonly UnitChange[],
): UsableSeries => {
  const measured = values.filter(({ value }) => value !== null).sort((a, b) => a.fiscalYear - b.fiscalYear);
  const cut = lastBreak(values, unitChanges);
  const isAfter = ({ fiscalYear }: JudgeableValue): boolean => cut === null || fiscalYear >= cut.since;
  const before = measured.filter((entry) => !isAfter(entry)).map(({ fiscalYear }) => fiscalYear);
  const after = measured.filter(isAfter);
  return {
    observations: after.map(({ fiscalYear, value, standardError }) => {
      const factor = factorOf(unitChanges, fiscalYear);
      return {
        fiscalYear,
        value: numberOf(value ?? '0') * factor,
        standardError: standardError === null ? null : numberOf(standardError) * Math.abs(factor),
      };
    }),
    leftOut: cut === null || before.length === 0 ? [] : [{ ...cut, fiscalYears: before }],
    notFinal: after.filter(({ status }) => status !== 'final').map(({ fiscalYear }) => fiscalYear),
  };
};
