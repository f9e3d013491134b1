import { TableScroll } from '../../components/table-scroll.tsx';
import { wholePersons } from '../../text/population-names.ts';
import { tableLabel } from '../../text/table-label.ts';
import type { LiveScenario } from './explorer-live.ts';
import { movedTotalsPicture } from './explorer-pictures.ts';
import type { ExplorerView } from './explorer-view.ts';
import { MovingFigure } from './moving-figure.tsx';

/** Both bands of the picture. */
const rangeEnds = [
  ['low50', 'high50'],
  ['low', 'high'],
] as const;

/** What the picture of the reader's assumptions shows, in numbers that move with it: years counted, every step, the aim. */
export const ExplorerMovedTable = ({
  view,
  live,
}: {
  readonly view: ExplorerView;
  readonly live: LiveScenario;
}) => {
  const { words } = view;
  const { aim } = live.content;
  const counted = movedTotalsPicture(view.facts, live, words).series.filter(({ kind }) => kind === 'actual');
  const calculated = [...new Set([...live.projection.years, ...(aim === null ? [] : [aim.year])])];
  const years = [
    ...new Set([...counted.flatMap(({ points }) => points.map(({ year }) => year)), ...calculated]),
  ].toSorted((a, b) => a - b);
  const { withThis, without, difference, range, rangeHalf } = words.assumptions;
  return (
    <details className="population-table">
      <summary>{words.table}</summary>
      <TableScroll label={tableLabel(words.assumptions.results, view.frame.language)}>
        <table className="table population-results">
          <caption className="visually-hidden">{words.assumptions.results}</caption>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              {counted.map(({ name }) => (
                <th key={name} scope="col" className="number" lang="ja">
                  {name}
                </th>
              ))}
              {[withThis, without, difference, rangeHalf, range].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row" className="table__nowrap">
                  {words.pyramid.yearOnly(year)}
                </th>
                {counted.map(({ name, points }) => {
                  const value = points.find((point) => point.year === year)?.value;
                  return (
                    <td key={name} className="number">
                      {value === undefined ? '' : wholePersons(value)}
                    </td>
                  );
                })}
                {['total', 'baseline', 'difference'].map((name) => (
                  <td key={name} className="number">
                    {calculated.includes(year) ? (
                      <MovingFigure view={view} live={live} name={`${name}:${year}`} />
                    ) : (
                      ''
                    )}
                  </td>
                ))}
                {rangeEnds.map(([low, high]) => (
                  <td key={low} className="number">
                    {calculated.includes(year) ? (
                      <>
                        <MovingFigure view={view} live={live} name={`${low}:${year}`} />
                        {words.assumptions.to}
                        <MovingFigure view={view} live={live} name={`${high}:${year}`} />
                      </>
                    ) : (
                      ''
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
};
