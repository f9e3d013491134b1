import { costClasses, costClassOf } from './cost-class.ts';
import {
  type Decision,
  machineDiffers,
  standingDirection,
  standingGrade,
  standingPriority,
} from './decision.ts';
import type { DecisionMatrix, EvaluationScheme } from './evaluation-scheme.ts';
import type { MatrixAxis } from './matrix.ts';

export type AxisName = DecisionMatrix['rows'];

const criterionPrefix = 'criterion.';

/** 100万円未満 … 1億円以上 */
const costLabel = (from: number, below: number | null): string => {
  const yen = (thousand: number): string =>
    thousand >= 100_000 ? `${thousand / 100_000}億円` : `${(thousand / 10).toLocaleString('ja-JP')}万円`;
  if (below === null) return `${yen(from)}以上`;
  return from === 0 ? `${yen(below)}未満` : `${yen(from)}〜${yen(below)}`;
};

/** One side of a matrix by its name in the scheme; null where the scheme has nothing of the kind. */
export const axisOf = (scheme: EvaluationScheme, name: AxisName): MatrixAxis<Decision> | null => {
  switch (name) {
    case 'direction':
      return {
        title: '今後の方向',
        values: scheme.directions,
        of: (decision) => standingDirection(decision)?.key ?? null,
      };
    case 'grade':
      return { title: '評価', values: scheme.grades, of: standingGrade };
    case 'priority':
      return { title: '優先度', values: scheme.priorities, of: standingPriority };
    case 'cost':
      return {
        title: '費用',
        values: costClasses.map(({ key, fromThousandYen, belowThousandYen }) => ({
          key,
          label: costLabel(fromThousandYen, belowThousandYen),
        })),
        of: ({ amountThousandYen }) => costClassOf(amountThousandYen),
      };
    default: {
      const criterion = scheme.criteria.find(({ key }) => `${criterionPrefix}${key}` === name);
      return criterion === undefined
        ? null
        : {
            title: criterion.label,
            values: criterion.levels,
            of: ({ said }) =>
              said.findLast(({ handedOn, answers }) => handedOn && (answers[name] ?? '') !== '')?.answers[
                name
              ] ?? null,
          };
    }
  }
};

/** Every axis the scheme can fill, in a fixed order. */
export const axisNames = (scheme: EvaluationScheme): readonly AxisName[] => {
  const names: readonly AxisName[] = [
    'direction',
    'cost',
    'grade',
    'priority',
    ...scheme.criteria.map(({ key }) => `${criterionPrefix}${key}` as const),
  ];
  return names.filter((name) => (axisOf(scheme, name)?.values.length ?? 0) > 0);
};

/** The scheme's own pairs of axes; where it names none, direction against cost. */
export const matricesOf = (scheme: EvaluationScheme): readonly DecisionMatrix[] => {
  const usable = new Set(axisNames(scheme));
  const own = scheme.matrices.filter(({ rows, columns }) => usable.has(rows) && usable.has(columns));
  if (own.length > 0 || !usable.has('direction')) return own;
  return [{ key: 'direction-cost', title: '今後の方向と費用', rows: 'direction', columns: 'cost' }];
};

/** 計算による評価 × 人の評価, of the last stage that has both. */
export const machineAxes = (
  scheme: EvaluationScheme,
): { readonly machine: MatrixAxis<Decision>; readonly human: MatrixAxis<Decision> } => {
  const both = ({ said }: Decision) =>
    said.findLast(({ handedOn, grade, machineGrade }) => handedOn && grade !== null && machineGrade !== null);
  return {
    machine: {
      title: '計算による評価',
      values: scheme.grades,
      of: (decision) => both(decision)?.machineGrade ?? null,
    },
    human: { title: '人の評価', values: scheme.grades, of: (decision) => both(decision)?.grade ?? null },
  };
};

/** Where people decided otherwise than the calculation: with their reason, the costliest first. */
export const differingDecisions = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions
    .filter(machineDiffers)
    .toSorted((a, b) => (b.amountThousandYen ?? -1) - (a.amountThousandYen ?? -1));
