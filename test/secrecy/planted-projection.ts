import { createSeries } from '../../src/app/population/create-series.ts';
import { operator } from '../../src/cli/operator.ts';
import type { Database } from '../../src/db/connection.ts';
import type { NewTable } from '../../src/db/write-population.ts';
import type { Result } from '../../src/domain/kernel/result.ts';
import { secretMark } from '../factories/public-towns.ts';
import { shiojiriSeries } from '../factories/shiojiri-population.ts';
import { ours } from './planted-towns.ts';

const half = (numbers: readonly number[] | null, up: boolean): readonly number[] =>
  (numbers ?? []).map((each) => (up ? Math.ceil(each / 2) : Math.floor(each / 2)));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The town in two halves, east and west. */
const halves = ({ date, counts }: NewTable): readonly NewTable[] =>
  [true, false].map((up) => {
    const [male, female] = [half(counts.male, up), half(counts.female, up)];
    return {
      areaKey: up ? 'higashi' : 'nishi',
      areaName: `${up ? '東' : '西'} ${secretMark}`,
      date,
      counts: {
        ...counts,
        male,
        female,
        unknownAge: null,
        total: sum(male) + sum(female),
        totalMale: sum(male),
        totalFemale: sum(female),
      },
    };
  });

const done = <T>(result: Result<T, unknown>): void => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
};

/** Drafts our scenarios stand on: a projection by age, and a register by district on two days. */
export const plantProjection = async (db: Database): Promise<void> => {
  const acting = operator(db, ours, new Date('2026-11-20T00:00:00Z'));
  const marked = { name: `推計 ${secretMark}`, source: secretMark };
  const projection = shiojiriSeries('ipss-h30');
  done(await createSeries(acting, { ...projection, series: { ...projection.series, ...marked } }));
  const { series, tables } = shiojiriSeries('census');
  done(
    await createSeries(acting, {
      seriesKey: 'by-district',
      series: { ...series, ...marked, kind: 'register' },
      tables: tables.filter(({ date }) => /^201/u.test(date)).flatMap(halves),
    }),
  );
};
