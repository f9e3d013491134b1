import type { PublishedRound } from './publication.ts';
import { exemptKey, percentOf, type Total, type TotalLine, type Totals } from './totals.ts';

/** Programmes of one direction, summed where they are kept. */
export interface DirectionSum extends Total {
  /** null: none was given */
  readonly direction: string | null;
  readonly exempt: boolean;
}

const add = (sums: readonly Total[]): Total => ({
  count: sums.reduce((total, { count }) => total + count, 0),
  amountThousandYen: sums.reduce((total, { amountThousandYen }) => total + amountThousandYen, 0),
  withoutAmount: sums.reduce((total, { withoutAmount }) => total + withoutAmount, 0),
});

/** The same as `totalsBy` with 'direction', from sums instead of sheets. */
export const directionTotals = (sums: readonly DirectionSum[], round: PublishedRound): Totals => {
  const whole = add(sums);
  const exempt = add(sums.filter((sum) => sum.exempt));
  const given = sums.filter((sum) => !sum.exempt);
  const line = (key: string, label: string, common: TotalLine['common'], total: Total): TotalLine => ({
    ...total,
    key,
    label,
    common,
    countPercent: percentOf(total.count, whole.count),
    amountPercent: percentOf(total.amountThousandYen, whole.amountThousandYen),
  });
  const none = add(given.filter(({ direction }) => direction === null));
  return {
    way: 'direction',
    whole,
    lines: [
      ...round.directions.map(({ key, label, common }) =>
        line(key, label, common, add(given.filter(({ direction }) => direction === key))),
      ),
      ...(exempt.count === 0 ? [] : [line(exemptKey, '', null, exempt)]),
      ...(none.count === 0 ? [] : [line('', '', null, none)]),
    ],
    exempt,
    repeated: 0,
  };
};
