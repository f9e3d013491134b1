import { loadEntries, loadPublications, type Publication } from '../../../db/read-publication.ts';
import type { PublishedImplementationLine } from '../../../domain/budget/budget.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { PublicLayout } from '../../components/public-layout.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatDate, formatPeriod, formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { budgetWords } from '../../text/evaluation-budget.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';
import type { PublicPage } from '../page.ts';

interface Props {
  readonly frame: TownFrame;
  readonly publication: Publication<'implementation-plan'>;
  readonly lines: readonly PublishedImplementationLine[];
}

type Amount = PublishedImplementationLine['amounts'][number];

const amountIn = (line: PublishedImplementationLine, year: number): Amount | undefined =>
  line.amounts.find(({ fiscalYear }) => fiscalYear === year);

const sumIn = (lines: readonly PublishedImplementationLine[], year: number): number =>
  lines.reduce((total, line) => total + (amountIn(line, year)?.amountThousandYen ?? 0), 0);

/** A year of which nothing is said is not a year of nought. */
const isOpen = (lines: readonly PublishedImplementationLine[], year: number): boolean =>
  lines.every((line) => amountIn(line, year) === undefined);

const Sum = ({ lines, year }: Pick<Props, 'lines'> & { readonly year: number }) => (
  <td className="number">{isOpen(lines, year) ? '—' : tableYen(sumIn(lines, year))}</td>
);

const isCorrected = ({ amountThousandYen, originalThousandYen }: Amount): boolean =>
  amountThousandYen !== originalThousandYen;

/** 補正で変わった額: marked with a sign (▲ would read as minus) and with what it was, not by colour alone. */
const Cell = ({ amount, frame }: { readonly amount: Amount | undefined; readonly frame: TownFrame }) => {
  const { plan } = budgetWords(frame.language);
  if (amount === undefined) return <td className="number">—</td>;
  return (
    <td className={isCorrected(amount) ? 'number corrected' : 'number'}>
      {isCorrected(amount) ? (
        <b>※{tableYen(amount.amountThousandYen)}</b>
      ) : (
        tableYen(amount.amountThousandYen)
      )}
      {isCorrected(amount) ? (
        <span className="figure-table__mark">{plan.original(tableYen(amount.originalThousandYen))}</span>
      ) : null}
    </td>
  );
};

const Table = ({ frame, lines, years }: Props & { readonly years: readonly number[] }) => {
  const { language } = frame;
  const words = budgetWords(language);
  const groups = [...Map.groupBy(lines, ({ planItems }) => planItems[0] ?? '')];
  return (
    <TableScroll label={tableLabel(words.plan.table, frame.language)}>
      <table className="table table--words landscape-table">
        <caption>
          {words.plan.table} <span className="small quiet">{words.plan.thousandYen}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.programme}</th>
            <th scope="col">{words.plan.unit}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="number">
                {formatYear(year, language)}
              </th>
            ))}
            <th scope="col" className="number">
              {words.total}
            </th>
          </tr>
        </thead>
        {groups.map(([group, members]) => (
          <tbody key={group}>
            <tr className="landscape-table__group">
              <th scope="rowgroup" colSpan={years.length + 3} lang={group === '' ? undefined : 'ja'}>
                {group === '' ? words.plan.noGroup : group}
              </th>
            </tr>
            {members.map((line) => (
              <tr key={line.programmeKey} lang="ja">
                <th scope="row">
                  {line.name}
                  {line.number === '' ? null : <span className="figure-table__mark">{line.number}</span>}
                </th>
                <td>{line.unitName === '' ? '—' : line.unitName}</td>
                {years.map((year) => (
                  <Cell key={year} frame={frame} amount={amountIn(line, year)} />
                ))}
                <td className="number">
                  {tableYen(
                    line.amounts.reduce((total, { amountThousandYen }) => total + amountThousandYen, 0),
                  )}
                </td>
              </tr>
            ))}
            <tr className="landscape-table__sum">
              <th scope="row" colSpan={2}>
                {words.plan.sum(group === '' ? words.plan.noGroup : group)}
              </th>
              {years.map((year) => (
                <Sum key={year} lines={members} year={year} />
              ))}
              <td className="number">
                {tableYen(years.reduce((total, year) => total + sumIn(members, year), 0))}
              </td>
            </tr>
          </tbody>
        ))}
        <tfoot>
          <tr className="grade-table__whole">
            <th scope="row" colSpan={2}>
              {words.plan.years}
            </th>
            {years.map((year) => (
              <Sum key={year} lines={lines} year={year} />
            ))}
            <td className="number">
              {tableYen(years.reduce((total, year) => total + sumIn(lines, year), 0))}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
};

const Corrections = ({ frame, lines }: Props) => {
  const { language } = frame;
  const words = budgetWords(language).plan;
  const corrected = lines.flatMap((line) =>
    line.amounts.filter(isCorrected).map((amount) => ({ line, amount })),
  );
  if (corrected.length === 0) return null;
  return (
    <section className="section" aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections}</h2>
      <ul className="plain-bullets">
        {corrected.map(({ line, amount }) => (
          <li key={`${line.programmeKey} ${amount.fiscalYear}`}>
            <span lang="ja">{line.name}</span> {formatYear(amount.fiscalYear, language)}{' '}
            {tableYen(amount.originalThousandYen)} → {tableYen(amount.amountThousandYen)}{' '}
            <span lang="ja">{amount.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const ImplementationPlanPage = (props: Props) => {
  const { frame, publication, lines } = props;
  const { language } = frame;
  const words = budgetWords(language);
  const common = evaluationWords(language);
  const { startFiscalYear, years: count, mode, correction } = publication.content;
  const years = Array.from({ length: count }, (_, at) => startFiscalYear + at);
  const period = formatPeriod(startFiscalYear, startFiscalYear + count - 1, language);
  const title = words.plan.title(period);
  const amount = years.reduce((total, year) => total + sumIn(lines, year), 0);
  const open = years.filter((year) => isOpen(lines, year));
  const api = `/api/v1/municipalities/${frame.town.municipality}/implementation-plans/${startFiscalYear}`;
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={words.plan.lead(count)}
      section="evaluations"
      crumbs={[{ label: common.title, href: href(frame, '/evaluations') }, { label: title }]}
      record={{ updatedAt: publication.publishedAt }}
    >
      <PageHead
        title={title}
        kicker={<span lang="ja">{publication.title}</span>}
        lead={words.plan.lead(count)}
      />
      <p className="finding phrase">
        {words.plan.finding(lines.length, period, proseYen(amount, language))}
        {open.length === 0
          ? null
          : `${language === 'ja' ? '' : ' '}${words.plan.open(open.map((year) => formatYear(year, language)).join(language === 'ja' ? '・' : ', '))}`}
      </p>
      <p className="small quiet">
        {words.plan.correction(correction)}　{words.plan.modes[mode]}　
        {common.publishedOn(formatDate(publication.publishedAt, language))}
        {publication.edition === 1 ? null : (
          <span lang="ja">　{evaluationWords('ja').edition(publication.edition, publication.reason)}</span>
        )}
      </p>
      <div className="landscape section">
        <Table {...props} years={years} />
      </div>
      <Corrections {...props} />
      <section className="section section--ruled no-print" aria-labelledby="data">
        <h2 id="data">{words.plan.data}</h2>
        <ul className="link-list">
          <li>
            <a href={`${api}.csv`}>{words.plan.csv}</a>
          </li>
          <li>
            <a href={api}>{words.plan.json}</a>
          </li>
        </ul>
      </section>
    </PublicLayout>
  );
};

/** 実施計画: three years in one table, made to be printed across the page. */
export const implementationPlanPage: PublicPage = {
  path: '/implementation-plans/:year',
  answer: async ({ tx, frame, param }) => {
    const publication = (await loadPublications(tx, 'implementation-plan')).find(
      ({ content }) => String(content.startFiscalYear) === param('year'),
    );
    if (publication === undefined) return { kind: 'missing' };
    const lines = await loadEntries(tx, publication);
    return {
      kind: 'page',
      element: <ImplementationPlanPage frame={frame} publication={publication} lines={lines} />,
    };
  },
};
