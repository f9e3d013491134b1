import type { PublishedRound, PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { exemptKey, sheetAmount, totalOf, totalsBy } from '../../../domain/evaluation/totals.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { evaluationWords } from '../../text/evaluation.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';
import {
  filterList,
  type ListFacet,
  type ListFilter,
  listFacets,
  listSorts,
  noneInAddress,
  readListFilter,
} from './list-filter.ts';

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

/** The page of the year again, of the same round, without any other choice. */
export const withRound = (address: string, query: ReadonlyMap<string, string>): string => {
  const round = query.get('round');
  return round === undefined ? address : `${address}?round=${encodeURIComponent(round)}`;
};

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
  const { frame, round, fiscalYear, sheets } = props;
  const words = evaluationWords(frame.language);
  const lines = totalsBy(sheets, round, fiscalYear, facet).lines.filter(
    ({ key }) => counts.has(key) || key === chosen,
  );
  if (lines.length < 2 && chosen === undefined) return null;
  const id = `choose-${facet}`;
  return (
    <div className="list-filter__field">
      <label htmlFor={id}>{words.ways[facet]}</label>
      <select
        className="input"
        id={id}
        name={facet}
        defaultValue={chosen === undefined ? '' : chosen === '' ? noneInAddress : chosen}
      >
        <option value="">{words.all}</option>
        {lines.map(({ key, label }) => (
          <option key={key} value={key === '' ? noneInAddress : key}>
            {`${key === exemptKey ? words.exempt : key === '' ? words.noneOf[facet] : label} (${counts.get(key) ?? 0})`}
          </option>
        ))}
      </select>
    </div>
  );
};

/**
 * One ordinary form: conditions together make one address. As links, each condition beside each other would be an
 * address of its own, thousands of them for whoever follows every link.
 */
const Filter = ({
  counts,
  filter,
  ...props
}: Props & {
  readonly counts: ReadonlyMap<ListFacet, ReadonlyMap<string, number>>;
  readonly filter: ListFilter;
}) => {
  const { frame, query, address } = props;
  const words = evaluationWords(frame.language);
  const round = query.get('round');
  return (
    <form className="list-filter no-print" method="get" action={`${address}#list`}>
      {round === undefined ? null : <input type="hidden" name="round" value={round} />}
      <div className="list-filter__field list-filter__words">
        <label htmlFor="programme-words">{words.search}</label>
        <input
          className="input"
          id="programme-words"
          name="q"
          defaultValue={query.get('q') ?? ''}
          placeholder={words.searchHint}
        />
      </div>
      {listFacets.map((facet) => (
        <Facet
          key={facet}
          {...props}
          facet={facet}
          counts={counts.get(facet) ?? new Map()}
          chosen={filter.chosen.get(facet)}
        />
      ))}
      <div className="list-filter__field">
        <label htmlFor="choose-sort">{words.sort}</label>
        <select className="input" id="choose-sort" name="sort" defaultValue={filter.sort}>
          {listSorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {words.searchButton}
      </button>
    </form>
  );
};

const Rows = ({ shown, ...props }: Props & { readonly shown: readonly PublishedSheet[] }) => {
  const { frame, round, fiscalYear, subjectHref } = props;
  const words = evaluationWords(frame.language);
  const graded = shown.some(({ grade }) => grade !== null && grade !== '');
  return (
    <TableScroll label={tableLabel(words.list, frame.language)}>
      <table className="table table--words programme-table phone-table">
        <caption className="visually-hidden">{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{words.programmes}</th>
            <th scope="col">{words.direction}</th>
            {graded ? <th scope="col">{words.grade}</th> : null}
            <th scope="col" className="number">
              {words.amountUnit}
            </th>
            <th scope="col" className="phone-table__beside">
              {words.ways.unit}
            </th>
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
                  {sheet.unitName === '' ? null : (
                    <span className="phone-table__below">{sheet.unitName}</span>
                  )}
                </th>
                <td>
                  {sheet.exemption !== '' ? (
                    sheet.exemption
                  ) : sheet.direction === null ? (
                    <span lang={frame.language}>{words.undecided}</span>
                  ) : (
                    <DirectionMark common={sheet.direction.common} label={sheet.direction.label} />
                  )}
                  {sheet.direction === null || frame.language === 'ja' ? null : (
                    <span className="figure-table__mark" lang={frame.language}>
                      {words.directions[sheet.direction.common]}
                    </span>
                  )}
                </td>
                {graded ? (
                  <td>{round.grades.find(({ key }) => key === sheet.grade)?.label ?? sheet.grade ?? '—'}</td>
                ) : null}
                <td className="number">{amount === null ? '—' : tableYen(amount)}</td>
                <td className="phone-table__beside">{sheet.unitName === '' ? '—' : sheet.unitName}</td>
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
  return (
    <section className="section" id="list" aria-labelledby="list-title">
      <h2 id="list-title">{words.list}</h2>
      <Filter {...props} counts={counts} filter={filter} />
      <p className="filters__state" role="status">
        {words.matches(matching.length, sheets.length, proseYen(amountThousandYen, language))}
      </p>
      {narrowed ? (
        <p>
          <a className="chip" href={`${withRound(address, query)}#list`}>
            {words.clear}
          </a>
        </p>
      ) : null}
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
