import type { ChartWidth } from '../../charts/line-chart.ts';
import { Drawing } from './drawing.tsx';

interface Props<Data extends { readonly id: string }> {
  readonly draw: (data: Data, width: ChartWidth) => string | null;
  /** Its id gets a suffix of the width: -n of 320, -w of 640. */
  readonly data: Data;
}

/** A picture drawn twice, for phones and for wider columns; nothing where there is nothing to draw. */
export const ChartPair = <Data extends { readonly id: string }>({ draw, data }: Props<Data>) => {
  const narrow = draw({ ...data, id: `${data.id}-n` }, 320);
  const wide = draw({ ...data, id: `${data.id}-w` }, 640);
  return narrow === null || wide === null ? null : (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      <Drawing svg={wide} width={640} />
    </div>
  );
};
