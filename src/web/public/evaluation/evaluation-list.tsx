import type { PublishedRound, PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { exemptKey, sheetAmount, totalOf, totalsBy } from '../../../domain/evaluation/totals.ts';
import { DirectionMark, directionShapes } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { GradeShape } from '../../components/judgement-mark.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { evaluationWords } from '../../text/evaluation.ts';
import { proseYen, tableYen } from '../../text/yen.ts';
import { filterList, type ListFacet, listFacets, noneInAddress, readListFilter } from './list-filter.ts';

interface Props {
  readonly frame: TownFrame;
  readonly round: PublishedRound;
  readonly fiscalYear: number;
  readonly sheets: readonly PublishedSheet[];
  readonly query: ReadonlyMap<string, string>;
  readonly address: string;
  readonly subjectHref: (subjectKey: string) => string;
}

export const listPageSize = 100;

/** The address with some choices changed (null takes one away); a new choice begins at the first page again. */
export const withChoices = (
  address: string,
  query: ReadonlyMap<string, string>,
  changes: Readonly<Record<string, string | null>>,
  at: string,
): string => {
  const next = new URLSearchParams([...query].filter(([key]) => !(key in changes) && key !== 'page'));
  for (const [key, value] of Object.entries(changes)) if (value !== null) next.set(key, value);
  const search = next.toString();
  return `${address}${search === '' ? '' : `?${search}`}${at}`;
};

const Facet = ({
  facet,
  counts,
  chosen,
  ...props
}: Props & {
  readonly facet: ListFacet;
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string | undefined;
}) => {
  const { frame, round, fiscalYear, sheets, query, address } = props;
  const words = evaluationWords(frame.language);
  const lines = totalsBy(sheets, round, fiscalYear, facet).lines.filter(
    ({ key }) => counts.has(key) || key === chosen,
  );
  if (lines.length < 2 && chosen === undefined) return null;
  return (
    <details className="facet" open={facet === 'direction' || chosen !== undefined}>
      <summary>{words.ways[facet]}</summary>
      <ul className="tags">
        {lines.map(({ key, label, common }) => (
          <li key={key}>
            <a
              className="chip"
              lang={key === '' || key === exemptKey ? undefined : 'ja'}
              href={withChoices(
                address,
                query,
                { [facet]: key === chosen ? null : key === '' ? noneInAddress : key },
                '#list',
              )}
              aria-current={key === chosen ? 'true' : undefined}
            >
              {common === null ? null : <GradeShape grade={directionShapes[common]} />}
              {key === exemptKey ? words.exempt : key === '' ? words.noneOf[facet] : label}
              <span className="chip__count">{counts.get(key) ?? 0}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Search = ({ frame, query, address }: Props) => {
  const words = evaluationWords(frame.language);
  return (
    <form className="filters__words" method="get" action={`${address}#list`}>
      {[...query]
        .filter(([key]) => key !== 'q' && key !== 'page')
        .map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
      <label htmlFor="programme-words">{words.search}</label>
      <span className="search-form__hint">{words.searchHint}</span>
      <div className="search-form__row">
        <input className="input" id="programme-words" name="q" defaultValue={query.get('q') ?? ''} />
        <button className="button" type="submit">
          {words.searchButton}
        </button>
      </div>
    </form>
  );
};

const Rows = ({ shown, ...props }: Props & { readonly shown: readonly PublishedSheet[] }) => {
  const { frame, round, fiscalYear, subjectHref } = props;
  const words = evaluationWords(frame.language);
  const graded = shown.some(({ grade }) => grade !== null && grade !== '');
  return (
    <TableScroll label={words.list}>
      <table className="table table--words programme-table">
        <caption className="visually-hidden">{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{words.programmes}</th>
            <th scope="col">{words.direction}</th>
            {graded ? <th scope="col">{words.grade}</th> : null}
            <th scope="col" className="number">
              {words.amountUnit}
            </th>
            <th scope="col">{words.ways.unit}</th>
          </tr>
        </thead>
        <tbody lang="ja">
          {shown.map((sheet) => {
            const amount = sheetAmount(sheet, fiscalYear, round.timing);
            return (
              <tr key={sheet.subjectKey}>
                <th scope="row">
                  <a href={subjectHref(sheet.subjectKey)}>{sheet.name}</a>
                  {sheet.number === '' ? null : <span className="figure-table__mark">{sheet.number}</span>}
                </th>
                <td>
                  {sheet.exemption !== '' ? (
                    sheet.exemption
                  ) : sheet.direction === null ? (
                    <span lang={frame.language}>{words.undecided}</span>
                  ) : (
                    <DirectionMark common={sheet.direction.common} label={sheet.direction.label} />
                  )}
                </td>
                {graded ? (
                  <td>{round.grades.find(({ key }) => key === sheet.grade)?.label ?? sheet.grade ?? '—'}</td>
                ) : null}
                <td className="number">{amount === null ? '—' : tableYen(amount)}</td>
                <td>{sheet.unitName === '' ? '—' : sheet.unitName}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 事業の一覧: searched, narrowed, put in order and turned page by page through addresses alone. */
export const EvaluationList = (props: Props) => {
  const { frame, round, fiscalYear, sheets, query, address } = props;
  const { language } = frame;
  const words = evaluationWords(language);
  const filter = readListFilter(query);
  const { matching, counts } = filterList(sheets, round, fiscalYear, filter);
  const pages = Math.max(1, Math.ceil(matching.length / listPageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1));
  const shown = matching.slice((page - 1) * listPageSize, page * listPageSize);
  const { amountThousandYen } = totalOf(
    matching.map((sheet) => sheetAmount(sheet, fiscalYear, round.timing)),
  );
  const pageHref = (to: number): string =>
    withChoices(address, query, to === 1 ? {} : { page: String(to) }, '#list');
  const narrowed = filter.chosen.size > 0 || filter.words.length > 0;
  const cleared = Object.fromEntries([...listFacets, 'q'].map((key) => [key, null]));
  return (
    <section className="section" id="list" aria-labelledby="list-title">
      <h2 id="list-title">{words.list}</h2>
      <div className="filters">
        <Search {...props} />
        <div className="filters__facets">
          {listFacets.map((facet) => (
            <Facet
              key={facet}
              {...props}
              facet={facet}
              counts={counts.get(facet) ?? new Map()}
              chosen={filter.chosen.get(facet)}
            />
          ))}
        </div>
        <p className="filters__state" role="status">
          {words.matches(matching.length, sheets.length, proseYen(amountThousandYen, language))}
        </p>
        {narrowed ? (
          <p>
            <a className="chip" href={withChoices(address, query, cleared, '#list')}>
              {words.clear}
            </a>
          </p>
        ) : null}
        <nav aria-label={words.sort}>
          <ul className="tags">
            {(['order', 'cost', 'cost-up'] as const).map((sort) => (
              <li key={sort}>
                <a
                  className="chip"
                  href={withChoices(address, query, { sort: sort === 'order' ? null : sort }, '#list')}
                  aria-current={sort === filter.sort ? 'true' : undefined}
                >
                  {words.sorts[sort]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {shown.length === 0 ? <p>{words.noMatch}</p> : <Rows {...props} shown={shown} />}
      {pages === 1 ? null : (
        <nav className="list-pager" aria-label={words.pages}>
          <p>
            {words.page(
              (page - 1) * listPageSize + 1,
              (page - 1) * listPageSize + shown.length,
              matching.length,
            )}
          </p>
          <p className="more more--several">
            {page === 1 ? null : <a href={pageHref(page - 1)}>{words.previous}</a>}
            {page === pages ? null : <a href={pageHref(page + 1)}>{words.next}</a>}
          </p>
        </nav>
      )}
    </section>
  );
};
