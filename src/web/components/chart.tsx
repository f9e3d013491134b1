import { type LineChartData, type LinePoint, lineChart } from '../../charts/line-chart.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import type { IndicatorValue } from '../../domain/indicator/indicator.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import { formatYear } from '../text/dates.ts';
import { formatAmount, formatFigure, formatTarget } from '../text/figures.ts';
import { Drawing } from './drawing.tsx';
import type { TownFrame } from './frame.ts';

export interface ChartProps {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** What the chart shows, as a sentence: its title and alternative text. */
  readonly finding: string;
  /** 'small' beside a large figure; 'full' is drawn twice, for phones and for wider columns. */
  readonly size: 'small' | 'full';
}

/** Beside a line there is room for a name, not for its explanation in brackets. */
const shortName = (name: string): string => name.replace(/（[^）]*）$/, '');

const pointOf = (value: IndicatorValue, label: string): readonly LinePoint[] =>
  value.value === null ? [] : [{ fiscalYear: value.fiscalYear, value: Number(value.value), label }];

const chartData = ({ frame, loaded, finding }: ChartProps, id: string): LineChartData => {
  const { t, language } = frame;
  const { indicator, baseline, targets, referenceSeries } = loaded;
  const whole = loaded.values.filter((value) => value.breakdown === '' && value.stage === 'published');
  const pointsOf = (series: string): readonly LinePoint[] =>
    whole
      .filter((value) => value.series === series)
      .flatMap((value) => pointOf(value, formatFigure(value, indicator, language) ?? ''));
  return {
    id,
    title: finding,
    description: indicator.name,
    unit: language === 'ja' ? indicator.unit : '',
    years: language === 'ja' ? 'short' : 'western',
    baseline:
      baseline === null || baseline.value === null
        ? null
        : {
            fiscalYear: baseline.fiscalYear,
            value: Number(baseline.value),
            label: formatAmount(baseline.value, indicator, language),
            name: `${t.indicator.baselineShort} ${formatYear(baseline.fiscalYear, language)}`,
          },
    actuals: pointsOf('actual'),
    missing: [],
    targets: targets.flatMap((target) =>
      target.value === null
        ? []
        : [
            {
              fiscalYear: target.fiscalYear,
              value: Number(target.value),
              label: formatTarget(target, indicator, language),
              name: `${t.indicator.targetShort} ${formatYear(target.fiscalYear, language)}`,
            },
          ],
    ),
    references: referenceSeries
      .map((series) => ({ name: shortName(series.name), points: pointsOf(series.series) }))
      .filter((reference) => reference.points.length > 0),
  };
};

/** Nothing where there is no number to draw; the words and the table stand without it. */
export const Chart = (props: ChartProps) => {
  // One hundred percent, year after year, is no line worth drawing; its parts are drawn on its own page.
  if (isDistribution(props.loaded.indicator, outlookOf(props.loaded).latest)) return null;
  const id = `chart-${props.loaded.indicator.indicatorKey}`;
  const narrow = lineChart(chartData(props, `${id}-n`), 320);
  if (narrow === null) return null;
  if (props.size === 'small') return <Drawing svg={narrow} width={320} />;
  const wide = lineChart(chartData(props, `${id}-w`), 640);
  return (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      {wide === null ? null : <Drawing svg={wide} width={640} />}
    </div>
  );
};
