import type { z } from '@hono/zod-openapi';
import type { JudgedIndicator, YearJudgements } from '../../app/judgement/read-judgements.ts';
import type { StoredJudgementYear } from '../../db/read-judgement.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import type { RollUp } from '../../domain/indicator/judgement/roll-up.ts';
import type { judgementSchema, judgementYearSchema, rollUpSchema } from './judgement-schema.ts';

/** One indicator of one public year, with the arithmetic behind it. */
export const judgementData = (
  { year, compiled }: YearJudgements,
  { judgement, machine, human }: JudgedIndicator,
): z.infer<typeof judgementSchema> => {
  const { scheme } = compiled;
  return {
    fiscalYear: year.fiscalYear,
    scheme: { schemeKey: year.schemeKey, version: year.schemeVersion, name: scheme.name },
    overallAxisKey: overallAxis(scheme)?.axisKey ?? null,
    axes: judgement.axes.map(({ axisKey, grade: gradeKey, because, reason, points }) => {
      const axis = scheme.axes.find((each) => each.axisKey === axisKey);
      const grade = axis?.grades.find(({ key }) => key === gradeKey);
      return {
        axisKey,
        name: axis?.name ?? axisKey,
        gradeKey,
        label: grade?.label ?? null,
        symbol: grade?.symbol ?? null,
        class: grade?.class ?? null,
        points,
        because,
        reason,
        machineGradeKey: machine.axes.find((each) => each.axisKey === axisKey)?.grade ?? null,
      };
    }),
    published: judgement.published.map(({ measure, name, text, reason }) => ({
      measure,
      name,
      text,
      reason,
    })),
    human: human.map(({ kind, subject, choice, reason }) => ({ kind, subject, choice, reason })),
    arithmetic: machine.arithmetic('ja').map(({ text }) => text),
  };
};

export const rollUpData = (rollUp: RollUp): z.infer<typeof rollUpSchema> => ({
  entries: rollUp.entries,
  withValue: rollUp.withValue,
  counted: rollUp.counted,
  judged: rollUp.judged,
  denominator: rollUp.denominator,
  grades: rollUp.grades.map(({ grade, count, percent, isCounted, indicatorKeys }) => ({
    gradeKey: grade.key,
    label: grade.label,
    class: grade.class,
    count,
    percent,
    isCounted,
    indicatorKeys: [...indicatorKeys],
  })),
  ungraded: rollUp.ungraded.map(({ reason, indicatorKeys }) => ({
    reason,
    indicatorKeys: [...indicatorKeys],
  })),
  alsoCounts: [...rollUp.alsoCounts],
  scores: rollUp.scores.map(({ scoreKey, name, text, entries, leftOut }) => ({
    scoreKey,
    name,
    text,
    entries,
    leftOut,
  })),
});

export const judgementYearData = (
  code: string,
  {
    fiscalYear,
    schemeKey,
    schemeVersion,
    reason,
    publishesHuman,
    publishedAt,
    updatedAt,
  }: StoredJudgementYear,
): z.infer<typeof judgementYearSchema> => {
  const self = `/api/v1/municipalities/${code}/judgements/${fiscalYear}`;
  return {
    fiscalYear,
    schemeKey,
    schemeVersion,
    reason,
    publishesHuman,
    publishedAt: publishedAt ?? updatedAt,
    links: { self, csv: `${self}.csv`, page: `/m/${code}/judgements/${fiscalYear}` },
  };
};
