import type { JudgementScheme } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import { type Entries, entriesOfAll } from '../../forms/entries.ts';
import { allOf, type Branch, partOf, textOf } from './branch.ts';
import type { FieldReader } from './field-reader.ts';

const yearText = (year: number | null): string => (year === null ? '' : formatFiscalYear(year, 'wareki'));

const sourceFields = ['document', 'publisher', 'place', 'date', 'url'] as const;

/** 名前、期間、読み方、どの値で判定するか. */
export const basicEntries = (scheme: JudgementScheme): Entries => [
  ['name', scheme.name],
  ['versionName', scheme.version],
  ['validFrom', yearText(scheme.validFrom)],
  ['validTo', yearText(scheme.validTo)],
  ['planStart', yearText(scheme.planStart)],
  ['readings', scheme.readings.join('\n')],
  ...sourceFields.map((field) => [`source.${field}`, scheme.source?.[field] ?? ''] as const),
  ['actual.use', scheme.actual.use],
  ['actual.within', scheme.actual.within === null ? '' : String(scheme.actual.within)],
  ...entriesOfAll('actual.unless', scheme.actual.unless),
  ['overall', scheme.overall ?? ''],
];

const readSource = (branch: Branch, reader: FieldReader): Record<string, unknown> => {
  const given = sourceFields.flatMap((field) => {
    const text = textOf(branch, field).trim();
    return text === '' ? [] : [[field, text] as const];
  });
  if (given.length === 0) return {};
  reader.title(textOf(branch, 'document'), ['source', 'document']);
  return { source: Object.fromEntries(given) };
};

export const readBasics = (root: Branch, reader: FieldReader): Record<string, unknown> => {
  const actual = partOf(root, 'actual');
  return {
    version: reader.title(textOf(root, 'versionName'), ['version']),
    name: reader.title(textOf(root, 'name'), ['name']),
    ...readSource(partOf(root, 'source'), reader),
    validFrom: reader.yearGiven(textOf(root, 'validFrom'), ['validFrom']),
    validTo: reader.year(textOf(root, 'validTo'), ['validTo']),
    readings: textOf(root, 'readings')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    planStart: reader.year(textOf(root, 'planStart'), ['planStart']),
    actual: {
      use: textOf(actual, 'use'),
      within: reader.whole(textOf(actual, 'within'), ['actual', 'within'], 100),
      unless: allOf(actual, 'unless'),
    },
    overall: textOf(root, 'overall') === '' ? null : textOf(root, 'overall'),
  };
};
