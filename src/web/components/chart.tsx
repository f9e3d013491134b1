import { lineChart } from '../../charts/line-chart.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import { chartDataOf } from './chart-data.ts';
import { Drawing } from './drawing.tsx';
import type { TownFrame } from './frame.ts';

export interface ChartProps {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** What the chart shows, as a sentence: its title and alternative text. */
  readonly finding: string;
  /** 'small' beside a large figure; 'full' is drawn twice, for phones and for wider columns. */
  readonly size: 'small' | 'full';
  /** Whether the forecast is drawn: on the indicator's own page, where its words stand below. */
  readonly forecasts?: boolean;
}

/** Nothing where there is no number to draw; the words and the table stand without it. */
export const Chart = ({ frame, loaded, finding, size, forecasts = false }: ChartProps) => {
  // One hundred percent, year after year, is no line worth drawing; its parts are drawn on its own page.
  if (isDistribution(loaded.indicator, outlookOf(loaded).latest)) return null;
  const data = (suffix: string) =>
    chartDataOf(frame, loaded, {
      id: `chart-${loaded.indicator.indicatorKey}-${suffix}`,
      finding,
      forecasts,
    });
  const narrow = lineChart(data('n'), 320);
  if (narrow === null) return null;
  if (size === 'small') return <Drawing svg={narrow} width={320} />;
  const wide = lineChart(data('w'), 640);
  return (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      {wide === null ? null : <Drawing svg={wide} width={640} />}
    </div>
  );
};
