import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEvaluationScheme } from '../src/app/evaluation/read-evaluation-scheme.ts';
import { achievementOf, type OutcomeFigure } from '../src/domain/evaluation/achievement.ts';
import { compileEvaluation } from '../src/domain/evaluation/compile-evaluation.ts';
import { gradeOf } from '../src/domain/evaluation/grade.ts';
import type { Answers } from '../src/domain/evaluation/sheet.ts';
import { installationFolder } from '../src/installation.ts';
import { median } from './load.ts';

/**
 * 1,741 municipalities × 600 programmes: the achievement of three outcome figures judged, the level proposed from it,
 * and the grade given by 佐渡市's scheme (five criteria, points, three bands); against the same rule written by hand
 * with floating-point numbers for the same records. The hand-written one knows nothing of types, conditions, weights,
 * levels that are gone or exactness: it is the floor.
 */
const towns = Number(process.env.BENCH_TOWNS ?? 1741);
const programmesPerTown = 600;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const content: unknown = JSON.parse(
  readFileSync(join(installationFolder, 'schemes', 'evaluation', 'sado.json'), 'utf8'),
);
const read = readEvaluationScheme(content);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const scheme = read.value;
const compiled = compileEvaluation(scheme);

interface ProgrammeRecord {
  readonly answers: Answers;
  readonly outcomes: readonly OutcomeFigure[];
}

const levels = ['high', 'middle', 'low'] as const;
const levelAt = (seed: number): string => levels[seed % 3] ?? 'low';

/** A record as different as its number makes it; one outcome in seven was not measured. */
const recordOf = (seed: number): ProgrammeRecord => ({
  answers: {
    'criterion.involvement': levelAt(seed),
    'criterion.stopping': levelAt(seed * 7 + 1),
    'criterion.achievement': levelAt(seed * 5 + 2),
    'criterion.contribution': levelAt(seed * 11 + 1),
    'criterion.cost': levelAt(seed * 13),
  },
  outcomes: Array.from({ length: 3 }, (_, nth) => ({
    direction: (seed + nth) % 4 === 0 ? ('down' as const) : ('up' as const),
    target: `${50 + (seed % 41)}.${nth}`,
    actual: (seed + nth) % 7 === 0 ? null : `${30 + ((seed * 3 + nth * 17) % 67)}.5`,
  })),
});

const points: Readonly<Record<string, number>> = { high: 3, middle: 2, low: 1 };

/** The same rule by hand. */
const gradeByHand = ({ answers, outcomes }: ProgrammeRecord): string | null => {
  let [sum, known] = [0, 0];
  for (const { direction, target, actual } of outcomes) {
    if (target === null || actual === null) continue;
    sum += direction === 'up' ? Number(actual) / Number(target) : Number(target) / Number(actual);
    known += 1;
  }
  const reached = sum / known;
  const achievement =
    known === 0
      ? (points[answers['criterion.achievement'] ?? ''] ?? 0)
      : reached >= 1
        ? 3
        : reached >= 0.8
          ? 2
          : 1;
  const total =
    (points[answers['criterion.involvement'] ?? ''] ?? 0) +
    (points[answers['criterion.stopping'] ?? ''] ?? 0) +
    achievement +
    (points[answers['criterion.contribution'] ?? ''] ?? 0) +
    (points[answers['criterion.cost'] ?? ''] ?? 0);
  return total >= 12 ? 'a' : total >= 8 ? 'b' : 'c';
};

const gradeByScheme = ({ answers, outcomes }: ProgrammeRecord): string | null =>
  compiled.grade(null, compiled.propose(null, answers, achievementOf(outcomes)));

let differing = 0;
for (let seed = 0; seed < 20_000; seed += 1) {
  const record = recordOf(seed);
  const grade = gradeByScheme(record);
  if (grade !== gradeByHand(record)) differing += 1;
  const told = gradeOf(scheme, null, compiled.propose(null, record.answers, achievementOf(record.outcomes)));
  if (grade !== told.grade) throw new Error(`record ${seed}: ${grade} against ${told.grade} with its words`);
}

type Grade = (record: ProgrammeRecord) => string | null;

const timeOf = (
  use: Grade,
  records: readonly ProgrammeRecord[],
): { readonly ms: number; readonly sum: number } => {
  let sum = 0;
  const began = performance.now();
  for (const record of records) sum += use(record)?.charCodeAt(0) ?? 0;
  return { ms: performance.now() - began, sum };
};

/** A town at a time and in turns, as the machine's own speed varies. */
const compare = (): { readonly ours: number; readonly theirs: number } => {
  let [ours, theirs] = [0, 0];
  for (let town = 0; town < towns; town += 1) {
    const records = Array.from({ length: programmesPerTown }, (_, n) => recordOf(town * 31 + n));
    const first = timeOf(town % 2 === 0 ? gradeByScheme : gradeByHand, records);
    const second = timeOf(town % 2 === 0 ? gradeByHand : gradeByScheme, records);
    if (differing === 0 && first.sum !== second.sum)
      throw new Error(`town ${town}: the two gave different grades`);
    ours += town % 2 === 0 ? first.ms : second.ms;
    theirs += town % 2 === 0 ? second.ms : first.ms;
  }
  return { ours, theirs };
};

const records = towns * programmesPerTown;
const ratios: number[] = [];
const speeds: number[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const { ours, theirs } = compare();
  // The first round warms both.
  if (round === 0) continue;
  ratios.push(ours / theirs);
  speeds.push(records / (ours / 1000));
}
console.log(`${records} records (${towns} towns × ${programmesPerTown} programmes)`);
console.log(`${Math.round(median(speeds)).toLocaleString('en')} records per second`);
console.log(
  `time of the scheme ÷ time of the hand-written rule = ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
);
console.log(
  `of 20,000 records, ${differing} differ: there floating-point numbers fall on the other side of a bound`,
);
