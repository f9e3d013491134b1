import type { TownFrame } from '../components/frame.ts';
import { SdgMark, sdgName } from '../components/sdg-label.tsx';
import { type Facet, type FilterOutcome, facets, isFiltering, type PlanFilter } from './plan-filter.ts';

export interface FacetNames {
  readonly unit: ReadonlyMap<string, string>;
  readonly area: ReadonlyMap<string, string>;
}

interface Props {
  readonly frame: TownFrame;
  readonly address: string;
  readonly query: ReadonlyMap<string, string>;
  readonly filter: PlanFilter;
  readonly outcome: FilterOutcome;
  readonly names: FacetNames;
  readonly total: number;
}

/** The address with one key changed; it alone keeps the filter. */
const withQuery = (
  address: string,
  query: ReadonlyMap<string, string>,
  key: string,
  value: string | null,
): string => {
  const next = new URLSearchParams([...query].filter(([name]) => name !== key && name !== 'open'));
  if (value !== null) next.set(key, value);
  const search = next.toString();
  return `${address}${search === '' ? '' : `?${search}`}#tree`;
};

const valueName = (frame: TownFrame, names: FacetNames, facet: Facet, value: string): string => {
  switch (facet) {
    case 'sdg':
      return `${value} ${sdgName(Number(value), frame)}`;
    case 'unit':
      return names.unit.get(value) ?? value;
    case 'area':
      return names.area.get(value) ?? value;
    case 'span':
      return value === 'short' || value === 'long' ? frame.t.item.spans[value] : value;
    case 'stage':
      return value;
    default: {
      const unknown: never = facet;
      throw new Error(`unknown facet ${String(unknown)}`);
    }
  }
};

const byOrder = (facet: Facet, names: FacetNames, a: string, b: string): number => {
  if (facet === 'sdg') return Number(a) - Number(b);
  const order = facet === 'unit' ? [...names.unit.keys()] : facet === 'area' ? [...names.area.keys()] : [];
  return order.indexOf(a) - order.indexOf(b) || a.localeCompare(b, 'ja');
};

const isJapanese = (facet: Facet): boolean => facet === 'unit' || facet === 'area' || facet === 'stage';

const FacetGroup = (
  props: Props & { readonly facet: Facet; readonly counts: ReadonlyMap<string, number> },
) => {
  const { frame, address, query, filter, names, facet, counts } = props;
  const chosen = filter.chosen.get(facet);
  const values = [...counts.keys()].sort((a, b) => byOrder(facet, names, a, b));
  if (chosen !== undefined && !values.includes(chosen)) values.push(chosen);
  return (
    <details className="facet" open={chosen !== undefined}>
      <summary>{frame.t.plan.facets[facet]}</summary>
      <ul className="tags" lang={isJapanese(facet) ? 'ja' : undefined}>
        {values.map((value) => (
          <li key={value}>
            <a
              className="chip"
              href={withQuery(address, query, facet, value === chosen ? null : value)}
              aria-current={value === chosen ? 'true' : undefined}
            >
              {facet === 'sdg' ? <SdgMark goal={Number(value)} /> : null}
              {valueName(frame, names, facet, value)}
              <span className="chip__count">{counts.get(value) ?? 0}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Words and chips; every choice is an address, so it works without JavaScript and can be mailed. */
export const Filters = (props: Props) => {
  const { frame, address, query, filter, outcome, names, total } = props;
  const { t } = frame;
  const chosen = [...filter.chosen];
  return (
    <div className="filters">
      <search>
        <form className="filters__words" method="get" action={`${address}#tree`}>
          <label htmlFor="plan-words">{t.plan.findIn}</label>
          {[...query]
            .filter(([key]) => key !== 'q' && key !== 'open')
            .map(([key, value]) => (
              <input key={key} type="hidden" name={key} value={value} />
            ))}
          <div className="search-form__row">
            <input
              className="input"
              id="plan-words"
              name="q"
              type="search"
              defaultValue={query.get('q') ?? ''}
              maxLength={100}
            />
            <button className="button" type="submit">
              {t.search.button}
            </button>
          </div>
        </form>
      </search>
      <div className="filters__facets">
        {facets.map((facet) => {
          const counts = outcome.counts.get(facet) ?? new Map<string, number>();
          return counts.size === 0 && !filter.chosen.has(facet) ? null : (
            <FacetGroup key={facet} {...props} facet={facet} counts={counts} />
          );
        })}
      </div>
      <p className="filters__state" role="status">
        {isFiltering(filter) ? t.plan.matches(outcome.matching.size, total) : t.plan.total(total)}
      </p>
      {isFiltering(filter) ? (
        <ul className="tags">
          {chosen.map(([facet, value]) => (
            <li key={facet}>
              <a className="chip chip--chosen" href={withQuery(address, query, facet, null)}>
                <span lang={isJapanese(facet) ? 'ja' : undefined}>
                  {valueName(frame, names, facet, value)}
                </span>
                <span>✕ {t.plan.remove}</span>
              </a>
            </li>
          ))}
          {query.has('q') ? (
            <li>
              <a className="chip chip--chosen" href={withQuery(address, query, 'q', null)}>
                <span lang="ja">「{query.get('q')}」</span>
                <span>✕ {t.plan.remove}</span>
              </a>
            </li>
          ) : null}
          <li>
            <a className="chip" href={`${address}#tree`}>
              {t.plan.clear}
            </a>
          </li>
        </ul>
      ) : null}
    </div>
  );
};
