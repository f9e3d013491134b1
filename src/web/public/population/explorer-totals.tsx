import { populationFan } from '../../../charts/population-fan.ts';
import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import { ChartPair } from '../../components/chart-pair.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { wholePersons } from '../../text/population-names.ts';
import { tableLabel } from '../../text/table-label.ts';
import { countedSeries, projectedSeries } from './explorer-facts.ts';
import { ExplorerNumbers } from './explorer-numbers.tsx';
import { bandsAtSteps, totalsPicture } from './explorer-pictures.ts';
import { csvHref, type ExplorerView } from './explorer-view.ts';

/** Every source by year, as published: nothing between the years. */
const TotalsTable = ({ view }: { readonly view: ExplorerView }) => {
  const { facts, live, words } = view;
  const bands = live?.still.bands ?? [];
  const columns = [
    ...facts.series.map((one) => ({
      key: one.series.seriesKey,
      name: one.series.name,
      ...totalsOfSeries(one),
    })),
    ...facts.scenarios.map(({ key, title, content }) => {
      const { years, bands, annual } = content.result;
      return {
        key: `scenario ${key}`,
        name: title,
        years,
        values: years.map((year) => annual.total[annual.years.indexOf(year)] ?? bands[0]?.median ?? 0),
      };
    }),
  ];
  const drawn = live === null ? [] : bandsAtSteps(live.still);
  const years = [
    ...new Set([...columns.flatMap((column) => column.years), ...drawn.map(({ year }) => year)]),
  ].toSorted((a, b) => a - b);
  // The range the picture shows: nothing is uncertain of the year that was counted.
  const rangeIn = (year: number, of: 'half' | 'eighty'): string => {
    const band =
      year === live?.start.assumptions.baseYear ? undefined : bands.find((one) => one.year === year);
    return band === undefined ? '' : band[of].map(wholePersons).join(words.assumptions.to);
  };
  return (
    <TableScroll label={tableLabel(words.totals.title, view.frame.language)}>
      <table className="table population-totals">
        <caption className="visually-hidden">{words.totals.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="number" lang="ja">
                {name}
              </th>
            ))}
            {live === null
              ? null
              : ([50, 80] as const).map((percent) => (
                  <th key={percent} scope="col" className="number">
                    {words.totals.rangeOf(live.start.series.name, percent)}
                  </th>
                ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row" className="table__nowrap">
                {year}
              </th>
              {columns.map((column) => {
                const value = column.values[column.years.indexOf(year)];
                return (
                  <td key={column.key} className="number">
                    {value === undefined ? '' : wholePersons(value)}
                  </td>
                );
              })}
              {live === null
                ? null
                : (['half', 'eighty'] as const).map((of) => (
                    <td key={of} className="number">
                      {rangeIn(year, of)}
                    </td>
                  ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** Only of what the picture has. */
const legendOf = ({ facts, words, frame }: ExplorerView): string => {
  const { counted, projection, scenario, aim } = words.totals.legend;
  return [
    ...(countedSeries(facts).length === 0 ? [] : [counted]),
    ...(projectedSeries(facts).length === 0 ? [] : [projection]),
    ...(facts.scenarios.length === 0 ? [] : [scenario]),
    ...(facts.aim === null ? [] : [aim]),
  ].join(frame.language === 'ja' ? '' : ' ');
};

/** 総人口のこれまでと、これから */
export const ExplorerTotals = ({ view }: { readonly view: ExplorerView }) => {
  const { facts, live, words, year } = view;
  return (
    <section className="section" aria-labelledby="totals">
      <h2 id="totals">{words.totals.title}</h2>
      <div className="indicator-summary">
        <figure>
          <ChartPair draw={populationFan} data={totalsPicture(facts, live, year, words)} />
          <figcaption>
            <ul className="chart-notes small quiet">
              <li>{legendOf(view)}</li>
              {live === null ? null : <li>{words.totals.bands(live.start.series.name)}</li>}
            </ul>
          </figcaption>
        </figure>
        <ExplorerNumbers view={view} />
      </div>
      <details className="population-table">
        <summary>{words.table}</summary>
        <TotalsTable view={view} />
      </details>
      <p className="more">
        <a href={csvHref(view)}>{words.csv}</a>
      </p>
    </section>
  );
};
