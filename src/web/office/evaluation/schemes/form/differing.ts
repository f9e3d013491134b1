import type { EvaluationScheme } from '../../../../../domain/evaluation/evaluation-scheme.ts';
import type { Entries } from '../../../forms/entries.ts';
import { type Branch, partOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import type { FieldReader } from '../../../judgement/form/field-reader.ts';
import { conditionEntries, readConditions } from './shape-form.ts';

/** How the grade is decided, as the form names it: a sum of points and a share of them are two. */
const ruleWord = (rule: EvaluationScheme['gradeRule']): string =>
  rule.by === 'sum' && rule.of === 'share' ? 'share' : rule.by;

const ruleEntries = (rule: EvaluationScheme['gradeRule']): Entries => [
  ['gradeRule.by', ruleWord(rule)],
  ...('bands' in rule
    ? rule.bands.flatMap(
        ({ grade, from }, at): Entries => [
          [`gradeRule.bands.${at}.grade`, grade],
          [`gradeRule.bands.${at}.from`, from ?? ''],
        ],
      )
    : []),
  ...(rule.by === 'table'
    ? [
        ...rule.rows.flatMap(
          ({ grade, when }, at): Entries => [
            [`gradeRule.rows.${at}.grade`, grade],
            ...conditionEntries(`gradeRule.rows.${at}.when`, when),
          ],
        ),
        ['gradeRule.otherwise', rule.otherwise ?? ''] as const,
      ]
    : []),
];

/** What stands differently in the form than in the JSON. */
export const differingEntries = (scheme: EvaluationScheme): Entries => [
  ['source.document', scheme.source?.document ?? ''],
  ['source.url', scheme.source?.url ?? ''],
  ...ruleEntries(scheme.gradeRule),
  ...scheme.criteria.flatMap(
    ({ proposal }, at): Entries => [
      [`criteria.${at}.proposes`, proposal === null ? 'no' : 'yes'],
      ...(proposal?.from ?? []).map(
        (from, nth) => [`criteria.${at}.levels.${nth}.from`, from ?? ''] as const,
      ),
    ],
  ),
  ...scheme.exemptions.flatMap(
    ({ atMost }, at): Entries => [
      [`exemptions.${at}.years`, atMost === null ? '' : String(atMost.years)],
      [`exemptions.${at}.thousandYen`, atMost === null ? '' : String(atMost.thousandYen)],
    ],
  ),
];

const readRule = (root: Branch, reader: FieldReader, criteria: readonly string[]): unknown => {
  const rule = partOf(root, 'gradeRule');
  const by = textOf(rule, 'by');
  if (by === 'hand' || by === '') return { by: 'hand' };
  if (by === 'table') {
    const otherwise = textOf(rule, 'otherwise');
    return {
      by,
      rows: rowsOf(rule, 'rows').map((row, at) => ({
        grade: reader.chosen(textOf(row, 'grade'), ['gradeRule', 'rows', at, 'grade']),
        when: readConditions(partOf(row, 'when'), criteria),
      })),
      otherwise: otherwise === '' ? null : otherwise,
    };
  }
  const bands = rowsOf(rule, 'bands').map((band, at) => ({
    grade: reader.chosen(textOf(band, 'grade'), ['gradeRule', 'bands', at, 'grade']),
    from: reader.figure(textOf(band, 'from'), ['gradeRule', 'bands', at, 'from']),
  }));
  return by === 'share' ? { by: 'sum', of: 'share', bands } : { by, bands };
};

const readProposal = (criterion: Branch, at: number, reader: FieldReader): unknown =>
  textOf(criterion, 'proposes') !== 'yes'
    ? null
    : {
        from: rowsOf(criterion, 'levels').map((level, nth) =>
          reader.figure(textOf(level, 'from'), ['criteria', at, 'proposal', 'from', nth]),
        ),
      };

/** Years and an amount belong together: one without the other is told. */
const readAtMost = (exemption: Branch, at: number, reader: FieldReader): unknown => {
  const [years, amount] = [textOf(exemption, 'years'), textOf(exemption, 'thousandYen')];
  if (years.trim() === '' && amount.trim() === '') return null;
  const digits = amount.normalize('NFKC').replaceAll(/[,\s]/gu, '');
  const yen = reader.given(digits, ['exemptions', at, 'atMost', 'thousandYen']);
  return { years: reader.count(years, ['exemptions', at, 'atMost', 'years'], 20), thousandYen: Number(yen) };
};

type Read = Readonly<Record<string, unknown>>;
const rowsIn = (value: unknown): readonly Read[] => value as readonly Read[];

/** The JSON with the differing parts put in. `read`: what the shape alone gave. */
export const withDiffering = (
  root: Branch,
  read: Read,
  reader: FieldReader,
  criteria: readonly string[],
): Read => {
  const [document, url] = [
    textOf(partOf(root, 'source'), 'document').trim(),
    textOf(partOf(root, 'source'), 'url').trim(),
  ];
  if (document === '' && url !== '') reader.title(document, ['source', 'document']);
  const [criterionRows, exemptionRows] = [rowsOf(root, 'criteria'), rowsOf(root, 'exemptions')];
  return {
    ...read,
    source: document === '' ? null : { document, url },
    gradeRule: readRule(root, reader, criteria),
    criteria: rowsIn(read.criteria).map((criterion, at) => ({
      ...criterion,
      proposal: readProposal(criterionRows[at] as Branch, at, reader),
    })),
    exemptions: rowsIn(read.exemptions).map((exemption, at) => ({
      ...exemption,
      atMost: readAtMost(exemptionRows[at] as Branch, at, reader),
    })),
  };
};
