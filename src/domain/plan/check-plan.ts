import { errorAt, type Problem, placed } from '../kernel/problem.ts';
import type { MunicipalitySettings } from '../kernel/settings.ts';
import { checkItem, type TownKeys } from './check-item.ts';
import { checkTree } from './check-tree.ts';
import { checkLevels } from './level-check.ts';
import { lintTitles } from './naming-lint.ts';
import { checkOwners } from './owner-rule.ts';
import { checkPeriod, type Period } from './periods.ts';
import type { PlanContent, PlanHeader } from './plan.ts';
import { checkReviewCalendar } from './review-calendar.ts';
import { checkSource, checkText, textLimits } from './text-limits.ts';

export interface PlanContext extends TownKeys {
  readonly checks: MunicipalitySettings['checks'];
  /** Period of the plan this one is nested in. */
  readonly parentPeriod: Period | null;
}

/** Years are checked first: a calendar over an impossible period would only repeat it. */
const checkYears = (header: PlanHeader, parentPeriod: Period | null): readonly Problem[] => {
  const period = { start: header.startFiscalYear, end: header.endFiscalYear };
  const problems = checkPeriod(period, parentPeriod);
  return problems.some(({ severity }) => severity === 'error')
    ? problems
    : [...problems, ...checkReviewCalendar(header.reviewCalendar, period)];
};

const duplicateEntries = (
  field: 'identity' | 'situation',
  entries: readonly { readonly entryKey: string }[],
): readonly Problem[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ entryKey }, index) => {
    const again = seen.has(entryKey);
    seen.add(entryKey);
    return again ? [errorAt('entry-key-duplicate', [field, index, 'entryKey'], { key: entryKey })] : [];
  });
};

/** Path begins with 'header'. */
export const checkHeader = (header: PlanHeader, parentPeriod: Period | null): readonly Problem[] =>
  [
    ...checkText(header.title, textLimits.title, ['title'], true),
    ...checkText(header.subtitle, textLimits.title, ['subtitle']),
    ...checkText(header.kindLabel, textLimits.title, ['kindLabel'], true),
    ...checkText(header.summary, textLimits.long, ['summary']),
    ...checkSource(header.source, ['source']),
    ...checkYears(header, parentPeriod),
    ...duplicateEntries('identity', header.identity),
    ...duplicateEntries('situation', header.situation),
    ...header.identity.flatMap(({ label, text, explanation, source }, index) => [
      ...checkText(label, textLimits.short, ['identity', index, 'label'], true),
      ...checkText(text, textLimits.long, ['identity', index, 'text']),
      ...checkText(explanation, textLimits.long, ['identity', index, 'explanation']),
      ...checkSource(source, ['identity', index, 'source']),
    ]),
    ...header.situation.flatMap(({ theme, text, source }, index) => [
      ...checkText(theme, textLimits.short, ['situation', index, 'theme']),
      ...checkText(text, textLimits.long, ['situation', index, 'text'], true),
      ...checkSource(source, ['situation', index, 'source']),
    ]),
  ].map((problem) => placed(['header'], problem));

/**
 * Everything a machine can say about a plan. Errors stop its approval, warnings are the town's own rules
 * (主管は三つまで, 手段ベースの名称) and never do. Each path names the item and the field.
 */
export const checkPlan = (content: PlanContent, context: PlanContext): readonly Problem[] => {
  const { header, levels, items } = content;
  const situationKeys = new Set(header.situation.map(({ entryKey }) => entryKey));
  return [
    ...checkHeader(header, context.parentPeriod),
    ...checkLevels(levels),
    ...checkTree(levels, items),
    ...items.flatMap((item) => checkItem(item, context, situationKeys)),
    ...checkOwners(items, context.checks.maxLeadUnits),
    ...lintTitles(levels, items, context.checks.namingLint),
  ];
};
