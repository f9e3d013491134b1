import {
  addFractions,
  compareFractions,
  divideFractions,
  exactDecimal,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  wholeFraction,
} from '../kernel/fraction.ts';
import { applicableCriteria } from './applies.ts';
import type { Criterion, EvaluationScheme, GradeRule } from './evaluation-scheme.ts';
import type { Answers } from './sheet.ts';

/** The machine's grade: null where none follows; `steps` say how, a line of arithmetic each. */
export interface MachineGrade {
  readonly grade: string | null;
  readonly steps: readonly string[];
}

type Banded = Extract<GradeRule, { readonly bands: unknown }>;
type Table = Extract<GradeRule, { readonly by: 'table' }>;

interface Scored {
  readonly criterion: Criterion;
  readonly points: Fraction;
}

const zero = wholeFraction(0);

/** As many places as it needs; a third is cut to three. */
const inWords = (value: Fraction): string => {
  const exact = exactDecimal(value);
  return exact === null
    ? `約${roundFraction(value, 3, 'half-away')}`
    : exact.replace(/(\.\d*?)0+$|\.$/u, '$1').replace(/\.$/u, '');
};
const percent = (value: Fraction): string => `${inWords(multiplyFractions(value, wholeFraction(100)))}%`;

const labelOf = (scheme: EvaluationScheme, key: string): string =>
  scheme.grades.find((grade) => grade.key === key)?.label ?? key;

const levelOf = (criterion: Criterion, answers: Answers) =>
  criterion.levels.find(({ key }) => key === answers[`criterion.${criterion.key}`]);

/** The points of what applies and is answered, what is left out and why, and what is still to be answered. */
const score = (criteria: readonly Criterion[], answers: Answers) => {
  const scored: Scored[] = [];
  const [unanswered, left]: [string[], string[]] = [[], []];
  for (const criterion of criteria) {
    const pointed = criterion.levels.some(({ points }) => points !== null);
    if (!pointed) continue;
    const level = levelOf(criterion, answers);
    if (level === undefined) {
      if (criterion.required) unanswered.push(criterion.label);
      else left.push(`${criterion.label}（任意・未回答）`);
    } else if (level.points === null) left.push(`${criterion.label}（${level.label}）`);
    else scored.push({ criterion, points: fractionOf(level.points) });
  }
  return { scored, unanswered, left };
};

const bandFor = (rule: Banded, figure: Fraction) =>
  rule.bands.find(({ from }) => from === null || compareFractions(figure, fractionOf(from)) >= 0);

const most = ({ levels }: Criterion): Fraction =>
  levels.reduce<Fraction>((best, { points }) => {
    const value = points === null ? zero : fractionOf(points);
    return compareFractions(value, best) > 0 ? value : best;
  }, zero);

interface Computed {
  readonly figure: Fraction | null;
  readonly line: string;
}

const sumOf = (scored: readonly Scored[]): Fraction =>
  scored.reduce<Fraction>((sum, { points }) => addFractions(sum, points), zero);

const terms = (scored: readonly Scored[]): string =>
  scored.map(({ criterion, points }) => `${criterion.label} ${inWords(points)}点`).join(' + ');

const bySum = (scored: readonly Scored[], of: 'points' | 'share'): Computed => {
  const sum = sumOf(scored);
  const line = `${terms(scored)} = ${inWords(sum)}点`;
  if (of === 'points') return { figure: sum, line };
  const possible = scored.reduce<Fraction>((all, { criterion }) => addFractions(all, most(criterion)), zero);
  const figure = divideFractions(sum, possible);
  return {
    figure,
    line:
      figure === null ? `${line}（満点が0点）` : `${line}、${inWords(possible)}点満点の ${percent(figure)}`,
  };
};

const byWeight = (scored: readonly Scored[]): Computed => {
  const weights = scored.map(({ criterion }) => fractionOf(criterion.weight));
  const whole = weights.reduce<Fraction>((sum, weight) => addFractions(sum, weight), zero);
  const sum = scored.reduce<Fraction>(
    (all, { points }, at) => addFractions(all, multiplyFractions(points, weights[at] ?? zero)),
    zero,
  );
  const figure = divideFractions(sum, whole);
  const parts = scored
    .map(({ criterion, points }) => `${criterion.label} ${inWords(points)}点 × ${criterion.weight}`)
    .join(' + ');
  return {
    figure,
    line:
      figure === null
        ? '重みの合計が0のため、計算しません'
        : `(${parts}) ÷ 重みの合計 ${inWords(whole)} = ${inWords(figure)}点`,
  };
};

const boundInWords = (rule: Banded, from: string | null): string => {
  if (from !== null)
    return rule.by === 'sum' && rule.of === 'share' ? `${percent(fractionOf(from))}以上` : `${from}点以上`;
  return rule.bands.length === 1 ? 'すべて' : 'それ未満';
};

const graded = (
  scheme: EvaluationScheme,
  rule: Banded,
  { scored, left, unanswered }: ReturnType<typeof score>,
) => {
  const outside = left.length === 0 ? [] : [`計算に入れない項目: ${left.join('、')}`];
  if (unanswered.length > 0)
    return { grade: null, steps: [...outside, `まだ答えていない項目: ${unanswered.join('、')}`] };
  if (scored.length === 0)
    return { grade: null, steps: [...outside, '点数のつく項目がないため、計算しません'] };
  const { figure, line } = rule.by === 'sum' ? bySum(scored, rule.of ?? 'points') : byWeight(scored);
  const band = figure === null ? undefined : bandFor(rule, figure);
  if (figure === null) return { grade: null, steps: [...outside, line] };
  if (band === undefined)
    return { grade: null, steps: [...outside, `${line} → どの段階の範囲にも入りません`] };
  return {
    grade: band.grade,
    steps: [...outside, `${line} → ${labelOf(scheme, band.grade)}（${boundInWords(rule, band.from)}）`],
  };
};

/** 妥当性「高い」、有効性「低い」 */
const conditionInWords = (
  scheme: EvaluationScheme,
  when: Table['rows'][number]['when'],
  answers: Answers,
): string =>
  when
    .map(({ criterion: key }) => {
      const criterion = scheme.criteria.find((each) => each.key === key);
      const level = criterion === undefined ? undefined : levelOf(criterion, answers);
      return `${criterion?.label ?? key}「${level?.label ?? ''}」`;
    })
    .join('、');

const byTable = (
  scheme: EvaluationScheme,
  rule: Table,
  criteria: readonly Criterion[],
  answers: Answers,
): MachineGrade => {
  const named = new Set(rule.rows.flatMap(({ when }) => when.map(({ criterion }) => criterion)));
  const unanswered = criteria.filter(
    (criterion) =>
      named.has(criterion.key) && criterion.required && levelOf(criterion, answers) === undefined,
  );
  if (unanswered.length > 0)
    return {
      grade: null,
      steps: [`まだ答えていない項目: ${unanswered.map(({ label }) => label).join('、')}`],
    };
  const applicable = new Set(criteria.map(({ key }) => key));
  const at = rule.rows.findIndex(({ when }) =>
    when.every(
      ({ criterion, levels }) =>
        applicable.has(criterion) && levels.includes(answers[`criterion.${criterion}`] ?? ''),
    ),
  );
  const row = rule.rows[at];
  if (row !== undefined)
    return {
      grade: row.grade,
      steps: [
        `${conditionInWords(scheme, row.when, answers)} → ${labelOf(scheme, row.grade)}（表の${at + 1}行目）`,
      ],
    };
  return {
    grade: rule.otherwise,
    steps: [
      rule.otherwise === null
        ? '表のどの行にも当てはまらないため、人が決めます'
        : `表のどの行にも当てはまらないため → ${labelOf(scheme, rule.otherwise)}`,
    ],
  };
};

/**
 * The grade that follows from the levels, with its arithmetic; by hand: null. What does not apply to the type is
 * outside the sum and the mean, and said to be. `among`: the criteria that were asked, all of them where not given.
 */
export const gradeOf = (
  scheme: EvaluationScheme,
  typeKey: string | null,
  answers: Answers,
  among: readonly string[] = scheme.criteria.map(({ key }) => key),
): MachineGrade => {
  const rule = scheme.gradeRule;
  if (rule.by === 'hand') return { grade: null, steps: [] };
  const asked = new Set(among);
  const applicable = applicableCriteria(scheme, typeKey, answers);
  const criteria = applicable.filter(({ key }) => asked.has(key));
  const notApplicable = scheme.criteria.filter((each) => asked.has(each.key) && !applicable.includes(each));
  const result =
    rule.by === 'table'
      ? byTable(scheme, rule, criteria, answers)
      : graded(scheme, rule, score(criteria, answers));
  return notApplicable.length === 0
    ? result
    : {
        grade: result.grade,
        steps: [
          `対象外（分母に入れない）: ${notApplicable.map(({ label }) => label).join('、')}`,
          ...result.steps,
        ],
      };
};

/** What stands: the human's grade where one was given, otherwise the machine's. */
export const settledGrade = (human: string, machine: string | null): string =>
  human === '' ? (machine ?? '') : human;

/** Whether a person decided otherwise than the rule. */
export const differsFromMachine = (human: string, machine: string | null): boolean =>
  human !== '' && machine !== null && human !== machine;
