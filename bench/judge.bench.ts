import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJudgementScheme } from '../src/app/judgement/read-judgement-scheme.ts';
import { compileScheme } from '../src/domain/indicator/judgement/compile-scheme.ts';
import { judge } from '../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../src/domain/indicator/judgement/judgeable.ts';
import { installationFolder } from '../src/installation.ts';
import { median } from './load.ts';

/**
 * 1,741 municipalities × 300 indicators × nine years, judged by 多摩市's scheme (share of the required progress, three
 * bands), against the same rule written by hand with floating-point numbers for the same indicators. The hand-written
 * one knows nothing of reasons, arithmetic, units or exactness: it is the floor.
 */
const towns = Number(process.env.BENCH_TOWNS ?? 1741);
const [indicatorsPerTown, years] = [300, 9];
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const [planStart, planEnd] = [2015, 2023];

const content: unknown = JSON.parse(
  readFileSync(join(installationFolder, 'schemes', 'judgement', 'tama.json'), 'utf8'),
);
const required = Array.from({ length: years }, (_, year) => ((year + 1) / years).toFixed(4));
const scheme = readJudgementScheme({
  ...(content as object),
  planStart,
  validTo: planEnd,
  measures: {
    attainment: {
      name: '達成度',
      formula: 'attainment',
      target: 'final',
      required: { by: 'table', shares: required },
    },
  },
});
if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
const compiled = compileScheme(scheme.value);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));

/** Figures of a town, one decimal, as different as the number `seed` makes them; one year in eleven has none. */
const indicatorOf = (seed: number): Judgeable => {
  const from = 20 + (seed % 61);
  const rising = seed % 3 !== 0;
  const to = rising ? from + 1 + (seed % 17) : from - 1 - (seed % 13);
  return {
    indicatorKey: `k${seed}`,
    name: `指標${seed}`,
    unit: '%',
    direction: rising ? 'up' : 'down',
    range: null,
    kind: 'outcome',
    subjective: false,
    timeBehaviour: 'point',
    frequency: '毎年',
    tags: [],
    targetBasis: { behaviour: 'point', since: null },
    baseline: { fiscalYear: planStart - 1, value: `${from}.0`, behaviour: 'point', standardError: null },
    targets: [{ fiscalYear: planEnd, value: `${to}.5`, text: null, comparison: 'at-least' }],
    path: { shape: 'linear', points: [], surveyYears: [] },
    values: Array.from({ length: years }, (_, year) => {
      const figure = from + ((to - from) * (year + 1) * (60 + ((seed * 7 + year * 13) % 70))) / (100 * years);
      const isMissing = (seed + year) % 11 === 0;
      return {
        fiscalYear: planStart + year,
        asOf: null,
        value: isMissing ? null : figure.toFixed(1),
        text: null,
        missing: isMissing ? ('not-surveyed' as const) : null,
        standardError: null,
        status: 'final' as const,
      };
    }),
    marks: [],
    unitChanges: [],
    groups: {},
    weight: null,
  };
};

const shares = required.map(Number);

/** The same rule by hand. Null: no figure. */
const judgeByHand = ({ baseline, targets, values }: Judgeable, fiscalYear: number): string | null => {
  const value = values.find((entry) => entry.fiscalYear === fiscalYear)?.value ?? null;
  const target = targets[targets.length - 1]?.value ?? null;
  const start = baseline?.value ?? null;
  if (value === null || target === null || start === null) return null;
  const b = Number(start);
  const attainment = (Number(value) - b) / (Number(target) - b) / (shares[fiscalYear - planStart] ?? 1);
  return attainment >= 1 ? '1' : attainment >= 0.6 ? '2' : '3';
};

const byScheme = (indicator: Judgeable, fiscalYear: number): string | null =>
  judge(compiled.value, indicator, fiscalYear).overall?.grade ?? null;

let differing = 0;
for (let seed = 0; seed < 3000; seed += 1) {
  const indicator = indicatorOf(seed);
  for (let year = planStart; year <= planEnd; year += 1)
    if (byScheme(indicator, year) !== judgeByHand(indicator, year)) differing += 1;
}

type Judge = (indicator: Judgeable, fiscalYear: number) => string | null;

/** Milliseconds for every year of a town's indicators, and how many grades were given. */
const timeOf = (
  use: Judge,
  indicators: readonly Judgeable[],
): { readonly ms: number; readonly given: number } => {
  let given = 0;
  const began = performance.now();
  for (const indicator of indicators)
    for (let year = planStart; year <= planEnd; year += 1) if (use(indicator, year) !== null) given += 1;
  return { ms: performance.now() - began, given };
};

/** A town at a time and in turns, as the machine's own speed varies; the whole country would not fit a small one. */
const compare = (): { readonly ours: number; readonly theirs: number } => {
  let [ours, theirs] = [0, 0];
  for (let town = 0; town < towns; town += 1) {
    const indicators = Array.from({ length: indicatorsPerTown }, (_, n) => indicatorOf(town * 31 + n));
    const first = timeOf(town % 2 === 0 ? byScheme : judgeByHand, indicators);
    const second = timeOf(town % 2 === 0 ? judgeByHand : byScheme, indicators);
    if (first.given !== second.given)
      throw new Error(`town ${town}: ${first.given} grades against ${second.given}`);
    ours += town % 2 === 0 ? first.ms : second.ms;
    theirs += town % 2 === 0 ? second.ms : first.ms;
  }
  return { ours, theirs };
};

const judgements = towns * indicatorsPerTown * years;
const ratios: number[] = [];
const speeds: number[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const { ours, theirs } = compare();
  // The first round warms both.
  if (round === 0) continue;
  ratios.push(ours / theirs);
  speeds.push(judgements / (ours / 1000));
}
console.log(`${judgements} judgements (${towns} towns × ${indicatorsPerTown} indicators × ${years} years)`);
console.log(`${Math.round(median(speeds)).toLocaleString('en')} judgements per second`);
console.log(
  `time of the scheme ÷ time of the hand-written rule = ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
);
console.log(
  `of 27,000 judgements, ${differing} differ: there floating-point numbers fall on the other side of a bound`,
);
