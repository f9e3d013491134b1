import type { ProposalKind, PublishedBudget, PublishedBudgetLine } from '../../domain/budget/budget.ts';
import type { CommonDirection } from '../../domain/evaluation/common-direction.ts';
import type { CsvField } from './csv-field.ts';
import { commonDirectionNames } from './evaluation-csv.ts';
import { fiscalYearFields } from './fiscal-year-fields.ts';
import { textMaker } from './make-field.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface BudgetCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly budget: PublishedBudget;
  readonly lines: readonly PublishedBudgetLine[];
}

interface Line extends Omit<BudgetCsvInput, 'lines'> {
  readonly line: PublishedBudgetLine;
}

const kinds: Readonly<Record<ProposalKind, string>> = {
  new: '新規',
  expand: '拡大',
  continue: '継続',
  reduce: '縮小',
  stop: '廃止',
};

const isCommon = (key: string): key is CommonDirection => key in commonDirectionNames;

const text = textMaker<Line>();

const amount = (
  key: string,
  name: string,
  nameEn: string,
  value: (line: PublishedBudgetLine) => number | null,
) =>
  ({
    key,
    name,
    nameEn,
    type: 'integer',
    unit: '千円',
    note: '一般財源',
    noteEn: 'General funds',
    value: ({ line }: Line) => value(line),
  }) satisfies CsvField<Line>;

/** 予算と評価（1行に1提案）の項目定義. */
export const budgetFields: readonly CsvField<Line>[] = [
  ...townFields,
  ...fiscalYearFields('予算の年度', 'Fiscal year of the budget', (row: Line) => row.budget.fiscalYear),
  text('proposal_key', '提案キー', 'Proposal key', (row) => row.line.proposalKey),
  text('programme_key', '事業キー', 'Programme key', (row) => row.line.programmeKey),
  text('number', '事業番号', 'Number', (row) => row.line.number),
  text('name', '事業名', 'Programme', (row) => row.line.name),
  text('unit', '担当', 'Unit in charge', (row) => row.line.unitName),
  text(
    'kind',
    '区分',
    'Kind',
    (row) => (row.line.kind === null ? null : kinds[row.line.kind]),
    '新規・拡大・継続・縮小・廃止。空: 編成の途中で、まだ出されていない',
  ),
  text(
    'evaluation_round',
    'もとにした評価の回',
    'Round of evaluation',
    (row) => row.budget.round?.title ?? '',
  ),
  text('evaluation', '評価の方向', 'Direction of the evaluation', (row) => row.line.evaluationWord),
  text('evaluation_class', '評価の方向の共通区分', 'Common class of the direction', (row) =>
    isCommon(row.line.evaluationClass)
      ? commonDirectionNames[row.line.evaluationClass]
      : row.line.evaluationClass,
  ),
  {
    ...text('base_fiscal_year', 'もとにした年度', 'Base year', (row) => row.budget.baseFiscalYear),
    type: 'integer',
  },
  amount('base', 'もとにした年度の額', 'Base', (line) => line.baseGeneralThousandYen),
  amount('requested', '要求額', 'Requested', (line) => line.requestedGeneralThousandYen),
  amount('allocated', '配分額', 'Allocated', (line) => line.allocatedGeneralThousandYen),
  amount('change', '増減', 'Change', (line) =>
    line.allocatedGeneralThousandYen === null
      ? null
      : line.allocatedGeneralThousandYen - line.baseGeneralThousandYen,
  ),
  text('decision_reason', '理由', 'Reason', (row) => row.line.decisionReason),
];

/** 予算と評価のCSV: one proposal a line. */
export const budgetCsv = ({ lines, ...input }: BudgetCsvInput): string =>
  writeCsv(
    budgetFields,
    lines.map((line) => ({ ...input, line })),
  );
