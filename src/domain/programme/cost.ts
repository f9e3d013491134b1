import {
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  readFraction,
  roundFraction,
  signOfFraction,
  wholeFraction,
} from '../kernel/fraction.ts';
import { plainText } from './import/read-figure.ts';
import type { Measure, MeasureYear, ProgrammeYear } from './programme.ts';
import type { StaffRate } from './yearly-cycle.ts';

/** What a programme cost in a year. null: cannot be known from what is recorded; nought is nought. */
export interface ProgrammeCost {
  /** 決算額, thousand yen */
  readonly settled: number | null;
  /** 予算額, thousand yen */
  readonly budget: number | null;
  /** 人件費: hours × rate of the year, rounded to the thousand yen (half away from zero). */
  readonly personnelThousandYen: number | null;
  /** 総事業費: settlement and what staff cost; null where it is not known whether the settlement holds staff. */
  readonly totalThousandYen: number | null;
  /** 単位当たりコスト: yen for one of the output, rounded to the yen (half away from zero). */
  readonly unitCostYen: number | null;
  /** What the unit cost is of: the total where it is known, otherwise the settlement alone. */
  readonly unitCostOf: 'total' | 'settled' | null;
}

const thousand = wholeFraction(1000);
const zero = wholeFraction(0);

const personnelOf = (
  { fiscalYear, staffHours }: ProgrammeYear,
  rates: readonly StaffRate[],
): number | null => {
  const rate = rates.find((each) => each.fiscalYear === fiscalYear);
  if (staffHours === null || rate === undefined) return null;
  const yen = multiplyFractions(fractionOf(staffHours), wholeFraction(rate.yenPerHour));
  return Number(roundFraction(divideFractions(yen, thousand) ?? zero, 0, 'half-away'));
};

const totalOf = (year: ProgrammeYear, personnel: number | null): number | null => {
  const settled = year.settled.totalThousandYen;
  if (settled === null) return null;
  if (year.personnelIncluded === 'yes') return settled;
  if (year.personnelIncluded === 'no' && personnel !== null) return settled + personnel;
  return null;
};

const unitCost = (thousandYen: number, done: Fraction): number | null => {
  const yen = multiplyFractions(wholeFraction(thousandYen), thousand);
  const each = divideFractions(yen, done);
  return each === null ? null : Number(roundFraction(each, 0, 'half-away'));
};

/**
 * Cost of one programme in one year (methods 4). Staff hours are taken at the rate of the same fiscal year, never at
 * another year's. `output`: the figure the unit cost is taken by; null where the programme has none.
 */
export const costOf = (
  year: ProgrammeYear,
  rates: readonly StaffRate[],
  output: MeasureYear | null,
): ProgrammeCost => {
  const personnelThousandYen = personnelOf(year, rates);
  const settled = year.settled.totalThousandYen;
  const totalThousandYen = totalOf(year, personnelThousandYen);
  const of = totalThousandYen ?? settled;
  const done = output?.actual == null ? null : readFraction(output.actual);
  const unitCostYen = of === null || done === null || signOfFraction(done) <= 0 ? null : unitCost(of, done);
  const basis = totalThousandYen === null ? 'settled' : 'total';
  return {
    settled,
    budget: year.budget.totalThousandYen,
    personnelThousandYen,
    totalThousandYen,
    unitCostYen,
    unitCostOf: unitCostYen === null ? null : basis,
  };
};

/** A share cannot be divided by: what one per cent costs says nothing. */
const shares = new Set(['%', '‰', '割', 'ポイント', '']);

/** The measure a unit cost is taken by: the first output that is counted in something; null: there is none. */
export const unitCostMeasure = <M extends Measure>(measures: readonly M[]): M | null =>
  measures.find(({ kind, unit }) => kind === 'output' && !shares.has(plainText(unit))) ?? null;
