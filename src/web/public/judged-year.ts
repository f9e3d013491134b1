import type { JudgedIndicator, TownJudgements, YearJudgements } from '../../app/read-judgements.ts';
import type { CompiledScheme } from '../../domain/indicator/judgement/compile-scheme.ts';
import type { Judgement } from '../../domain/indicator/judgement/judgement.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';

/** The year asked for where it is public, else the newest; null: no year is public. */
export const judgedYear = (town: TownJudgements, asked: string | undefined): YearJudgements | null => {
  const years = town.years.map(({ fiscalYear }) => fiscalYear);
  const year = years.find((each) => String(each) === asked) ?? years[0];
  return year === undefined ? null : town.ofYear(year);
};

/** The grade of the headline, with its word and shape; null: none was given. */
export const gradeFor = ({ scheme }: CompiledScheme, { overall }: Judgement): Grade | null =>
  overallAxis(scheme)?.grades.find(({ key }) => key === overall?.grade) ?? null;

/** The one that stands, with what people decided. */
export const gradeIn = ({ compiled }: YearJudgements, { judgement }: JudgedIndicator): Grade | null =>
  gradeFor(compiled, judgement);
