import { smallMultiples } from '../../../charts/small-multiples.ts';
import type { DistrictRow } from '../../../domain/population/district-figures.ts';
import { Drawing } from '../drawing.tsx';

interface DistrictPicturesProps {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly years: readonly number[];
  readonly rows: readonly DistrictRow[];
  readonly whole: DistrictRow;
  /** What stands below a panel: 1,234人 2045年 */
  readonly label: (persons: number, year: number) => string;
}

const baseIs = 100;

/** 地区ごとの小さな図: every district against itself at the base, so that small and large ones are compared. */
export const DistrictPictures = (props: DistrictPicturesProps) => {
  const points = ({ figures }: DistrictRow) => {
    const base = figures[0]?.total ?? 0;
    // Of a district without anybody nothing can be said in hundredths.
    return base === 0
      ? []
      : figures.map(({ total }, at) => ({
          fiscalYear: props.years[at] ?? 0,
          value: (baseIs * total) / base,
          label: props.label(total, props.years[at] ?? 0),
        }));
  };
  const draw = (width: 320 | 640): string | null =>
    smallMultiples(
      {
        id: `${props.id}-${width}`,
        title: props.title,
        description: props.description,
        series: props.rows.map((row) => ({ name: row.names.join('、'), points: points(row) })),
        whole: points(props.whole),
      },
      width,
    );
  const [narrow, wide] = [draw(320), draw(640)];
  return narrow === null || wide === null ? null : (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      <Drawing svg={wide} width={640} />
    </div>
  );
};
