import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownProblemCodes, problemPlace, problemSentence } from './sentences.ts';

const src = join(import.meta.dirname, '..', '..');

/** Parts of the program whose problems reach a person through the command line. */
const sources = [
  'domain/kernel',
  'domain/organisation',
  'domain/plan/check-plan.ts',
  'domain/plan/check-tree.ts',
  'domain/plan/check-item.ts',
  'domain/plan/check-lineage.ts',
  'domain/plan/level-check.ts',
  'domain/plan/owner-rule.ts',
  'domain/plan/naming-lint.ts',
  'domain/plan/review-calendar.ts',
  'domain/plan/periods.ts',
  'domain/plan/text-limits.ts',
  'domain/plan/decide-revision.ts',
  'domain/indicator/check-indicator.ts',
  'domain/indicator/check-definition.ts',
  'domain/indicator/check-computed.ts',
  'domain/indicator/decide-values.ts',
  'domain/indicator/decide-cells.ts',
  'domain/indicator/decide-breakdowns.ts',
  'domain/indicator/decide-series.ts',
  'app/indicator/save-indicator.ts',
  'app/indicator/enter-values.ts',
  'app/indicator/enter-cells.ts',
  'app/indicator/save-breakdowns.ts',
  'domain/indicator/judgement',
  'documents/town-file',
  'domain/demography',
  'domain/demography/check',
  'domain/population/assumptions-of.ts',
  'domain/population/check-scenario.ts',
  'domain/population/check-run.ts',
  'domain/population/read-fields.ts',
  'domain/population/district-tables.ts',
  'domain/population/scenario-districts.ts',
  'documents/population',
  'documents/population-tables',
  'app/population',
  'domain/population',
  'cli/judge-files.ts',
  'cli/town-files.ts',
  'app/plan/import-plans.ts',
  'app/judgement/save-scheme.ts',
  'app/scheme',
  'domain/evaluation/check-keys.ts',
  'domain/evaluation/check-stages.ts',
  'domain/evaluation/check-criteria.ts',
  'domain/evaluation/check-grade-rule.ts',
  'domain/evaluation/check-matrices.ts',
  'domain/evaluation/check-record.ts',
  'domain/evaluation/move-sheet.ts',
  'domain/evaluation/merge-fields.ts',
  'domain/evaluation/round-setup.ts',
  'domain/evaluation/round-correction.ts',
  'domain/evaluation/round-choice.ts',
  'app/evaluation',
  'domain/budget',
  'app/budget',
  'app/judgement/choose-judgement.ts',
  'app/judgement/judge-by-hand.ts',
  'app/judgement/register-judgements.ts',
  'app/town/import-town.ts',
  'app/plan/plan-order.ts',
  'app/town/create-municipality.ts',
  'app/organisation/register-units.ts',
  'app/organisation/register-areas.ts',
  'app/indicator/define-indicators.ts',
  'app/plan/approve-revision.ts',
  'app/plan/publish-revision.ts',
  'app/plan/check-stored-plan.ts',
  'domain/implementation',
  'domain/programme/yearly-cycle-check.ts',
  'app/cycle/save-cycle.ts',
  'app/implementation/change-plan.ts',
  'app/implementation/save-cells.ts',
  'app/implementation/publish-plan.ts',
];

const filesOf = (path: string): readonly string[] =>
  path.endsWith('.ts')
    ? [join(src, path)]
    : readdirSync(join(src, path))
        .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
        .map((name) => join(src, path, name));

const codesIn = (file: string): readonly string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/\b(?:errorAt|warningAt|problem|refused|no)\(\s*'([a-z0-9.-]+)'/g),
  ].map(([, code]) => code ?? '');

/** Further codes, made from parts. */
const built = [
  'lineage-merge-needs-two',
  'lineage-split-needs-two',
  'json-unexpected',
  'json-unfinished',
  'json-string',
  'json-trailing-comma',
  'json-too-deep',
  'unit-unknown',
  'area-unknown',
  'indicator-unknown',
  'situation-unknown',
];

describe('断りの文', () => {
  it('出るかもしれないすべての理由に文がある', () => {
    const codes = new Set([...sources.flatMap(filesOf).flatMap(codesIn), ...built]);
    expect(codes.size).toBeGreaterThan(80);
    // Raising the end of a period by hand and rolling forward are words of the office.
    const elsewhere = ['period-not-extended'];
    expect([...codes].filter((code) => !knownProblemCodes.has(code) && !elsewhere.includes(code))).toEqual(
      [],
    );
  });

  it('場所はファイル・行・欄の順', () => {
    const problem = {
      code: 'text-missing',
      path: ['a.json', 'plans', 0, 'title'],
      severity: 'error',
      params: { line: 3, column: 5 },
    } as const;
    expect(problemPlace(problem)).toBe('a.json 3行5字目 plans › 0 › title');
  });

  it('文のない理由は誤りとして知らせる', () => {
    expect(() => problemSentence({ code: 'x-unknown', path: [], severity: 'error' })).toThrow('x-unknown');
  });
});
