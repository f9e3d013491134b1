import { writeCsv } from '../../../../../documents/csv/write-csv.ts';
import { type AgeGroup, parseAgeGroup } from '../../../../../domain/demography/age-groups.ts';
import { leverKinds, type ScenarioContent } from '../../../../../domain/population/scenario.ts';
import type { SeriesWithTables } from '../../../../../domain/population/series.ts';
import { totalIn } from '../../../../../domain/population/total-in.ts';
import type { BackcastAnswers } from '../backcast/answers.ts';
import { baselineName } from '../baseline-offers.ts';
import { errorName, interpolationName, leverNames, shapeName } from '../scenario-words.data.ts';
import type { Worked } from '../work-out.ts';
import { column, plain } from './column.ts';

/** 年ごとの総数と幅. */
export const totalsCsv = ({ result }: Worked): string => {
  const bandOf = (year: number) => result.bands.find((band) => band.year === year);
  const end = (of: 'half' | 'eighty' | 'ninety', at: 0 | 1) => (year: number) => {
    const band = bandOf(year);
    return band === undefined ? null : plain(band[of][at]);
  };
  const rounded = (value: number | null): number | null => (value === null ? null : plain(value));
  return writeCsv<number>(
    [
      column('year', '年', (year) => year),
      column('total', '総人口（人）', (year) => rounded(totalIn(result.annual, year))),
      column('baseline', '前提を動かさない場合（人）', (year) =>
        rounded(totalIn(result.baselineAnnual, year)),
      ),
      column('median', '幅の中央値', (year) => rounded(bandOf(year)?.median ?? null)),
      column('low50', '50％の下', end('half', 0)),
      column('high50', '50％の上', end('half', 1)),
      column('low80', '80％の下', end('eighty', 0)),
      column('high80', '80％の上', end('eighty', 1)),
      column('low90', '90％の下', end('ninety', 0)),
      column('high90', '90％の上', end('ninety', 1)),
    ],
    result.annual.years,
  );
};

interface AgeLine {
  readonly year: number;
  readonly sex: string;
  readonly age: string;
  readonly group: AgeGroup | null;
  readonly persons: number;
}

/** 男女・年齢別の人数, one a line. */
export const agesCsv = ({ result }: Worked): string => {
  const lines = result.years.flatMap((year, at) =>
    (
      [
        ['男', result.male[at]],
        ['女', result.female[at]],
      ] as const
    ).flatMap(([sex, values]) =>
      (values ?? []).map((persons, group): AgeLine => {
        const age = result.ages[group] ?? '';
        return { year, sex, age, group: parseAgeGroup(age), persons };
      }),
    ),
  );
  return writeCsv<AgeLine>(
    [
      column('year', '年', ({ year }) => year),
      column('sex', '性別', ({ sex }) => sex),
      column('age', '年齢', ({ age }) => age),
      column('age_from', '年齢（下）', ({ group }) => group?.from ?? null),
      column('age_to', '年齢（上）', ({ group }) => group?.to ?? null),
      column('persons', '人口', ({ persons }) => plain(persons)),
    ],
    lines,
  );
};

interface AssumptionLine {
  readonly name: string;
  readonly value: string;
  readonly from?: number | null;
  readonly by?: number | null;
  readonly shape?: string;
  readonly reason?: string;
  readonly source?: string;
}

/** 前提と出典, one a line. */
export const assumptionsCsv = (content: ScenarioContent, series: readonly SeriesWithTables[]): string => {
  const { baseline, birthRateNow, levers, estates, aim, interpolation, errors } = content;
  const stands = series.find((each) => each.series.seriesKey === baseline.seriesKey);
  const lines: readonly AssumptionLine[] = [
    {
      name: '基準となる推計',
      value: baselineName(baseline, series),
      source: stands === undefined ? '' : `${stands.series.publisher} ${stands.series.source}`.trim(),
    },
    ...(birthRateNow === null
      ? []
      : [{ name: 'いまの合計特殊出生率', value: String(birthRateNow.value), source: birthRateNow.source }]),
    ...leverKinds.flatMap((kind) =>
      levers
        .filter((lever) => lever.kind === kind)
        .map((lever) => ({
          name: leverNames[kind],
          value: String(lever.value),
          from: lever.fromYear,
          by: lever.byYear,
          shape: lever.byYear === null ? '' : shapeName(lever.shape),
          reason: lever.reason,
          source: lever.source,
        })),
    ),
    ...estates.map(({ year, persons, name, source }) => ({
      name: `一度だけの転入 ${name}`.trim(),
      value: String(persons),
      by: year,
      source,
    })),
    ...(aim === null
      ? []
      : [{ name: '目標人口', value: String(aim.total), by: aim.year, source: aim.source }]),
    { name: '国勢調査でない年の求め方', value: interpolationName(interpolation) },
    { name: '幅のもとになる過去の誤差', value: errorName(errors) },
  ];
  return writeCsv<AssumptionLine>(
    [
      column('name', '前提', ({ name }) => name),
      column('value', '値', ({ value }) => value),
      column('from', 'この年の後から', ({ from }) => from ?? null),
      column('by', '届く年・その年', ({ by }) => by ?? null),
      column('shape', '近づき方', ({ shape }) => shape ?? ''),
      column('reason', '理由', ({ reason }) => reason ?? ''),
      column('source', '出典', ({ source }) => source ?? ''),
    ],
    lines,
  );
};

interface AnswerLine {
  readonly way: string;
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly reached: boolean;
  readonly total: number;
}

/** 目標から逆に考えた答え, one a line. */
export const backcastCsv = ({ each, pair }: BackcastAnswers): string => {
  const lines: readonly AnswerLine[] = [
    ...each.alone.map(({ kind, value, reached, total }) => ({
      way: '一つだけ',
      names: [leverNames[kind]],
      values: [value],
      reached,
      total,
    })),
    ...(each.leastEffort === null
      ? []
      : [
          {
            way: '最も無理の少ない組み合わせ',
            names: each.leastEffort.values.map(({ kind }) => leverNames[kind]),
            values: each.leastEffort.values.map(({ value }) => value),
            reached: each.leastEffort.reached,
            total: each.leastEffort.total,
          },
        ]),
    ...(pair?.points ?? []).flatMap(({ first, second }) =>
      second === null
        ? []
        : [
            {
              way: '二つの組み合わせ',
              names: (pair?.kinds ?? []).map((kind) => leverNames[kind]),
              values: [first, second],
              reached: true,
              total: each.aim.total,
            },
          ],
    ),
  ];
  return writeCsv<AnswerLine>(
    [
      column('aim_year', '目標の年', () => each.aim.year),
      column('aim_total', '目標（人）', () => each.aim.total),
      column('way', '動かし方', ({ way }) => way),
      column('levers', '前提', ({ names }) => names.join('、')),
      column('values', '値', ({ values }) => values.map(plain).join('、')),
      column('reached', '届くか', ({ reached }) => (reached ? '届く' : '届かない')),
      column('total', 'そのときの総人口（人）', ({ total }) => plain(total)),
    ],
    lines,
  );
};
