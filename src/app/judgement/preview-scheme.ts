import { withTenant } from '../../db/tenant.ts';
import { type CompiledScheme, compileScheme } from '../../domain/indicator/judgement/compile-scheme.ts';
import { judge } from '../../domain/indicator/judgement/judge.ts';
import type { Judgement } from '../../domain/indicator/judgement/judgement.ts';
import type { JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { type RollUp, rollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { readJudgements, type TownJudgements } from './read-judgements.ts';

/** One indicator by the scheme tried out, and by the one in use for the year. */
export interface PreviewedIndicator {
  readonly indicatorKey: string;
  readonly name: string;
  readonly judgement: Judgement;
  /** null: the year has no scheme yet */
  readonly before: Judgement | null;
}

export interface SchemePreview {
  readonly fiscalYear: number;
  readonly compiled: CompiledScheme;
  /** The scheme in use for the year; null: none */
  readonly inUse: CompiledScheme | null;
  readonly indicators: readonly PreviewedIndicator[];
  readonly rollUp: RollUp;
}

/** The town's figures, those that are not public yet among them: what a scheme can be tried out on. */
export const readTrialFigures = (acting: Acting): Promise<TownJudgements> =>
  withTenant(acting.db, acting.as, (tx) => readJudgements(tx, todayInJapan(acting), { drafts: true }));

/** Years in which anything was measured or judged, newest first. */
export const trialYears = ({ years, loaded }: TownJudgements): readonly number[] => {
  const known = new Set(years.map(({ fiscalYear }) => fiscalYear));
  for (const { values } of loaded)
    for (const { series, breakdown, fiscalYear } of values)
      if (series === 'actual' && breakdown === '') known.add(fiscalYear);
  return [...known].sort((a, b) => b - a);
};

/** Judges a year by a scheme that is being written; nothing is stored. null: the scheme cannot judge. */
export const previewScheme = (
  town: TownJudgements,
  scheme: JudgementScheme,
  fiscalYear: number,
): SchemePreview | null => {
  const made = compileScheme(scheme);
  if (!made.ok) return null;
  const inUse = town.ofYear(fiscalYear);
  const before = new Map(inUse?.indicators.map(({ machine }) => [machine.indicatorKey, machine]));
  const judged = town.judgeables(fiscalYear).map((judgeable) => ({
    judgeable,
    judgement: judge(made.value, judgeable, fiscalYear),
  }));
  return {
    fiscalYear,
    compiled: made.value,
    inUse: inUse?.compiled ?? null,
    indicators: judged.map(({ judgeable, judgement }) => ({
      indicatorKey: judgeable.indicatorKey,
      name: judgeable.name,
      judgement,
      before: before.get(judgeable.indicatorKey) ?? null,
    })),
    rollUp: rollUp(made.value, judged),
  };
};
