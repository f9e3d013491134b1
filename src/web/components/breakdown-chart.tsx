import { barChart } from '../../charts/bar-chart.ts';
import { distributionChart } from '../../charts/distribution-chart.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { BreakdownDimension, IndicatorValue } from '../../domain/indicator/indicator.ts';
import { formatFigure } from '../text/figures.ts';
import { nameIn } from '../text/name-in.ts';
import { Drawing } from './drawing.tsx';
import type { TownFrame } from './frame.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  readonly series: string;
  readonly fiscalYear: number;
  readonly rows: BreakdownDimension;
  /** Present in a cross table: answers given, of each row its own hundred percent. */
  readonly columns: BreakdownDimension | undefined;
  readonly caption: string;
}

type Find = (...cell: readonly string[]) => IndicatorValue | undefined;

/** Looks a cell up by its parts in whatever order they were stored; none is the whole. */
const finder = ({ loaded, series, fiscalYear }: Props): Find => {
  const name = (parts: readonly string[]): string => parts.toSorted().join('/');
  const cells = new Map(
    loaded.values
      .filter(
        (value) => value.stage === 'published' && value.series === series && value.fiscalYear === fiscalYear,
      )
      .map((value) => [name(value.breakdown === '' ? [] : value.breakdown.split('/')), value]),
  );
  return (...parts) => cells.get(name(parts));
};

const numberOf = (value: IndicatorValue | undefined): number | null =>
  value === undefined || value.value === null ? null : Number(value.value);

const drawDistribution = (props: Props, columns: BreakdownDimension, id: string, width: 320 | 640) => {
  const { rows, caption, frame } = props;
  const find = finder(props);
  const shares = (...row: readonly string[]) =>
    columns.categories.map(({ key }) => numberOf(find(...row, `${columns.key}:${key}`)));
  const parts = rows.categories.map((row) => ({
    name: nameIn(row, frame.language),
    note: '',
    shares: shares(`${rows.key}:${row.key}`),
  }));
  const whole = { name: frame.t.indicator.whole, note: '', shares: shares(), emphasised: true };
  return distributionChart(
    {
      id,
      title: caption,
      description: '',
      categories: columns.categories.map((column) => nameIn(column, frame.language)),
      rows: [...parts, whole].filter((row) => row.shares.some((share) => share !== null)),
    },
    width,
  );
};

const drawBars = (props: Props, id: string, width: 320 | 640): string | null => {
  const { rows, caption, frame, loaded } = props;
  const find = finder(props);
  const bar = (name: string, value: IndicatorValue | undefined, emphasised: boolean) =>
    value === undefined
      ? []
      : [
          {
            name,
            value: numberOf(value),
            label: formatFigure(value, loaded.indicator, frame.language) ?? frame.t.status.notEntered,
            emphasised,
          },
        ];
  const parts = rows.categories.flatMap((row) =>
    bar(nameIn(row, frame.language), find(`${rows.key}:${row.key}`), false),
  );
  // Bars of one length say nothing: 100 % in every group.
  if (new Set(parts.map(({ value }) => value)).size < 2) return null;
  // Of shares the whole is their sum and no bar among them.
  const whole = loaded.indicator.unit === '%' ? [] : bar(frame.t.indicator.whole, find(), true);
  return barChart({ id, title: caption, description: '', bars: [...parts, ...whole] }, width);
};

/** 内訳の図: shares of answers as bars of one hundred percent, anything else as one bar a group. */
export const BreakdownChart = (props: Props) => {
  const { loaded, series, fiscalYear, rows, columns } = props;
  const id = [
    'breakdown',
    loaded.indicator.indicatorKey,
    series,
    fiscalYear,
    rows.key,
    columns?.key ?? '',
  ].join('-');
  const draw = (width: 320 | 640) => {
    if (columns === undefined) return drawBars(props, `${id}-${width}`, width);
    // Only shares add up to a whole.
    return loaded.indicator.unit === '%' ? drawDistribution(props, columns, `${id}-${width}`, width) : null;
  };
  const [narrow, wide] = [draw(320), draw(640)];
  return narrow === null || wide === null ? null : (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      <Drawing svg={wide} width={640} />
    </div>
  );
};
