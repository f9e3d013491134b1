import { barChart } from '../../../charts/bar-chart.ts';
import type { FrozenFigures } from '../../../domain/evaluation/sheet.ts';
import { Drawing } from '../../components/drawing.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { sheetWords } from '../../text/evaluation-sheet.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';

interface Props {
  readonly frame: TownFrame;
  readonly name: string;
  readonly figures: FrozenFigures;
}

const sources = ['national', 'prefecture', 'bond', 'other', 'general'] as const;

const Amount = ({ of, unknown }: { readonly of: number | null; readonly unknown: string }) => (
  <td className="number">{of === null ? <span className="quiet">{unknown}</span> : tableYen(of)}</td>
);

const Chart = ({ frame, name, figures }: Props) => {
  const words = sheetWords(frame.language);
  const bars = figures.years.map(({ fiscalYear, settled, budget }) => {
    const amount = settled.totalThousandYen ?? budget.totalThousandYen;
    return {
      name: formatYear(fiscalYear, frame.language),
      value: amount,
      label: amount === null ? words.unknown : proseYen(amount, frame.language),
    };
  });
  if (bars.length < 2) return null;
  const data = (id: string) => ({ id, title: words.moneyChart(name), description: '', bars });
  const [narrow, wide] = [barChart(data('money-n'), 320), barChart(data('money-w'), 640)];
  if (narrow === null || wide === null) return null;
  return (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      <Drawing svg={wide} width={640} />
    </div>
  );
};

const Funding = ({ frame, figures }: Pick<Props, 'frame' | 'figures'>) => {
  const words = sheetWords(frame.language);
  const year = figures.years.findLast(({ settled, budget }) => (settled.funding ?? budget.funding) !== null);
  const funding = year === undefined ? null : (year.settled.funding ?? year.budget.funding);
  if (year === undefined || funding === null) return null;
  const title = words.fundingOf(formatYear(year.fiscalYear, frame.language));
  return (
    <TableScroll label={tableLabel(title, frame.language)}>
      <table className="table grade-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {sources.map((source) => (
              <th key={source} scope="col" className="number">
                {words.sources[source]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {sources.map((source) => (
              <Amount key={source} of={funding[source]} unknown={words.unknown} />
            ))}
          </tr>
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 費用: budget and settlement year by year, what staff costs, and who pays. */
export const ProgrammeMoney = ({ frame, name, figures }: Props) => {
  const words = sheetWords(frame.language);
  const { years } = figures;
  if (years.length === 0) return null;
  const budgeted = years.some(({ budget }) => budget.totalThousandYen !== null);
  const staffed = years.some(({ personnelThousandYen }) => personnelThousandYen !== null);
  return (
    <section className="section stack" aria-labelledby="money">
      <h2 id="money">{words.money}</h2>
      <Chart frame={frame} name={name} figures={figures} />
      <TableScroll label={tableLabel(words.money, frame.language)}>
        <table className="table grade-table">
          <caption className="visually-hidden">{words.money}</caption>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              {budgeted ? (
                <th scope="col" className="number">
                  {words.budget}
                </th>
              ) : null}
              <th scope="col" className="number">
                {words.settled}
              </th>
              {staffed ? (
                <>
                  <th scope="col" className="number">
                    {words.personnel}
                  </th>
                  <th scope="col" className="number">
                    {words.totalCost}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.fiscalYear}>
                <th scope="row">{formatYear(year.fiscalYear, frame.language)}</th>
                {budgeted ? <Amount of={year.budget.totalThousandYen} unknown={words.unknown} /> : null}
                <Amount of={year.settled.totalThousandYen} unknown={words.unknown} />
                {staffed ? (
                  <>
                    <Amount of={year.personnelThousandYen} unknown={words.unknown} />
                    <Amount of={year.totalThousandYen} unknown={words.unknown} />
                  </>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Funding frame={frame} figures={figures} />
    </section>
  );
};
