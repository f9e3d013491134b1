import { explainJudgement } from './arithmetic.ts';
import type { CompiledScheme, Prepared } from './compile-scheme.ts';
import { isReason } from './figure.ts';
import type { Judgeable } from './judgeable.ts';
import type { ArithmeticLine, AxisJudgement, Judgement, Language, PublishedFigure } from './judgement.ts';
import { printPublished } from './print-figure.ts';
import { Standing } from './standing.ts';

const undecided = (axisKey: string): AxisJudgement => ({
  axisKey,
  grade: null,
  because: 'undefined',
  reason: 'no-rule',
  points: null,
});

/** Grades at once; everything a person reads only when asked. */
class SchemeJudgement implements Judgement {
  readonly fiscalYear: number;
  private readonly compiled: CompiledScheme;
  private readonly prepared: Prepared;
  private readonly standing: Standing;

  constructor(compiled: CompiledScheme, prepared: Prepared, fiscalYear: number) {
    const standing = new Standing(prepared.indicator, fiscalYear, compiled.scheme.actual);
    this.fiscalYear = fiscalYear;
    this.compiled = compiled;
    this.prepared = prepared;
    this.standing = standing;
    for (const { axis, steps } of prepared.axes) {
      let decided: AxisJudgement | null = null;
      for (const { decide } of steps) {
        decided = decide(standing);
        if (decided !== null) break;
      }
      const judged = decided ?? undecided(axis.axisKey);
      // Made to measure: an array that grows reserves room for sixteen more, and there are millions of them.
      standing.axes = standing.axes.length === 0 ? [judged] : [...standing.axes, judged];
    }
  }

  get indicatorKey(): string {
    return this.prepared.indicator.judgeable.indicatorKey;
  }

  get schemeKey(): string {
    return this.compiled.scheme.schemeKey;
  }

  get schemeVersion(): string {
    return this.compiled.scheme.version;
  }

  get axes(): readonly AxisJudgement[] {
    return this.standing.axes;
  }

  get overall(): AxisJudgement | null {
    return this.axes[this.compiled.overallAt] ?? null;
  }

  get hasValue(): boolean {
    return this.standing.entry !== null;
  }

  get measures(): Judgement['measures'] {
    return Object.fromEntries(
      [...this.compiled.measures].map(([measureKey, compute]) => [measureKey, compute(this.standing)]),
    );
  }

  get published(): readonly PublishedFigure[] {
    return this.compiled.scheme.publishedMeasures.map((rule) => {
      const figure = this.compiled.measures.get(rule.measure)?.(this.standing) ?? 'no-value';
      const [text, reason] = isReason(figure) ? [null, figure] : [printPublished(figure, rule), null];
      return { measure: rule.measure, name: rule.name, text, reason };
    });
  }

  arithmetic(language: Language = 'ja'): readonly ArithmeticLine[] {
    return explainJudgement(this.compiled, this.prepared, this.standing, language);
  }
}

/**
 * 判定: one indicator in one fiscal year by a scheme, on every axis. Whether the scheme is in force in that year is
 * for the caller to see to (`schemeOfYear`).
 */
export const judge = (compiled: CompiledScheme, judgeable: Judgeable, fiscalYear: number): Judgement =>
  new SchemeJudgement(compiled, compiled.prepare(judgeable), fiscalYear);
