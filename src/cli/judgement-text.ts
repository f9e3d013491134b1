import { arithmeticWords } from '../domain/indicator/judgement/arithmetic-words.data.ts';
import type { CompiledScheme } from '../domain/indicator/judgement/compile-scheme.ts';
import type { AxisJudgement, Reason } from '../domain/indicator/judgement/judgement.ts';
import type { Axis } from '../domain/indicator/judgement/judgement-scheme.ts';
import type { GroupedRollUp, RollUp } from '../domain/indicator/judgement/roll-up.ts';
import type { Judged } from '../domain/indicator/judgement/tally.ts';

const { reasons } = arithmeticWords.ja;

const reasonText = (reason: Reason | ''): string => (reason === '' ? '段階を設けない方式' : reasons[reason]);

const judgementText = (axis: Axis, judged: AxisJudgement): string => {
  const grade = axis.grades.find(({ key }) => key === judged.grade);
  const why = judged.reason === null ? '' : `（${reasons[judged.reason]}）`;
  const points = judged.points === null ? '' : ` ${judged.points}点`;
  // ② stands in 「②概ね進んでいる」 already.
  const symbol =
    grade === undefined || grade.symbol === '' || grade.label.includes(grade.symbol)
      ? ''
      : `${grade.symbol} `;
  return `${axis.name}: ${grade === undefined ? '判定なし' : `${symbol}${grade.label}`}${points}${why}`;
};

/** One indicator: its grades, then every step of the arithmetic, indented. */
export const indicatorLines = (
  { scheme }: CompiledScheme,
  { judgeable, judgement }: Judged,
): readonly string[] => [
  `${judgeable.name}（${judgeable.indicatorKey}）`,
  ...scheme.axes.flatMap((axis, at) => {
    const judged = judgement.axes[at];
    return judged === undefined ? [] : [`  ${judgementText(axis, judged)}`];
  }),
  ...(scheme.axes.length === 0
    ? judgement.published.map(
        ({ name, text, reason }) =>
          `  ${name}: ${text ?? `空欄（${reason === null ? '' : reasons[reason]}）`}`,
      )
    : []),
  ...judgement.arithmetic().map(({ text }) => `    ${text}`),
];

const denominators: Readonly<Record<RollUp['denominator']['of'], string>> = {
  all: 'すべての指標',
  counted: '合計に数える段階の指標',
  judged: '良し悪しの判定された指標',
  'with-value': '数値のある指標',
};

const names = (keys: readonly string[], nameOf: ReadonlyMap<string, string>): string =>
  keys.map((key) => nameOf.get(key) ?? key).join('、');

/** 集計: counts and shares by grade; under them what the shares are of, and what is not counted, by name. */
export const rollUpLines = (rollUp: RollUp, nameOf: ReadonlyMap<string, string>): readonly string[] => {
  const share = (percent: string | null): string => (percent === null ? '' : ` ${percent}%`);
  return [
    ...rollUp.grades
      .filter(({ isCounted }) => isCounted)
      .map(({ grade, count, percent }) => `  ${grade.label}: ${count}件${share(percent)}`),
    ...rollUp.alsoCounts.map(({ name, count, percent }) => `  ${name}: ${count}件${share(percent)}`),
    ...rollUp.scores.map(
      ({ name, text, entries, leftOut }) =>
        `  ${name}: ${text ?? '計算できません'}（${entries}件${leftOut === 0 ? '' : `、点のない${leftOut}件を除く`}）`,
    ),
    `  全${rollUp.entries}件、うち値のあるもの${rollUp.withValue}件。${
      rollUp.grades.length === 0
        ? ''
        : `割合の分母は${denominators[rollUp.denominator.of]} ${rollUp.denominator.count}件。`
    }`,
    ...rollUp.grades
      .filter(({ isCounted, count }) => !isCounted && count > 0)
      .map(
        ({ grade, count, indicatorKeys }) =>
          `  合計に数えないもの: ${grade.label} ${count}件 ${names(indicatorKeys, nameOf)}`,
      ),
    ...(rollUp.grades.length === 0
      ? []
      : rollUp.ungraded.map(
          ({ reason, indicatorKeys }) =>
            `  判定のないもの: ${reasonText(reason)} ${indicatorKeys.length}件 ${names(indicatorKeys, nameOf)}`,
        )),
  ];
};

const groupNames: Readonly<Record<string, string>> = { subjective: '主観的指標', objective: '客観的指標' };

export const groupLines = (
  grouped: GroupedRollUp,
  nameOf: ReadonlyMap<string, string>,
): readonly string[] => [
  ...grouped.groups.flatMap(({ groupKey, rollUp }) => [
    `集計 ${grouped.by}: ${groupNames[groupKey] ?? groupKey}`,
    ...rollUpLines(rollUp, nameOf),
  ]),
  ...(grouped.repeated === 0
    ? []
    : [`  ${grouped.by}ごとの掲載は${grouped.listed}件、うち再掲${grouped.repeated}件。`]),
  ...(grouped.without.length === 0 || grouped.groups.length === 0
    ? []
    : [`  ${grouped.by}のないもの: ${grouped.without.length}件 ${names(grouped.without, nameOf)}`]),
];
