import { type CommonDirection, commonDirections } from './common-direction.ts';
import type { PublishedRound, PublishedSheet } from './publication.ts';

/** How the sheets of a round can be put together. */
export const totalsWays = ['direction', 'common', 'unit', 'item', 'place', 'type', 'grade'] as const;
export type TotalsWay = (typeof totalsWays)[number];

/** Number and amount; an amount that is not known is counted, never taken for zero. */
export interface Total {
  readonly count: number;
  readonly amountThousandYen: number;
  /** Of these, how many have no amount. */
  readonly withoutAmount: number;
}

export interface TotalLine extends Total {
  /** '' : what belongs to none (undecided, without unit, without plan item). */
  readonly key: string;
  readonly label: string;
  readonly common: CommonDirection | null;
  /** Of the whole, per cent with one decimal; null where the whole is zero. */
  readonly countPercent: string | null;
  readonly amountPercent: string | null;
}

export interface Totals {
  readonly way: TotalsWay;
  readonly whole: Total;
  readonly lines: readonly TotalLine[];
  /** Sheets of the scheme's exemptions: they are in the whole, and by direction and grade in a line of their own kind. */
  readonly exempt: Total;
  /** By how many the lines together exceed the whole: a programme of two plan items stands in both. */
  readonly repeated: number;
}

/** Key of the line of what was exempt from evaluation. */
export const exemptKey = '*exempt';

/** What was spent in the year that is evaluated; before its end (事前・事中) what is budgeted. null: not known. */
export const sheetAmount = (
  sheet: Pick<PublishedSheet, 'figures'>,
  fiscalYear: number,
  timing: PublishedRound['timing'],
): number | null => {
  const year = sheet.figures.years.find((each) => each.fiscalYear === fiscalYear);
  const amount = timing === 'after' ? year?.settled : year?.budget;
  return amount?.totalThousandYen ?? null;
};

/** Rounded half up to one decimal: '81.7'. null where there is no whole. Shares may add up to 99.9 or 100.1. */
export const percentOf = (part: number, whole: number): string | null => {
  if (whole === 0) return null;
  const tenths = (BigInt(part) * 2000n + BigInt(whole)) / (BigInt(whole) * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
};

export const totalOf = (amounts: readonly (number | null)[]): Total => ({
  count: amounts.length,
  amountThousandYen: amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
  withoutAmount: amounts.filter((amount) => amount === null).length,
});

interface Group {
  readonly key: string;
  readonly label: string;
  readonly common?: CommonDirection;
}

/** Groups a sheet belongs to; none: []. */
const groupsOf = (sheet: PublishedSheet, way: TotalsWay, round: PublishedRound): readonly Group[] => {
  const named = (label: string): readonly Group[] => (label === '' ? [] : [{ key: label, label }]);
  switch (way) {
    case 'direction':
    case 'common': {
      if (sheet.exemption !== '') return [{ key: exemptKey, label: '' }];
      const { direction } = sheet;
      if (direction === null) return [];
      return way === 'common'
        ? [{ key: direction.common, label: '', common: direction.common }]
        : [{ key: direction.key, label: direction.label, common: direction.common }];
    }
    case 'grade': {
      if (sheet.exemption !== '') return [{ key: exemptKey, label: '' }];
      const { grade } = sheet;
      if (grade === null || grade === '') return [];
      return [{ key: grade, label: round.grades.find(({ key }) => key === grade)?.label ?? grade }];
    }
    case 'unit':
      return sheet.unitName === '' ? [] : [{ key: sheet.unitKey ?? sheet.unitName, label: sheet.unitName }];
    case 'item':
      return sheet.planItems.map(({ planKey, itemKey, title }) => ({
        key: `${planKey}/${itemKey}`,
        label: title,
      }));
    case 'place':
      return named(sheet.statedPlace);
    case 'type':
      return named(sheet.typeLabel);
  }
};

/** Words nobody was given stand there with a zero; other ways show what occurs, in the order of the sheets. */
const vocabularyOf = (way: TotalsWay, round: PublishedRound): readonly Group[] => {
  if (way === 'direction') return round.directions;
  if (way === 'common') return commonDirections.map((common) => ({ key: common, label: '', common }));
  return way === 'grade' ? round.grades : [];
};

/** Keys of the groups of a sheet, '' for none: the same grouping the filters of a list go by. */
export const groupKeysOf = (
  sheet: PublishedSheet,
  way: TotalsWay,
  round: PublishedRound,
): readonly string[] => {
  const keys = groupsOf(sheet, way, round).map(({ key }) => key);
  return keys.length === 0 ? [''] : [...new Set(keys)];
};

/**
 * 集計: counts and amounts of the year, by one way of grouping. The lines and `repeated` account for every sheet:
 * sum of the lines' counts = whole.count + repeated.
 */
export const totalsBy = (
  sheets: readonly PublishedSheet[],
  round: PublishedRound,
  fiscalYear: number,
  way: TotalsWay,
): Totals => {
  const amount = (sheet: PublishedSheet): number | null => sheetAmount(sheet, fiscalYear, round.timing);
  const groups = new Map<string, Group>(vocabularyOf(way, round).map((group) => [group.key, group]));
  const members = new Map<string, PublishedSheet[]>();
  for (const sheet of sheets) {
    for (const group of groupsOf(sheet, way, round)) if (!groups.has(group.key)) groups.set(group.key, group);
    for (const key of groupKeysOf(sheet, way, round)) {
      const list = members.get(key);
      if (list === undefined) members.set(key, [sheet]);
      else list.push(sheet);
    }
  }
  const whole = totalOf(sheets.map(amount));
  const line = (group: Group): TotalLine => {
    const total = totalOf((members.get(group.key) ?? []).map(amount));
    return {
      ...total,
      key: group.key,
      label: group.label,
      common: group.common ?? null,
      countPercent: percentOf(total.count, whole.count),
      amountPercent: percentOf(total.amountThousandYen, whole.amountThousandYen),
    };
  };
  const keys = [...groups.keys()].filter((key) => key !== exemptKey);
  const ordered = [...keys, ...(members.has(exemptKey) ? [exemptKey] : []), ...(members.has('') ? [''] : [])];
  const lines = ordered.map((key) => line(groups.get(key) ?? { key, label: '' }));
  return {
    way,
    whole,
    lines,
    exempt: totalOf(sheets.filter(({ exemption }) => exemption !== '').map(amount)),
    repeated: lines.reduce((sum, { count }) => sum + count, 0) - whole.count,
  };
};
