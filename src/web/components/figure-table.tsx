import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { Source } from '../../domain/kernel/source.ts';
import { formatDate, formatYear } from '../text/dates.ts';
import { formatAmount, formatFigure, formatTarget } from '../text/figures.ts';
import { indicatorWords } from '../text/indicator-words.ts';
import type { TownFrame } from './frame.ts';
import { SourceNote } from './source-note.tsx';
import { TableScroll } from './table-scroll.tsx';

export interface FigureTableProps {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  readonly caption: string;
}

interface Row {
  readonly key: string;
  readonly fiscalYear: number;
  readonly kind: string;
  readonly kindIsJapanese: boolean;
  readonly figure: string;
  readonly mark: string;
  readonly note: string;
  readonly source: Source | null;
}

const rowsOf = (frame: TownFrame, loaded: LoadedIndicator): readonly Row[] => {
  const { t, language } = frame;
  const { indicator, baseline } = loaded;
  const words = indicatorWords(language);
  const seriesName = (series: string): string =>
    loaded.referenceSeries.find((reference) => reference.series === series)?.name ?? t.indicator.actual;
  const values = loaded.values
    .filter((value) => value.breakdown === '' && value.stage === 'published')
    .map(
      (value): Row => ({
        key: `${value.series}/${value.fiscalYear}`,
        fiscalYear: value.fiscalYear,
        kind: seriesName(value.series),
        kindIsJapanese: value.series !== 'actual',
        figure: formatFigure(value, indicator, language) ?? t.status.notEntered,
        mark: [
          value.status === 'final' ? '' : t.status[value.status],
          value.series === 'actual' && indicator.computed !== null ? words.computed : '',
          value.standardError === null ? '' : words.standardError(value.standardError),
        ]
          .filter((part) => part !== '')
          .join('・'),
        note: [value.asOf === null ? '' : formatDate(value.asOf, language), value.note]
          .filter(Boolean)
          .join('　'),
        source: value.source,
      }),
    );
  const own = { kindIsJapanese: false } as const;
  const baselines: readonly Row[] =
    baseline === null
      ? []
      : [
          {
            ...own,
            key: 'baseline',
            fiscalYear: baseline.fiscalYear,
            kind: t.indicator.baseline,
            figure:
              baseline.value === null
                ? t.status.notEntered
                : formatAmount(baseline.value, indicator, language),
            mark: '',
            note: baseline.note,
            source: baseline.source,
          },
        ];
  const targets = loaded.targets.map(
    (target): Row => ({
      ...own,
      key: `target/${target.fiscalYear}`,
      fiscalYear: target.fiscalYear,
      kind: t.indicator.target,
      figure: formatTarget(target, indicator, language),
      mark: target.value === null && target.text === null ? t.status.toBeSetLong : '',
      note: target.reason,
      source: target.source,
    }),
  );
  return [...baselines, ...values, ...targets].sort((a, b) => a.fiscalYear - b.fiscalYear);
};

/** Every figure of the whole with its mark and note; sources are numbered and stand below the table. */
export const FigureTable = ({ frame, loaded, caption }: FigureTableProps) => {
  const { t, language } = frame;
  const rows = rowsOf(frame, loaded);
  if (rows.length === 0) return null;
  const sources = [
    ...new Map(
      rows.flatMap((row) => (row.source === null ? [] : [[JSON.stringify(row.source), row.source] as const])),
    ),
  ];
  const numberOf = (source: Source): number =>
    sources.findIndex(([key]) => key === JSON.stringify(source)) + 1;
  return (
    <>
      <TableScroll label={caption}>
        <table className="table figure-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.indicator.year}</th>
              <th scope="col">{t.indicator.series}</th>
              <th scope="col" className="number">
                {t.indicator.value}
              </th>
              <th scope="col">{t.indicator.note}</th>
              <th scope="col">{t.indicator.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="table__nowrap">
                  {formatYear(row.fiscalYear, language)}
                </th>
                <td lang={row.kindIsJapanese ? 'ja' : undefined}>{row.kind}</td>
                <td className="number">
                  {row.figure}
                  {row.mark === '' ? null : <span className="figure-table__mark">{row.mark}</span>}
                </td>
                <td lang="ja" className="figure-table__note">
                  {row.note}
                </td>
                <td className="number">{row.source === null ? null : `*${numberOf(row.source)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {sources.length === 0 ? null : (
        <ul className="sources">
          {sources.map(([key, source], at) => (
            <li key={key}>
              <span className="source number">*{at + 1}</span>
              <SourceNote frame={frame} source={source} bare />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
