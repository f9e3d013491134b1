import type {
  AlsoCount,
  JudgementScheme,
  ScoreRule,
} from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { type Entries, entriesOfAll } from '../../forms/entries.ts';
import { entriesOfRows } from '../../forms/rows.ts';
import { allOf, type Branch, partOf, rowsOf, textOf } from './branch.ts';
import { type FieldReader, wordsOf } from './field-reader.ts';

type Path = Problem['path'];

const scoreEntries = (score: ScoreRule, at: number): Entries => {
  const prefix = `rollUp.scores.${at}`;
  const rounded = score.meansOf?.roundedTo ?? null;
  return [
    [`${prefix}.key`, score.scoreKey],
    [`${prefix}.name`, score.name],
    [`${prefix}.of`, score.of],
    [`${prefix}.weights`, score.weights],
    [`${prefix}.decimals`, String(score.decimals)],
    [`${prefix}.rounding`, score.rounding],
    [`${prefix}.among`, score.among?.group ?? ''],
    [`${prefix}.amongKeys`, (score.among?.keys ?? []).join('、')],
    [`${prefix}.meansOf`, score.meansOf?.group ?? ''],
    [`${prefix}.roundedTo`, rounded === null ? '' : String(rounded)],
    ...entriesOfRows(
      `${prefix}.axes`,
      score.axes.map((axis) => ({ ...axis })),
    ),
  ];
};

const countEntries = ({ countKey, name, grades, measure }: AlsoCount, at: number): Entries => {
  const prefix = `rollUp.alsoCount.${at}`;
  return [
    [`${prefix}.key`, countKey],
    [`${prefix}.name`, name],
    [`${prefix}.measure`, measure?.measure ?? ''],
    [`${prefix}.from`, measure?.from ?? ''],
    [`${prefix}.to`, measure?.to ?? ''],
    ...entriesOfAll(`${prefix}.grades`, grades ?? []),
  ];
};

export const rollUpEntries = ({ rollUp }: Pick<JudgementScheme, 'rollUp'>): Entries => [
  ...(rollUp.counted === null ? ([['rollUp.countsAll', 'yes']] as const) : []),
  ...entriesOfAll('rollUp.counted', rollUp.counted ?? []),
  ['rollUp.percent.denominator', rollUp.percent.denominator],
  ['rollUp.percent.decimals', String(rollUp.percent.decimals)],
  ['rollUp.percent.rounding', rollUp.percent.rounding],
  ...rollUp.scores.flatMap(scoreEntries),
  ...rollUp.alsoCount.flatMap(countEntries),
  ...entriesOfAll('rollUp.groupBy', rollUp.groupBy),
];

const readScore = (row: Branch, path: Path, reader: FieldReader): unknown => {
  const [among, means] = [textOf(row, 'among').trim(), textOf(row, 'meansOf').trim()];
  return {
    scoreKey: textOf(row, 'key'),
    name: reader.title(textOf(row, 'name'), [...path, 'name']),
    of: textOf(row, 'of'),
    axes: rowsOf(row, 'axes').map((axis, at) => ({
      axisKey: reader.chosen(textOf(axis, 'axisKey'), [...path, 'axes', at, 'axisKey']),
      weight: reader.given(textOf(axis, 'weight'), [...path, 'axes', at, 'weight']),
    })),
    weights: textOf(row, 'weights'),
    among: among === '' ? null : { group: among, keys: wordsOf(textOf(row, 'amongKeys')) },
    meansOf:
      means === ''
        ? null
        : {
            group: means,
            roundedTo: reader.whole(textOf(row, 'roundedTo'), [...path, 'meansOf', 'roundedTo'], 10),
          },
    decimals: reader.count(textOf(row, 'decimals'), [...path, 'decimals'], 10),
    rounding: textOf(row, 'rounding'),
  };
};

const readCount = (row: Branch, path: Path, reader: FieldReader): unknown => {
  const grades = allOf(row, 'grades');
  const measure = textOf(row, 'measure');
  return {
    countKey: textOf(row, 'key'),
    name: reader.title(textOf(row, 'name'), [...path, 'name']),
    grades: grades.length === 0 ? null : grades,
    measure:
      measure === ''
        ? null
        : {
            measure,
            from: reader.figure(textOf(row, 'from'), [...path, 'measure', 'from']),
            to: reader.figure(textOf(row, 'to'), [...path, 'measure', 'to']),
          },
  };
};

export const readRollUp = (root: Branch, reader: FieldReader): unknown => {
  const branch = partOf(root, 'rollUp');
  const percent = partOf(branch, 'percent');
  return {
    counted: textOf(branch, 'countsAll') === 'yes' ? null : allOf(branch, 'counted'),
    percent: {
      denominator: textOf(percent, 'denominator'),
      decimals: reader.count(textOf(percent, 'decimals'), ['rollUp', 'percent', 'decimals'], 10),
      rounding: textOf(percent, 'rounding'),
    },
    scores: rowsOf(branch, 'scores').map((row, at) => readScore(row, ['rollUp', 'scores', at], reader)),
    alsoCount: rowsOf(branch, 'alsoCount').map((row, at) =>
      readCount(row, ['rollUp', 'alsoCount', at], reader),
    ),
    groupBy: allOf(branch, 'groupBy'),
  };
};
