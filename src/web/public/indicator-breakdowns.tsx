import type { LoadedIndicator, StoredValue } from '../../db/read-indicator.ts';
import type { BreakdownDimension } from '../../domain/indicator/indicator.ts';
import { BreakdownChart } from '../components/breakdown-chart.tsx';
import type { TownFrame } from '../components/frame.ts';
import { SourceNote } from '../components/source-note.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatYear } from '../text/dates.ts';
import { formatFigure } from '../text/figures.ts';
import { nameIn, nameLang } from '../text/name-in.ts';
import { GroupsByYear, yearsOfAxis } from './indicator-groups-by-year.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
}

/** 'age:20s/score:7' → age: 20s, score: 7 */
const cellOf = (breakdown: string): ReadonlyMap<string, string> =>
  new Map(
    breakdown
      .split('/')
      .map((part) => part.split(':'))
      .flatMap(([key, category]) =>
        key === undefined || category === undefined ? [] : [[key, category] as const],
      ),
  );

interface Cells {
  readonly series: string;
  readonly fiscalYear: number;
  /** Axes named by the cells: one gives a list, two a cross table. */
  readonly axes: readonly BreakdownDimension[];
  readonly values: readonly { readonly cell: ReadonlyMap<string, string>; readonly value: StoredValue }[];
}

/** 100 % in every row: the sums of a table beside it, to be read last. */
const isUniform = ({ values }: Cells): boolean =>
  values.length > 1 && new Set(values.map(({ value }) => value.value)).size === 1;

/** Cells of one series, year and set of axes belong in one table. */
const tablesOf = (loaded: LoadedIndicator): readonly Cells[] => {
  const parts = loaded.values
    .filter((value) => value.breakdown !== '' && value.stage === 'published')
    .map((value) => ({ cell: cellOf(value.breakdown), value }));
  const groups = Map.groupBy(parts, ({ cell, value }) =>
    JSON.stringify([value.series, value.fiscalYear, [...cell.keys()].sort()]),
  );
  const tables = [...groups.values()].flatMap((values): Cells[] => {
    const [first] = values;
    if (first === undefined) return [];
    return [
      {
        series: first.value.series,
        fiscalYear: first.value.fiscalYear,
        axes: loaded.indicator.breakdowns.filter((dimension) => first.cell.has(dimension.key)),
        values,
      },
    ];
  });
  return tables.toSorted((a, b) => Number(isUniform(a)) - Number(isUniform(b)));
};

const CrossTable = ({ frame, loaded, cells }: Props & { readonly cells: Cells }) => {
  const { t, language } = frame;
  const [rows, columns] = cells.axes;
  if (rows === undefined) return null;
  const seriesName =
    loaded.referenceSeries.find((series) => series.series === cells.series)?.name ?? loaded.indicator.name;
  const caption = `${seriesName}（${formatYear(cells.fiscalYear, language)}、${cells.axes.map((axis) => nameIn(axis, language)).join('×')}）`;
  const shown = (row: string, column: string | null) => {
    const found = cells.values.find(
      ({ cell }) => cell.get(rows.key) === row && (columns === undefined || cell.get(columns.key) === column),
    );
    return found === undefined ? '—' : (formatFigure(found.value, loaded.indicator, language) ?? '—');
  };
  const used = (axis: BreakdownDimension) =>
    axis.categories.filter((category) =>
      cells.values.some(({ cell }) => cell.get(axis.key) === category.key),
    );
  return (
    <>
      <BreakdownChart
        loaded={loaded}
        series={cells.series}
        fiscalYear={cells.fiscalYear}
        rows={rows}
        columns={columns}
        caption={caption}
        frame={frame}
      />
      <TableScroll label={caption}>
        <table className="table breakdown">
          <caption lang="ja">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" lang={nameLang(rows, language)}>
                {nameIn(rows, language)}
              </th>
              {columns === undefined ? (
                <th scope="col" className="number">
                  {t.indicator.value}
                </th>
              ) : (
                used(columns).map((column) => (
                  <th key={column.key} scope="col" className="number" lang={nameLang(column, language)}>
                    {nameIn(column, language)}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {used(rows).map((row) => (
              <tr key={row.key}>
                <th scope="row" lang={nameLang(row, language)} className="table__nowrap">
                  {nameIn(row, language)}
                </th>
                {columns === undefined ? (
                  <td className="number">{shown(row.key, null)}</td>
                ) : (
                  used(columns).map((column) => (
                    <td key={column.key} className="number">
                      {shown(row.key, column.key)}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <SourceNote frame={frame} source={cells.values[0]?.value.source ?? null} />
    </>
  );
};

/** An axis with several years is shown over the years; of its single years the newest is enough. */
const isSuperseded = (loaded: LoadedIndicator, { series, fiscalYear, axes }: Cells): boolean => {
  const [axis, second] = axes;
  return (
    series === 'actual' &&
    axis !== undefined &&
    second === undefined &&
    yearsOfAxis(loaded, axis).some((year) => year > fiscalYear)
  );
};

/** 内訳: by age, by answer, by area; two axes as a cross table. */
export const IndicatorBreakdowns = ({ frame, loaded }: Props) => {
  const tables = tablesOf(loaded).filter((cells) => !isSuperseded(loaded, cells));
  return tables.length === 0 ? null : (
    <section className="section" aria-labelledby="breakdown">
      <h2 id="breakdown">{frame.t.indicator.breakdown}</h2>
      <div className="stack">
        <GroupsByYear frame={frame} loaded={loaded} />
        {tables.map((cells) => (
          <CrossTable
            key={`${cells.series} ${cells.fiscalYear} ${cells.axes.map((axis) => axis.key).join()}`}
            frame={frame}
            loaded={loaded}
            cells={cells}
          />
        ))}
      </div>
    </section>
  );
};
