import type { FrozenFigures } from '../../../domain/evaluation/sheet.ts';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatDate, formatYear } from '../../text/dates.ts';
import { sheetWords } from '../../text/evaluation-sheet.ts';
import { unitAfter } from '../../text/figures.ts';
import { tableLabel } from '../../text/table-label.ts';

type Figure = FrozenFigures['measures'][number]['figures'][number];

/** 活動と成果: a line a measure, a column a year; why a figure is missing stands in its place. */
export const ProgrammeFigures = ({
  frame,
  figures,
}: {
  readonly frame: TownFrame;
  readonly figures: FrozenFigures;
}) => {
  const words = sheetWords(frame.language);
  const { measures } = figures;
  if (measures.length === 0) return null;
  const years = [
    ...new Set(measures.flatMap((measure) => measure.figures.map(({ fiscalYear }) => fiscalYear))),
  ].toSorted((a, b) => a - b);
  const actual = ({ actual: value, missing }: Figure, unit: string) =>
    value === null ? (
      <span className="quiet">{missing === null ? '—' : (words.missing[missing] ?? missing)}</span>
    ) : (
      `${value}${unitAfter(unit, frame.language)}`
    );
  return (
    <section className="section" aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      <TableScroll label={tableLabel(words.figures, frame.language)}>
        <table className="table table--words">
          <caption className="visually-hidden">{words.figures}</caption>
          <thead>
            <tr>
              <th scope="col">{words.figures}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {formatYear(year, frame.language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr key={measure.measureKey}>
                <th scope="row">
                  <span lang="ja">{measure.name}</span>
                  <span className="figure-table__mark">
                    {words.kinds[measure.kind]}
                    {measure.sharedBy > 1 ? `　${words.shared(measure.sharedBy)}` : ''}
                  </span>
                </th>
                {years.map((year) => {
                  const figure = measure.figures.find(({ fiscalYear }) => fiscalYear === year);
                  return (
                    <td key={year} className="number">
                      {figure === undefined ? '—' : actual(figure, measure.unit)}
                      {figure === undefined || figure.target === null ? null : (
                        <span className="figure-table__mark">
                          {words.targetFigure} {figure.target}
                          {unitAfter(measure.unit, frame.language)}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="small quiet">{words.taken(formatDate(figures.takenAt, frame.language))}</p>
    </section>
  );
};
