import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { columnNames, measureParts } from '../../domain/programme/import/column-names.data.ts';
import { figureInWords } from '../../domain/programme/import/preview-words.ts';
import type { ProgrammeRow } from '../../domain/programme/list/programme-row.ts';
import type { BudgetCode, Measure, MeasureYear } from '../../domain/programme/programme.ts';
import type { ProgrammeType } from '../../domain/programme/yearly-cycle.ts';
import type { CsvField } from '../csv/csv-field.ts';
import { writeCsv } from '../csv/write-csv.ts';

/** One line of the table: a programme in a year with its measures. */
export interface ProgrammeCsvRow extends ProgrammeRow {
  /** In the programme's order. */
  readonly measures: readonly (Measure & { readonly figure: MeasureYear | null })[];
}

interface Naming {
  readonly fiscalYear: number;
  readonly units: readonly OrganisationUnit[];
  readonly types: readonly ProgrammeType[];
}

type Field = CsvField<ProgrammeCsvRow>;

const field = (name: string, type: Field['type'], value: Field['value'], note = ''): Field => ({
  key: name,
  name,
  nameEn: name,
  type,
  unit: '',
  note,
  noteEn: note,
  value,
});

const obligations = { obliged: '法定義務あり', discretionary: '法定義務なし', unknown: '不明' } as const;
const personnel = { yes: '含む', no: '含まない', unknown: '不明' } as const;

const amounts = (which: 'budget' | 'settled'): readonly Field[] => [
  field(columnNames[which].heading, 'integer', ({ year }) => year?.[which].totalThousandYen ?? null),
  ...(
    [
      ['National', 'national'],
      ['Prefecture', 'prefecture'],
      ['Bond', 'bond'],
      ['Other', 'other'],
      ['General', 'general'],
    ] as const
  ).map(([part, key]) =>
    field(
      columnNames[`${which}${part}`].heading,
      'integer',
      ({ year }) => year?.[which].funding?.[key] ?? null,
    ),
  ),
];

const codeText = ({ account, kan, kou, moku, jigyou }: BudgetCode): string =>
  [account, kan, kou, moku, jigyou].join('/');

const ofKind = (row: ProgrammeCsvRow, kind: Measure['kind']) =>
  row.measures.filter((measure) => measure.kind === kind);

const measureFields = (rows: readonly ProgrammeCsvRow[], kind: Measure['kind']): readonly Field[] => {
  const most = Math.max(1, ...rows.map((row) => ofKind(row, kind).length));
  const word = kind === 'output' ? '活動指標' : '成果指標';
  return Array.from({ length: most }, (_, at) => {
    const heading = (part: keyof typeof measureParts) => `${word}${at + 1}${measureParts[part].heading}`;
    return [
      field(heading('name'), 'text', (row) => ofKind(row, kind)[at]?.name ?? ''),
      field(heading('unit'), 'text', (row) => ofKind(row, kind)[at]?.unit ?? ''),
      field(heading('target'), 'decimal', (row) => ofKind(row, kind)[at]?.figure?.target ?? ''),
      field(heading('actual'), 'text', (row) => figureInWords(ofKind(row, kind)[at]?.figure)),
      field(heading('indicatorKey'), 'text', (row) => ofKind(row, kind)[at]?.indicatorKey ?? ''),
    ];
  }).flat();
};

const fieldsOf = (
  rows: readonly ProgrammeCsvRow[],
  { fiscalYear, units, types }: Naming,
): readonly Field[] => {
  const byKey = new Map(units.map((unit) => [unit.unitKey, unit]));
  const typeNames = new Map(types.map(({ key, label }) => [key, label]));
  const above = (unitKey: string | null): string => {
    const parent = unitKey === null ? null : (byKey.get(unitKey)?.parentKey ?? null);
    return parent === null ? '' : (byKey.get(parent)?.name ?? '');
  };
  const year = (value: number | null): string => (value === null ? '' : formatFiscalYear(value, 'wareki'));
  return [
    field(columnNames.key.heading, 'text', ({ programme }) => programme.programmeKey),
    field(columnNames.number.heading, 'text', ({ programme }) => programme.number),
    field(columnNames.name.heading, 'text', ({ programme }) => programme.name),
    field(columnNames.fiscalYear.heading, 'text', () => year(fiscalYear)),
    field(columnNames.bureau.heading, 'text', ({ unitKey }) => above(unitKey)),
    field(columnNames.department.heading, 'text', ({ unitKey }) =>
      unitKey === null ? '' : (byKey.get(unitKey)?.name ?? unitKey),
    ),
    field(columnNames.unitKey.heading, 'text', ({ unitKey }) => unitKey ?? ''),
    field(columnNames.statedPlace.heading, 'text', ({ programme }) => programme.statedPlace),
    field(columnNames.type.heading, 'text', ({ programme: { typeKey } }) =>
      typeKey === null ? '' : (typeNames.get(typeKey) ?? typeKey),
    ),
    field(
      columnNames.legalObligation.heading,
      'text',
      ({ programme }) => obligations[programme.legalObligation],
    ),
    ...(['legalBasis', 'targetGroup', 'means', 'intent', 'expenseClass'] as const).map((key) =>
      field(columnNames[key].heading, 'text', ({ programme }) => programme[key] ?? ''),
    ),
    field(columnNames.startFiscalYear.heading, 'text', ({ programme }) => year(programme.startFiscalYear)),
    field(columnNames.endFiscalYear.heading, 'text', ({ programme }) => year(programme.endFiscalYear)),
    field(columnNames.note.heading, 'text', ({ programme }) => programme.note),
    ...amounts('budget'),
    ...amounts('settled'),
    field(columnNames.staffHours.heading, 'decimal', (row) => row.year?.staffHours ?? ''),
    field(
      columnNames.personnelIncluded.heading,
      'text',
      (row) => personnel[row.year?.personnelIncluded ?? 'unknown'],
    ),
    field(columnNames.budgetCodes.heading, 'list', (row) => (row.year?.budgetCodes ?? []).map(codeText)),
    field(columnNames.yearNote.heading, 'text', (row) => row.year?.note ?? ''),
    field(columnNames.planItems.heading, 'list', ({ items }) => items),
    ...measureFields(rows, 'output'),
    ...measureFields(rows, 'outcome'),
  ];
};

/** The programmes of a year as a table; `bin/rashin import programmes` reads it back unchanged. */
export const programmesCsv = (rows: readonly ProgrammeCsvRow[], naming: Naming): string =>
  writeCsv(fieldsOf(rows, naming), rows);
