import { type SmallSeries, smallMultiples } from '../../charts/small-multiples.ts';
import type { LoadedIndicator, StoredValue } from '../../db/read-indicator.ts';
import type { BreakdownDimension } from '../../domain/indicator/indicator.ts';
import { Drawing } from '../components/drawing.tsx';
import type { TownFrame } from '../components/frame.ts';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatYear } from '../text/dates.ts';
import { formatFigure } from '../text/figures.ts';
import { nameIn, nameLang } from '../text/name-in.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
}

const actuals = ({ values }: LoadedIndicator): readonly StoredValue[] =>
  values.filter(({ series, stage }) => series === 'actual' && stage === 'published');

/** Cells of one axis alone: 'area:hirooka', not 'area:hirooka/age:20s'. */
const ofAxis = (loaded: LoadedIndicator, axis: BreakdownDimension): readonly StoredValue[] =>
  actuals(loaded).filter(({ breakdown }) => breakdown.startsWith(`${axis.key}:`) && !breakdown.includes('/'));

/** Years in which the axis has figures, ascending. */
export const yearsOfAxis = (loaded: LoadedIndicator, axis: BreakdownDimension): readonly number[] =>
  [...new Set(ofAxis(loaded, axis).map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b);

const OneAxis = ({ frame, loaded, axis }: Props & { readonly axis: BreakdownDimension }) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const values = ofAxis(loaded, axis);
  const years = yearsOfAxis(loaded, axis);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const caption = `${indicator.name}（${nameIn(axis, language)}、${formatYear(first, language)}〜${formatYear(last, language)}）`;
  const whole = actuals(loaded).filter(
    ({ breakdown, fiscalYear }) => breakdown === '' && fiscalYear >= first && fiscalYear <= last,
  );
  const points = (of: readonly StoredValue[]): SmallSeries['points'] =>
    of.flatMap((value) =>
      value.value === null
        ? []
        : [
            {
              fiscalYear: value.fiscalYear,
              value: Number(value.value),
              label: `${formatFigure(value, indicator, language)} ${formatYear(value.fiscalYear, language)}`,
            },
          ],
    );
  const used = axis.categories.filter(({ key }) =>
    values.some(({ breakdown }) => breakdown === `${axis.key}:${key}`),
  );
  const of = (key: string): readonly StoredValue[] =>
    values.filter(({ breakdown }) => breakdown === `${axis.key}:${key}`);
  const data = (id: string) => ({
    id: `groups-${indicator.indicatorKey}-${axis.key}-${id}`,
    title: caption,
    description: '',
    series: used.map((category) => ({ name: nameIn(category, language), points: points(of(category.key)) })),
    whole: points(whole),
  });
  const [narrow, wide] = [smallMultiples(data('n'), 320), smallMultiples(data('w'), 640)];
  const cell = (found: StoredValue | undefined): string =>
    found === undefined ? '—' : (formatFigure(found, indicator, language) ?? '—');
  const rows = [
    ...used.map((category) => ({
      key: category.key,
      name: nameIn(category, language),
      lang: nameLang(category, language),
      of: of(category.key),
    })),
    ...(whole.length === 0 ? [] : [{ key: '', name: t.indicator.whole, lang: undefined, of: whole }]),
  ];
  return (
    <>
      {narrow === null || wide === null ? null : (
        <div className="chart-pair">
          <Drawing svg={narrow} width={320} />
          <Drawing svg={wide} width={640} />
        </div>
      )}
      <TableScroll label={caption}>
        <table className="table breakdown">
          <caption lang="ja">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" lang={nameLang(axis, language)}>
                {nameIn(axis, language)}
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {formatYear(year, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" lang={row.lang} className="table__nowrap">
                  {row.name}
                </th>
                {years.map((year) => (
                  <td key={year} className="number">
                    {cell(row.of.find(({ fiscalYear }) => fiscalYear === year))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
};

/** 地区や年代の動き: small charts on one scale with the whole behind each, and the table of the same figures. */
export const GroupsByYear = ({ frame, loaded }: Props) => (
  <>
    {loaded.indicator.breakdowns.map((axis) => (
      <OneAxis key={axis.key} frame={frame} loaded={loaded} axis={axis} />
    ))}
  </>
);
