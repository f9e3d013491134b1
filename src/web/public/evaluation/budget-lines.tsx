import { type PublishedBudgetLine, proposalKinds } from '../../../domain/budget/budget.ts';
import { commonDirections } from '../../../domain/evaluation/common-direction.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import { href, type TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { budgetWords } from '../../text/evaluation-budget.ts';
import { tableLabel } from '../../text/table-label.ts';
import { formatThousandYen, tableYen } from '../../text/yen.ts';
import { withChoices } from './evaluation-list.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly fiscalYear: number;
  readonly baseFiscalYear: number;
  readonly lines: readonly PublishedBudgetLine[];
  readonly query: ReadonlyMap<string, string>;
  /** Years in which a programme's evaluation is public, by programme key: its newest before the budget. */
  readonly evaluatedIn: ReadonlyMap<string, number>;
}

const pageSize = 100;

/** Columns that say nothing of any line are left out: while the budget is being made, most of what follows a decision. */
const columnsOf = (lines: readonly PublishedBudgetLine[]) => ({
  kind: lines.some(({ kind }) => kind !== null),
  decision: lines.some(({ allocatedGeneralThousandYen }) => allocatedGeneralThousandYen !== null),
});

const Row = ({ frame, lines, line, evaluatedIn }: Props & { readonly line: PublishedBudgetLine }) => {
  const columns = columnsOf(lines);
  const words = budgetWords(frame.language);
  const common = commonDirections.find((each) => each === line.evaluationClass);
  const year = line.programmeKey === null ? undefined : evaluatedIn.get(line.programmeKey);
  const { requestedGeneralThousandYen: requested, allocatedGeneralThousandYen: allocated } = line;
  const amount = (thousandYen: number | null) =>
    thousandYen === null ? <span lang={frame.language}>{words.open}</span> : tableYen(thousandYen);
  return (
    <tr>
      <th scope="row">
        {year === undefined || line.programmeKey === null ? (
          line.name
        ) : (
          <a href={href(frame, `/evaluations/${year}/${encodeURIComponent(line.programmeKey)}`)}>
            {line.name}
          </a>
        )}
        <span className="figure-table__mark">
          {line.number === '' ? '' : `${line.number}　`}
          {line.unitName}
        </span>
      </th>
      <td>
        {line.evaluationWord === '' ? (
          <span lang={frame.language}>{words.noEvaluation}</span>
        ) : common === undefined ? (
          line.evaluationWord
        ) : (
          <DirectionMark common={common} label={line.evaluationWord} />
        )}
      </td>
      {columns.kind ? (
        <td lang={frame.language}>{line.kind === null ? words.noReason : words.kinds[line.kind]}</td>
      ) : null}
      <td className="number">{tableYen(line.baseGeneralThousandYen)}</td>
      <td className="number">{amount(requested)}</td>
      <td className="number">{amount(allocated)}</td>
      {columns.decision ? (
        <>
          <td className="number">
            {allocated === null ? words.noReason : tableYen(allocated - line.baseGeneralThousandYen)}
          </td>
          <td>
            {line.decisionReason === '' && line.offsets.length === 0 ? words.noReason : line.decisionReason}
            {line.offsets.map(({ name, amountThousandYen }) => (
              <span key={name} className="figure-table__mark">
                {words.offset(name, formatThousandYen(amountThousandYen, frame.language))}
              </span>
            ))}
          </td>
        </>
      ) : null}
    </tr>
  );
};

/** 事業ごとの予算: what the evaluation said, what was asked for, what was given and why. */
export const BudgetLines = (props: Props) => {
  const { frame, fiscalYear, baseFiscalYear, lines, query } = props;
  const words = budgetWords(frame.language);
  const address = href(frame, `/budgets/${fiscalYear}`);
  const columns = columnsOf(lines);
  const kind = proposalKinds.find((each) => each === query.get('kind'));
  const matching = kind === undefined ? lines : lines.filter((line) => line.kind === kind);
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1));
  const shown = matching.slice((page - 1) * pageSize, page * pageSize);
  const pageHref = (to: number): string =>
    withChoices(address, query, to === 1 ? {} : { page: String(to) }, '#lines');
  return (
    <section className="section" id="lines" aria-labelledby="lines-title">
      <h2 id="lines-title">{words.lines}</h2>
      {columns.kind ? (
        <nav aria-label={words.filter} className="filters">
          <ul className="tags">
            {[undefined, ...proposalKinds]
              .map((each) => ({
                each,
                count: each === undefined ? lines.length : lines.filter((line) => line.kind === each).length,
              }))
              .filter(({ count }) => count > 0)
              .map(({ each, count }) => (
                <li key={each ?? ''}>
                  <a
                    className="chip"
                    href={withChoices(address, query, { kind: each ?? null }, '#lines')}
                    aria-current={each === kind ? 'true' : undefined}
                  >
                    {each === undefined ? words.all : words.kinds[each]}
                    <span className="chip__count">{count}</span>
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      ) : null}
      <TableScroll label={tableLabel(words.lines, frame.language)}>
        <table className="table table--words">
          <caption className="visually-hidden">{words.lines}</caption>
          <thead>
            <tr>
              <th scope="col">{words.programme}</th>
              <th scope="col">{words.evaluation}</th>
              {columns.kind ? <th scope="col">{words.kind}</th> : null}
              {[
                words.base(formatYear(baseFiscalYear, frame.language)),
                words.requested,
                words.allocated,
                ...(columns.decision ? [words.change] : []),
              ].map((label) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
              {columns.decision ? <th scope="col">{words.reason}</th> : null}
            </tr>
          </thead>
          <tbody lang="ja">
            {shown.map((line) => (
              <Row key={line.proposalKey} {...props} line={line} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {pages === 1 ? null : (
        <nav className="list-pager" aria-label={words.pages}>
          <p>
            {words.page((page - 1) * pageSize + 1, (page - 1) * pageSize + shown.length, matching.length)}
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
