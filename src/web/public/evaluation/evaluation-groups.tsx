import { barChart } from '../../../charts/bar-chart.ts';
import { type CommonDirection, commonDirections } from '../../../domain/evaluation/common-direction.ts';
import type { PublishedRound, PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { groupKeysOf, type Totals, type TotalsWay, totalsBy } from '../../../domain/evaluation/totals.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import { Drawing } from '../../components/drawing.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { evaluationWords } from '../../text/evaluation.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';
import { notesOf } from './evaluation-summary.tsx';

const groupWays = ['unit', 'item', 'place', 'type', 'grade'] as const satisfies readonly TotalsWay[];

interface Props {
  readonly frame: TownFrame;
  readonly round: PublishedRound;
  readonly fiscalYear: number;
  readonly sheets: readonly PublishedSheet[];
  /** As the reader asked. */
  readonly by: string | undefined;
  readonly hrefOf: (query: Readonly<Record<string, string>>, at: string) => string;
  readonly listHref: (way: TotalsWay, key: string) => string;
}

/** A way that puts everything into one group shows nothing. */
const usefulWays = ({ sheets, round }: Props): readonly (typeof groupWays)[number][] =>
  groupWays.filter((way) => new Set(sheets.flatMap((sheet) => groupKeysOf(sheet, way, round))).size > 1);

const mostDrawn = 12;

const CostChart = ({
  frame,
  totals,
  title,
}: {
  readonly frame: TownFrame;
  readonly totals: Totals;
  readonly title: string;
}) => {
  const words = evaluationWords(frame.language);
  const bars = totals.lines
    .filter(({ amountThousandYen }) => amountThousandYen > 0)
    .toSorted((a, b) => b.amountThousandYen - a.amountThousandYen)
    .slice(0, mostDrawn)
    .map((line) => ({
      name: line.key === '' ? words.noneOf[totals.way] : line.label,
      value: line.amountThousandYen,
      label: proseYen(line.amountThousandYen, frame.language),
    }));
  const data = (id: string) => ({ id, title, description: '', bars });
  const [narrow, wide] = [barChart(data('groups-n'), 320), barChart(data('groups-w'), 640)];
  if (narrow === null || wide === null || bars.length < 2) return null;
  return (
    <figure>
      <figcaption className="indicator-panel__finding">{title}</figcaption>
      <div className="chart-pair">
        <Drawing svg={narrow} width={320} />
        <Drawing svg={wide} width={640} />
      </div>
    </figure>
  );
};

const directionsOf = (sheets: readonly PublishedSheet[]): readonly CommonDirection[] =>
  commonDirections.filter((common) => sheets.some(({ direction }) => direction?.common === common));

/** 担当・計画の項目などに分けた集計: cost as a picture, directions and cost as a table. */
export const EvaluationGroups = (props: Props) => {
  const { frame, round, fiscalYear, sheets, by, hrefOf, listHref } = props;
  const { language } = frame;
  const words = evaluationWords(language);
  const ways = usefulWays(props);
  const way = ways.find((each) => each === by) ?? ways[0];
  if (way === undefined) return null;
  const totals = totalsBy(sheets, round, fiscalYear, way);
  const directions = directionsOf(sheets);
  const most = totals.lines.toSorted((a, b) => b.amountThousandYen - a.amountThousandYen)[0];
  const finding =
    most === undefined || most.amountPercent === null
      ? words.cross(words.ways[way])
      : words.byFinding(
          most.key === '' ? words.noneOf[way] : most.label,
          proseYen(most.amountThousandYen, language),
          most.amountPercent,
        );
  return (
    <section className="section stack" id="groups" aria-labelledby="groups-title">
      <h2 id="groups-title">{words.by}</h2>
      <nav aria-label={words.by}>
        <ul className="tags">
          {ways.map((each) => (
            <li key={each}>
              <a
                className="chip"
                href={hrefOf({ by: each }, '#groups')}
                aria-current={each === way ? 'true' : undefined}
              >
                {words.ways[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <CostChart frame={frame} totals={totals} title={finding} />
      <TableScroll label={tableLabel(words.cross(words.ways[way]), frame.language)}>
        <table className="table grade-table">
          <caption>{words.cross(words.ways[way])}</caption>
          <thead>
            <tr>
              <th scope="col">{words.ways[way]}</th>
              {directions.map((common) => (
                <th key={common} scope="col" className="number">
                  <DirectionMark common={common} label={words.directions[common]} language={language} />
                </th>
              ))}
              <th scope="col" className="number">
                {words.number}
              </th>
              <th scope="col" className="number">
                {words.amountUnit}
              </th>
              <th scope="col" className="number">
                {words.amountShare}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.lines.map((line) => {
              const members = sheets.filter((sheet) => groupKeysOf(sheet, way, round).includes(line.key));
              return (
                <tr key={line.key}>
                  <th scope="row" lang={line.key === '' ? undefined : 'ja'}>
                    {line.count === 0 ? (
                      line.label
                    ) : (
                      <a href={listHref(way, line.key)}>{line.key === '' ? words.noneOf[way] : line.label}</a>
                    )}
                  </th>
                  {directions.map((common) => (
                    <td key={common} className="number">
                      {members.filter(({ direction }) => direction?.common === common).length}
                    </td>
                  ))}
                  <td className="number">{tableYen(line.count)}</td>
                  <td className="number">{tableYen(line.amountThousandYen)}</td>
                  <td className="number">{line.amountPercent === null ? '—' : `${line.amountPercent}%`}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr className="grade-table__whole">
              <th scope="row">{words.total}</th>
              {directions.map((common) => (
                <td key={common} className="number">
                  {sheets.filter(({ direction }) => direction?.common === common).length}
                </td>
              ))}
              <td className="number">{tableYen(totals.whole.count)}</td>
              <td className="number">{tableYen(totals.whole.amountThousandYen)}</td>
              <td className="number">{totals.whole.amountThousandYen === 0 ? '—' : '100.0%'}</td>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <ul className="roll-up__notes small quiet">
        {notesOf(totals, round, words).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
};
