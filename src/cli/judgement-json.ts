import type { CompiledScheme } from '../domain/indicator/judgement/compile-scheme.ts';
import { isReason } from '../domain/indicator/judgement/figure.ts';
import type { Judgement } from '../domain/indicator/judgement/judgement.ts';
import type { GroupedRollUp, RollUp } from '../domain/indicator/judgement/roll-up.ts';
import type { Judged } from '../domain/indicator/judgement/tally.ts';

/** Exact: 32/100 stays two whole numbers, as text. */
const measuresJson = ({ measures }: Judgement): object =>
  Object.fromEntries(
    Object.entries(measures).map(([key, value]) => [
      key,
      isReason(value)
        ? { reason: value }
        : { numerator: String(value.numerator), denominator: String(value.denominator) },
    ]),
  );

const judgedJson = ({ scheme }: CompiledScheme, { judgeable, judgement }: Judged): object => ({
  indicatorKey: judgeable.indicatorKey,
  name: judgeable.name,
  axes: judgement.axes.map((judged, at) => {
    const grade = scheme.axes[at]?.grades.find(({ key }) => key === judged.grade);
    return {
      ...judged,
      label: grade?.label ?? null,
      symbol: grade?.symbol ?? null,
      class: grade?.class ?? null,
    };
  }),
  published: judgement.published,
  measures: measuresJson(judgement),
  arithmetic: judgement.arithmetic().map(({ text }) => text),
});

const rollUpJson = (rollUp: RollUp): object => ({
  ...rollUp,
  grades: rollUp.grades.map(({ grade, ...rest }) => ({ gradeKey: grade.key, label: grade.label, ...rest })),
  scores: rollUp.scores.map(({ value, ...rest }) => ({
    ...rest,
    value:
      value === null ? null : { numerator: String(value.numerator), denominator: String(value.denominator) },
  })),
});

/** All that `bin/rashin judge` prints, for programs. Figures are text; nothing is rounded but what the scheme publishes. */
export const judgementsJson = (
  compiled: CompiledScheme,
  fiscalYear: number,
  judged: readonly Judged[],
  rollUp: RollUp,
  grouped: readonly GroupedRollUp[],
): object => ({
  scheme: {
    schemeKey: compiled.scheme.schemeKey,
    version: compiled.scheme.version,
    name: compiled.scheme.name,
    readings: compiled.scheme.readings,
  },
  fiscalYear,
  judgements: judged.map((one) => judgedJson(compiled, one)),
  rollUp: rollUpJson(rollUp),
  groups: grouped.map(({ groups, ...rest }) => ({
    ...rest,
    groups: groups.map((group) => ({ groupKey: group.groupKey, rollUp: rollUpJson(group.rollUp) })),
  })),
});
