import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { PlanHeader, ReviewRow } from '../../../domain/plan/plan.ts';
import { reviewSymbol, tabulateReview } from '../../../domain/plan/review-calendar.ts';
import { fillReviewCalendar } from '../../../domain/plan/review-calendar-fill.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { SelectField, TextField } from '../forms/field.tsx';
import { entriesOfRows } from '../forms/rows.ts';
import { rowNameOf, typedRowsOf } from './entry-order.ts';
import { EntryRows } from './entry-rows.tsx';
import type { HeaderFieldsProps, HeaderPart } from './header-routes.tsx';
import { readTermRule, TermFields, termEntries } from './term-fields.tsx';
import { printBars, printYears, readBars, readYears } from './year-list.ts';

const groups = [
  { value: 'strategy', label: '戦略（棒で示す）' },
  { value: 'evaluation', label: '評価（印で示す）' },
] as const;
const marks = [
  { field: 'yearly', mark: 'yearly', label: '● 毎年の評価の年度' },
  { field: 'review', mark: 'review', label: '○ 見直しの年度' },
  { field: 'final', mark: 'final', label: '◎ 最終評価の年度' },
] as const;

const fields = ['order', 'entryKey', 'group', 'label', 'periods', 'yearly', 'review', 'final'] as const;

interface DrawnProps {
  readonly header: PlanHeader;
  /** What stands in the form; null where it cannot be read. */
  readonly typed: readonly ReviewRow[] | null;
}

/** As it is drawn for citizens: rows by years. What was typed but not saved is drawn instead, and says so. */
const Drawn = ({ header, typed }: DrawnProps) => {
  const rows = typed ?? header.reviewCalendar;
  if (rows.length === 0) return null;
  const isSaved = JSON.stringify(rowEntries(rows)) === JSON.stringify(rowEntries(header.reviewCalendar));
  const table = tabulateReview(rows, {
    start: header.startFiscalYear,
    end: header.endFiscalYear,
  });
  return (
    <TableScroll label="見直し周期の表">
      <table className="table table--named review-drawn">
        <caption>
          {isSaved ? '保存されている見直し周期' : 'いまの入力による見直し周期（まだ保存していません）'}
        </caption>
        <thead>
          <tr>
            <th scope="col">戦略・評価</th>
            {table.years.map((year) => (
              <th key={year} scope="col">
                {formatFiscalYear(year, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell) => (
                <td key={cell.fiscalYear} colSpan={cell.span} className={`review-drawn__${cell.kind}`}>
                  {cell.kind === 'mark'
                    ? reviewSymbol(cell.mark)
                    : cell.kind === 'bar'
                      ? cell.label || '―'
                      : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Fields = ({ desk, form, sentences, beside }: HeaderFieldsProps) => (
  <>
    <TermFields
      form={form}
      sentences={sentences}
      isOpen={desk.loaded.content.header.reviewCalendar.length === 0}
    />
    {beside('reviewCalendar')}
    <EntryRows form={form} sentences={sentences} part="reviewCalendar" name="行" of="label">
      {(row, number) => (
        <>
          <div className="fields-row">
            <SelectField
              form={form}
              name={`${row}.group`}
              label={`行${number}の区分`}
              choices={groups}
              sentences={sentences}
            />
            <TextField
              form={form}
              name={`${row}.label`}
              label={`行${number}の名前（長期戦略、行政評価など）`}
              sentences={sentences}
            />
          </div>
          <TextField
            form={form}
            name={`${row}.periods`}
            label={`行${number}の期間`}
            hint="例: R6〜R8 第1期、R9〜R11 第2期"
            sentences={sentences}
          />
          <div className="fields-row">
            {marks.map(({ field, label }) => (
              <TextField
                key={field}
                form={form}
                name={`${row}.${field}`}
                label={`行${number}の${label}`}
                hint="例: R6〜R14、R8"
                sentences={sentences}
              />
            ))}
          </div>
        </>
      )}
    </EntryRows>
  </>
);

const rowEntries = (rows: readonly ReviewRow[]): Entries =>
  entriesOfRows(
    'reviewCalendar',
    rows.map((row, index) => ({
      order: String(index + 1),
      entryKey: String(index),
      group: row.group,
      label: row.label,
      periods: printBars(row.periods),
      ...Object.fromEntries(
        marks.map(({ field, mark }) => [
          field,
          printYears(row.marks.filter((each) => each.mark === mark).map((each) => each.fiscalYear)),
        ]),
      ),
    })),
  );

const filledRows = (form: Form) =>
  typedRowsOf(form, 'reviewCalendar', fields, ['order', 'entryKey', 'group']);

const readRows = (form: Form): Result<readonly ReviewRow[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const rows = filledRows(form).map(({ row, index }): ReviewRow => {
    const at = (field: string, found: readonly Problem[]): void => {
      problems.push(...found.map((each) => ({ ...each, path: ['reviewCalendar', index, field] })));
    };
    const group = groups.find(({ value }) => value === row.group)?.value;
    if (group === undefined) at('group', [errorAt('unknown-choice', [], { text: row.group.slice(0, 40) })]);
    const periods = readBars(row.periods);
    if (!periods.ok) at('periods', periods.error);
    const years = marks.flatMap(({ field, mark }) => {
      const read = readYears(row[field]);
      if (!read.ok) at(field, read.error);
      return read.ok ? read.value.map((fiscalYear) => ({ fiscalYear, mark })) : [];
    });
    return {
      group: group ?? 'evaluation',
      label: row.label.trim(),
      periods: periods.ok ? periods.value : [],
      marks: years.sort((a, b) => a.fiscalYear - b.fiscalYear),
    };
  });
  return problems.length === 0 ? ok(rows) : { ok: false, error: problems };
};

const typedRows = (form: Form): readonly ReviewRow[] | null => {
  const rows = readRows(form);
  return rows.ok ? rows.value : null;
};

const nameOfRow = rowNameOf('reviewCalendar');

/** 見直し周期: the table of the plan's evaluations and reviews. */
export const calendarPart: HeaderPart = {
  section: 'calendar',
  title: '見直し周期',
  lead: '計画の期間と、毎年の評価・見直しの年度です。消すときは、行を空にします。',
  fieldNames: { reviewCalendar: '見直し周期' },
  entries: ({ header }) => [...rowEntries(header.reviewCalendar), ...termEntries(header)],
  texts: ({ header }) => ({
    reviewCalendar: header.reviewCalendar
      .map(
        (row) =>
          `${row.label}: ${printBars(row.periods)} ${row.marks
            .map(({ fiscalYear, mark }) => `${formatFiscalYear(fiscalYear, 'short')}${reviewSymbol(mark)}`)
            .join(' ')}`,
      )
      .join('\n'),
  }),
  read: (form) => {
    const rows = readRows(form);
    return rows.ok ? ok({ header: { reviewCalendar: rows.value } }) : rows;
  },
  fill: (form, { header }) => {
    const rule = readTermRule(form);
    if (!rule.ok) return rule;
    const typed = readRows(form);
    const filled = fillReviewCalendar(
      typed.ok ? typed.value : header.reviewCalendar,
      { start: header.startFiscalYear, end: header.endFiscalYear },
      rule.value,
      {
        whole: header.kindLabel || '計画の全体',
        terms: '期',
        yearly: '毎年の評価',
        review: '期の見直し',
        term: (number) => `第${number}期`,
      },
    );
    return filled.ok ? ok(rowEntries(filled.value)) : filled;
  },
  list: {
    part: 'reviewCalendar',
    indexes: (form) => filledRows(form).map(({ index }) => index),
  },
  nameOf: (path) => {
    if (path[0] === 'terms') return 'terms.years';
    // ['reviewCalendar', 2, 'marks', 'review']: each mark has a field of its own.
    const mark = marks.find((each) => each.mark === path.at(-1));
    return nameOfRow(mark !== undefined && path.at(-2) === 'marks' ? path.toSpliced(-2, 1) : path);
  },
  Above: ({ desk, form }) => <Drawn header={desk.loaded.content.header} typed={typedRows(form)} />,
  Fields,
};
