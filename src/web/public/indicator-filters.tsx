import type { ReactNode } from 'react';
import type { PlacedItem } from '../../db/read-indicator-places.ts';
import { itemGroup } from '../../domain/indicator/groups-of.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import type { TownFrame } from '../components/frame.ts';
import { GradeShape } from '../components/judgement-mark.tsx';
import { judgementWords } from '../text/judgement.ts';
import { gradeName } from '../text/roll-up.ts';
import {
  type IndicatorFacet,
  type IndicatorFilter,
  type IndicatorFilterOutcome,
  indicatorFacets,
  withoutGrade,
} from './indicator-filter.ts';

export interface IndicatorFiltersProps {
  readonly frame: TownFrame;
  readonly address: string;
  readonly query: ReadonlyMap<string, string>;
  readonly filter: IndicatorFilter;
  readonly outcome: IndicatorFilterOutcome;
  readonly grades: readonly Grade[];
  readonly items: readonly PlacedItem[];
  readonly units: readonly OrganisationUnit[];
  readonly total: number;
}

/** The address with one key changed; a new choice begins at the first page again. */
export const withChoice = (
  address: string,
  query: ReadonlyMap<string, string>,
  key: string,
  value: string | null,
): string => {
  const next = new URLSearchParams([...query].filter(([name]) => name !== key && name !== 'page'));
  if (value !== null) next.set(key, value);
  const search = next.toString();
  return `${address}${search === '' ? '' : `?${search}`}#list`;
};

/** Deeper branches than two are reached from the plan's own tree. */
const deepest = 2;

/** The top of every plan, each branch before what is below it, with its depth. */
const branches = (
  items: readonly PlacedItem[],
): readonly { readonly item: PlacedItem; readonly depth: number }[] => {
  const below = (
    planKey: string,
    parentKey: string | null,
    depth: number,
  ): readonly ReturnType<typeof branches>[number][] =>
    depth >= deepest
      ? []
      : items
          .filter((item) => item.planKey === planKey && item.parentKey === parentKey)
          .flatMap((item) => [{ item, depth }, ...below(planKey, item.itemKey, depth + 1)]);
  return [...new Set(items.map(({ planKey }) => planKey))].flatMap((planKey) => below(planKey, null, 0));
};

interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly lang?: 'ja' | undefined;
}

const choicesOf = (
  { frame, grades, items, units }: IndicatorFiltersProps,
  facet: IndicatorFacet,
): readonly Choice[] => {
  const { t, language } = frame;
  const words = judgementWords(language);
  switch (facet) {
    case 'grade':
      return [
        ...grades.map((grade) => ({
          value: grade.key,
          label: (
            <>
              <GradeShape grade={grade} />
              {gradeName(grade, language)}
            </>
          ),
          lang: language === 'en' && grade.labelEn === undefined ? ('ja' as const) : undefined,
        })),
        { value: withoutGrade, label: words.ungraded },
      ];
    case 'item':
      return branches(items).map(({ item, depth }) => ({
        value: itemGroup(item.planKey, item.itemKey),
        label: depth === 0 ? <b>{item.title}</b> : item.title,
        lang: 'ja' as const,
      }));
    case 'unit':
      return units.map((unit) => ({ value: unit.unitKey, label: unit.name, lang: 'ja' as const }));
    case 'nature':
      return [
        { value: 'subjective', label: t.indicator.subjective },
        { value: 'objective', label: t.indicator.objective },
      ];
  }
};

const FacetGroup = (props: IndicatorFiltersProps & { readonly facet: IndicatorFacet }) => {
  const { frame, address, query, filter, outcome, facet } = props;
  const counts = outcome.counts.get(facet) ?? new Map<string, number>();
  const chosen = filter.get(facet);
  const choices = choicesOf(props, facet).filter(({ value }) => counts.has(value) || value === chosen);
  // One choice that all have narrows nothing.
  if (choices.length < 2 && chosen === undefined) return null;
  return (
    <details className="facet" open={facet === 'grade' || chosen !== undefined}>
      <summary>{judgementWords(frame.language).facets[facet]}</summary>
      <ul className="tags">
        {choices.map(({ value, label, lang }) => (
          <li key={value}>
            <a
              className="chip"
              lang={lang}
              href={withChoice(address, query, facet, value === chosen ? null : value)}
              aria-current={value === chosen ? 'true' : undefined}
            >
              {label}
              <span className="chip__count">{counts.get(value) ?? 0}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Every choice is an address: it works without JavaScript and can be mailed. */
export const IndicatorFilters = (props: IndicatorFiltersProps) => {
  const { frame, address, query, filter, outcome, total } = props;
  const words = judgementWords(frame.language);
  const year = query.get('year');
  return (
    <div className="filters">
      <div className="filters__facets">
        {indicatorFacets.map((facet) => (
          <FacetGroup key={facet} {...props} facet={facet} />
        ))}
      </div>
      <p className="filters__state" role="status">
        {words.matches(outcome.matching.length, total)}
      </p>
      {filter.size === 0 ? null : (
        <p>
          <a className="chip" href={`${address}${year === undefined ? '' : `?year=${year}`}#list`}>
            {frame.t.plan.clear}
          </a>
        </p>
      )}
    </div>
  );
};
