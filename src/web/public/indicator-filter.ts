import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import type { Reason } from '../../domain/indicator/judgement/judgement.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';

/** What a reader may narrow the indicators by; the names are the keys of the address. */
export const indicatorFacets = ['grade', 'item', 'unit', 'nature'] as const;
export type IndicatorFacet = (typeof indicatorFacets)[number];

/** Where the scheme gave no grade. */
export const withoutGrade = 'none-given';

/** An indicator of the list with what is said of it in the year shown. */
export interface ListedIndicator {
  readonly loaded: LoadedIndicator;
  readonly judgeable: Judgeable;
  /** null with `isJudged`: no grade, for `reason` */
  readonly grade: Grade | null;
  readonly reason: Reason | null;
  /** Whether the year has a scheme with grades at all. */
  readonly isJudged: boolean;
}

export type IndicatorFilter = ReadonlyMap<IndicatorFacet, string>;

export const readIndicatorFilter = (query: ReadonlyMap<string, string>): IndicatorFilter =>
  new Map(
    indicatorFacets.flatMap((facet) => {
      const value = query.get(facet);
      return value === undefined ? [] : [[facet, value] as const];
    }),
  );

const valuesOf = (
  { judgeable, grade, isJudged }: ListedIndicator,
  facet: IndicatorFacet,
): readonly string[] => {
  switch (facet) {
    case 'grade':
      return isJudged ? [grade?.key ?? withoutGrade] : [];
    case 'item':
      return judgeable.groups.item ?? [];
    case 'unit':
      return judgeable.groups.unit ?? [];
    case 'nature':
      return [judgeable.subjective ? 'subjective' : 'objective'];
  }
};

export interface IndicatorFilterOutcome {
  readonly matching: readonly ListedIndicator[];
  /** How many match if this value were chosen in the place of the facet's present one. */
  readonly counts: ReadonlyMap<IndicatorFacet, ReadonlyMap<string, number>>;
}

export const filterIndicators = (
  listed: readonly ListedIndicator[],
  filter: IndicatorFilter,
): IndicatorFilterOutcome => {
  const matches = (one: ListedIndicator, except: IndicatorFacet | null): boolean =>
    [...filter].every(([facet, value]) => facet === except || valuesOf(one, facet).includes(value));
  const counts = new Map(
    indicatorFacets.map((facet) => {
      const count = new Map<string, number>();
      for (const one of listed)
        if (matches(one, facet))
          for (const value of new Set(valuesOf(one, facet))) count.set(value, (count.get(value) ?? 0) + 1);
      return [facet, count] as const;
    }),
  );
  return { matching: listed.filter((one) => matches(one, null)), counts };
};
