import { exactDecimal, fractionOf, negateFraction } from '../../kernel/fraction.ts';
import { type ArithmeticWords, arithmeticWords } from './arithmetic-words.data.ts';
import { hasAttributes } from './attributes.ts';
import { compileBands } from './compile-bands.ts';
import type { CompiledScheme, CompiledStep, Prepared } from './compile-scheme.ts';
import { markOf } from './compile-step.ts';
import { type ExplainContext, explainMeasure } from './explain-measure.ts';
import { isReason } from './figure.ts';
import type { ArithmeticLine, AxisJudgement, Language } from './judgement.ts';
import type { Axis, Band, Bound, Step } from './judgement-scheme.ts';
import { printBound, printMeasure, printNumber } from './print-figure.ts';
import type { Standing } from './standing.ts';
import { joinedSince, joiningOf } from './time-basis.ts';

const boundText = (bound: Bound, measureKey: string, { scheme, standing }: ExplainContext): string => {
  if (typeof bound === 'string') return printBound(scheme, measureKey, bound);
  const row = scheme.tolerances[bound.tolerance]?.find((one) => hasAttributes(standing.indicator, one.for));
  const value = fractionOf(row?.value ?? '0');
  const signed = bound.sign === '-' ? negateFraction(value) : value;
  return printBound(scheme, measureKey, exactDecimal(signed) ?? '0');
};

/** 60%以上100%未満 */
const bandText = (band: Band, measureKey: string, context: ExplainContext): string => {
  const { words } = context;
  const [from, to] = [band.from, band.to].map((bound) =>
    bound === null ? null : boundText(bound, measureKey, context),
  );
  const lower = from == null ? '' : band.fromInclusive ? words.atLeast(from) : words.above(from);
  const upper = to == null ? '' : band.toInclusive ? words.atMost(to) : words.below(to);
  if (lower === '' && upper === '') return words.anything;
  return lower === '' || upper === '' ? `${lower}${upper}` : words.join(lower, upper);
};

const labelOf = (axis: Axis, gradeKey: string, words: ArithmeticWords): string => {
  const grade = axis.grades.find(({ key }) => key === gradeKey);
  return (words === arithmeticWords.en ? grade?.labelEn : undefined) ?? grade?.label ?? gradeKey;
};

/** What the step looked at. */
const seenBy = (step: Step, context: ExplainContext, axes: readonly Axis[]): string => {
  const { standing, words, scheme } = context;
  switch (step.by) {
    case 'measure': {
      const value = context.measures.get(step.measure)?.(standing) ?? 'no-value';
      const name = scheme.measures[step.measure]?.name ?? step.measure;
      if (isReason(value)) return words.lacks(name, words.reasons[value]);
      const { find, bands } = compileBands(step.bands, scheme.tolerances);
      const band = bands[find(value, standing.indicator)];
      const range = band === undefined ? '' : bandText(band, step.measure, context);
      return words.inBand(name, printMeasure(scheme, step.measure, value).text, range);
    }
    case 'mark': {
      const definition = scheme.marks[step.mark];
      const mark = markOf(standing, step.mark);
      const name = definition?.name ?? step.mark;
      if (mark === null)
        return standing.indicator.judgeable.withholdsMarks === true
          ? words.withheld(name)
          : words.unmarked(name);
      return words.mark(name, definition?.choices.find(({ key }) => key === mark.mark)?.label ?? mark.mark);
    }
    case 'text':
      if (standing.entry === null)
        return words.without(words.reasons[isReason(standing.figure) ? standing.figure : 'no-value']);
      return standing.entry.text === null ? words.noText : words.text(standing.entry.text);
    case 'axes': {
      const named = new Set(step.table.flatMap((row) => Object.keys(row.axes)));
      const marks = new Set(step.table.flatMap((row) => Object.keys(row.marks)));
      return [
        ...axes.flatMap((axis) => {
          const judged = standing.axes.find((one) => one.axisKey === axis.axisKey);
          if (!named.has(axis.axisKey) || judged === undefined) return [];
          return [
            `${axis.name} ${judged.grade === null ? words.ungraded : labelOf(axis, judged.grade, words)}`,
          ];
        }),
        ...[...marks].map((mark) => seenBy({ by: 'mark', mark, choices: {}, unmarked: null }, context, axes)),
      ].join(words.and);
    }
    case 'grade':
      return words.given;
  }
};

const stepLines = (
  { step, decide }: CompiledStep,
  axis: Axis,
  context: ExplainContext,
  told: Set<string>,
): { readonly lines: readonly ArithmeticLine[]; readonly decided: AxisJudgement | null } => {
  const { standing, words, scheme } = context;
  const decided = decide(standing);
  const explained = step.by === 'measure' ? explainMeasure(step.measure, context, told) : [];
  // Why there is no number is said by the line of the axis itself.
  const measured = decided?.because === 'band' || decided === null ? explained : explained.slice(0, -1);
  const give =
    decided === null
      ? words.nextStep
      : decided.grade === null
        ? `${words.ungraded}${decided.reason === null ? '' : `（${words.reasons[decided.reason]}）`}`
        : labelOf(axis, decided.grade, words);
  return {
    decided,
    lines: [
      ...measured.map(({ measure, text }): ArithmeticLine => ({ of: { measure }, text })),
      { of: { axis: axis.axisKey }, text: `${axis.name}: ${seenBy(step, context, scheme.axes)} → ${give}` },
    ],
  };
};

/** Where the figure judged came from, when it is not simply that of the year. */
const notes = (
  { indicator, entry, fiscalYear, figure }: Standing,
  words: ArithmeticWords,
): readonly ArithmeticLine[] => {
  const line = (note: 'actual' | 'baseline', text: string): ArithmeticLine => ({ of: { note }, text });
  if (entry === null) return [];
  const joining = joiningOf(indicator.judgeable);
  const since = joinedSince(indicator.judgeable);
  return [
    ...(entry.fiscalYear === fiscalYear
      ? []
      : [line('actual', words.standsIn(entry.fiscalYear, fiscalYear))]),
    ...(entry.status === 'final' ? [] : [line('actual', words.status[entry.status])]),
    ...(since !== null && !isReason(figure) && (joining === 'sum' || joining === 'mean')
      ? [line('actual', `${words[joining](since, entry.fiscalYear)} ${printNumber(figure).text}`)]
      : []),
    ...(indicator.countsFromZero && indicator.judgeable.baseline !== null
      ? [line('baseline', words.fromZero)]
      : []),
  ];
};

/** Every figure and rule that led to the grades, in the order they were looked at. */
export const explainJudgement = (
  { scheme, measures }: CompiledScheme,
  prepared: Prepared,
  judged: Standing,
  language: Language,
): readonly ArithmeticLine[] => {
  const words = arithmeticWords[language];
  const told = new Set<string>();
  const context: ExplainContext = { scheme, measures, standing: judged, words };
  const published = scheme.publishedMeasures.flatMap(({ measure }) =>
    explainMeasure(measure, context, told).map(
      (line): ArithmeticLine => ({
        of: { measure: line.measure },
        text: line.text,
      }),
    ),
  );
  const axes = prepared.axes.flatMap(({ axis, steps }) => {
    const lines: ArithmeticLine[] = [];
    for (const step of steps) {
      const one = stepLines(step, axis, context, told);
      lines.push(...one.lines);
      if (one.decided !== null) break;
    }
    return lines;
  });
  return [...notes(judged, words), ...published, ...axes];
};
