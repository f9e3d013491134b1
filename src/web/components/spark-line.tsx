import { type SparklineData, sparkline } from '../../charts/sparkline.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { TownFrame } from './frame.ts';

export interface SparkLineProps {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  readonly finding: string;
}

const dataOf = ({ loaded, finding }: SparkLineProps): SparklineData => {
  const point = (entry: { readonly fiscalYear: number; readonly value: string | null } | null | undefined) =>
    entry === null || entry === undefined || entry.value === null
      ? null
      : { fiscalYear: entry.fiscalYear, value: Number(entry.value), label: entry.value };
  return {
    id: `spark-${loaded.indicator.indicatorKey}`,
    title: finding,
    baseline: point(loaded.baseline),
    actuals: loaded.values
      .filter((value) => value.series === 'actual' && value.breakdown === '' && value.stage === 'published')
      .map(point)
      .filter((each) => each !== null),
    target: point(loaded.targets.at(-1)),
  };
};

/** 小さな図 in a list; the finding is its alternative text and stands in words where there is nothing to draw. */
export const SparkLine = (props: SparkLineProps) => {
  const svg = sparkline(dataOf(props));
  if (svg === null) return <span className="small quiet">{props.finding}</span>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: src/charts escapes every text it is given (svg.ts)
  return <span className="spark" dangerouslySetInnerHTML={{ __html: svg }} />;
};
