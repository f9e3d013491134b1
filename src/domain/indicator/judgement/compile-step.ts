import { compileBands } from './compile-bands.ts';
import { isReason } from './figure.ts';
import type { HumanMark } from './judgeable.ts';
import { type AxisJudgement, isMissing, type Reason } from './judgement.ts';
import type { Axis, GradeOrNext, JudgementScheme, Step } from './judgement-scheme.ts';
import type { Outcomes } from './outcome.ts';
import type { Standing } from './standing.ts';
import type { Compute } from './target-figure.ts';

/** Decides, or hands on to the next step by null. */
export type Decide = (standing: Standing) => AxisJudgement | null;

export interface StepContext {
  readonly scheme: JudgementScheme;
  readonly axis: Axis;
  readonly measures: ReadonlyMap<string, Compute>;
  readonly outcome: Outcomes;
}

export const markOf = ({ indicator, fiscalYear }: Standing, markKey: string): HumanMark | null =>
  indicator.judgeable.marks.find((mark) => mark.fiscalYear === fiscalYear && mark.markKey === markKey) ??
  null;

/** A figure that is not there: by the reason it was given, or by what cannot be computed. */
const lacking = ({ axis, outcome }: StepContext, own: Readonly<Partial<Record<Reason, GradeOrNext>>>) => {
  const decided = new Map<Reason, AxisJudgement | null>();
  const decide = (reason: Reason): AxisJudgement | null =>
    isMissing(reason)
      ? outcome(own[reason] ?? axis.missing[reason] ?? null, 'missing', reason)
      : outcome(
          own[reason] ?? (reason === 'mark-withheld' ? null : axis.undefined[reason]) ?? null,
          'undefined',
          reason,
        );
  return (reason: Reason): AxisJudgement | null => {
    const known = decided.get(reason);
    if (known !== undefined) return known;
    const made = decide(reason);
    decided.set(reason, made);
    return made;
  };
};

const byMeasure = (context: StepContext, step: Step & { by: 'measure' }): Decide => {
  const compute = context.measures.get(step.measure);
  if (compute === undefined) throw new Error(`a checked scheme is required, not ${step.measure}`);
  const without = lacking(context, step.without);
  const { find, bands } = compileBands(step.bands, context.scheme.tolerances);
  const outcomes = bands.map(({ give }) => context.outcome(give, 'band', null));
  return (standing) => {
    const value = compute(standing);
    if (isReason(value)) return without(value);
    return outcomes[find(value, standing.indicator)] ?? null;
  };
};

const byMark = ({ scheme, outcome }: StepContext, step: Step & { by: 'mark' }): Decide => {
  const known = new Set(scheme.marks[step.mark]?.choices.map(({ key }) => key));
  return (standing) => {
    const mark = markOf(standing, step.mark);
    if (mark === null && standing.indicator.judgeable.withholdsMarks === true)
      return outcome(null, 'undefined', 'mark-withheld');
    if (mark === null)
      return outcome(step.unmarked, step.unmarked === null ? 'undefined' : 'mark', 'unmarked');
    if (!known.has(mark.mark)) return outcome(null, 'undefined', 'mark-unknown');
    return outcome(step.choices[mark.mark] ?? null, 'mark', null);
  };
};

const byText = (context: StepContext, step: Step & { by: 'text' }): Decide => {
  const without = lacking(context, {});
  return ({ entry, figure, indicator }) => {
    if (entry === null) return without(isReason(figure) ? figure : 'no-value');
    const { text } = entry;
    const target = indicator.judgeable.targets.find(
      (one) => one.fiscalYear === indicator.finalTarget?.fiscalYear,
    );
    if (text !== null && step.asTarget !== null && target?.text === text)
      return context.outcome(step.asTarget, 'text', null);
    const give = text !== null && Object.hasOwn(step.texts, text) ? step.texts[text] : undefined;
    return context.outcome(give ?? step.otherwise, 'text', null);
  };
};

const byAxes = ({ outcome }: StepContext, step: Step & { by: 'axes' }): Decide => {
  const rows = step.table.map(({ axes, marks, give }) => ({
    axes: Object.entries(axes),
    marks: Object.entries(marks),
    give,
  }));
  return (standing) => {
    const withheld = standing.indicator.judgeable.withholdsMarks === true;
    const row = rows.find(
      ({ axes, marks }) =>
        axes.every(([axisKey, grades]) => {
          const judged = standing.axes.find((one) => one.axisKey === axisKey);
          return judged?.grade != null && grades.includes(judged.grade);
        }) &&
        // A row that asks for a withheld mark may be the one that holds: nothing after it can be said either.
        (withheld ||
          marks.every(([markKey, choices]) => {
            const mark = markOf(standing, markKey);
            return mark !== null && choices.includes(mark.mark);
          })),
    );
    if (withheld && row !== undefined && row.marks.length > 0)
      return outcome(null, 'undefined', 'mark-withheld');
    if (row !== undefined) return outcome(row.give, 'axes', null);
    return step.otherwise === null
      ? outcome(null, 'undefined', 'no-rule')
      : outcome(step.otherwise, 'axes', null);
  };
};

export const compileStep = (context: StepContext, step: Step): Decide => {
  switch (step.by) {
    case 'measure':
      return byMeasure(context, step);
    case 'mark':
      return byMark(context, step);
    case 'text':
      return byText(context, step);
    case 'axes':
      return byAxes(context, step);
    case 'grade':
      return () => context.outcome(step.give, 'given', null);
  }
};
