import { cycleEventKinds } from '../../../domain/programme/yearly-cycle.ts';
import { fiscalMonths } from '../../../domain/programme/yearly-cycle-months.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type Choice, describe, FieldProblems, type FieldSentences, fieldId } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { CycleLayout } from './cycle-layout.tsx';
import { eventKinds, settledIn } from './cycle-words.data.ts';
import type { Cells, EditPart } from './edit-parts.ts';

interface Column {
  readonly field: string;
  readonly label: string;
  readonly choices?: readonly Choice[];
  readonly wide?: boolean;
  readonly inputMode?: 'numeric';
}

const months: readonly Choice[] = fiscalMonths.map((month) => ({
  value: String(month),
  label: `${month}月`,
}));

const columns: Readonly<Record<EditPart['part'], readonly Column[]>> = {
  programmeTypes: [
    { field: 'label', label: '種類の名前', wide: true },
    {
      field: 'settledIn',
      label: '予算を決めるところ',
      choices: Object.entries(settledIn).map(([value, label]) => ({ value, label })),
    },
    { field: 'key', label: 'キー' },
  ],
  staffRates: [
    { field: 'fiscalYear', label: '年度（令和7、2025 など）' },
    { field: 'yenPerHour', label: '職員1時間（円）', inputMode: 'numeric' },
  ],
  calendar: [
    { field: 'title', label: '予定の名前', wide: true },
    {
      field: 'kind',
      label: '何の予定か',
      choices: cycleEventKinds.map((value) => ({ value, label: eventKinds[value].label })),
    },
    { field: 'fromMonth', label: '始まり', choices: months },
    { field: 'toMonth', label: '終わり', choices: months },
    { field: 'who', label: 'だれが' },
    { field: 'note', label: '説明', wide: true },
  ],
};

export interface EditPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly name: string;
  readonly part: EditPart;
  readonly rows: readonly Cells[];
  readonly form: Form;
  readonly seen: string;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
  /** Somebody else's rows, where they changed meanwhile. */
  readonly theirs: readonly Cells[] | null;
}

const Cell = ({
  page: { name, form, sentences },
  column,
  row,
  label,
}: {
  readonly page: EditPageProps;
  readonly column: Column;
  readonly row: number;
  readonly label: string;
}) => {
  const field = `${name}.${row}.${column.field}`;
  const common = { ...describe({ name: field, sentences }), 'aria-label': label, className: 'input' };
  return (
    <td>
      {column.choices === undefined ? (
        <input
          {...common}
          data-wide={column.wide}
          inputMode={column.inputMode}
          defaultValue={form.text(field)}
          autoComplete="off"
        />
      ) : (
        <select {...common} defaultValue={form.text(field)}>
          {column.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      <FieldProblems name={field} sentences={sentences} />
    </td>
  );
};

const shown = ({ choices }: Column, value: string): string =>
  choices?.find((choice) => choice.value === value)?.label ?? value;

const Theirs = ({ part, rows }: { readonly part: EditPart; readonly rows: readonly Cells[] }) => (
  <section className="section" aria-labelledby="theirs-title">
    <h2 id="theirs-title">いま保存されている{part.title}</h2>
    <TableScroll label="いま保存されている内容">
      <table className="table">
        <thead>
          <tr>
            {columns[part.part].map(({ field, label }) => (
              <th key={field} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
            <tr key={row}>
              {columns[part.part].map((column) => (
                <td key={column.field}>{shown(column, cells[column.field] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  </section>
);

/** One list of the settings as a table of fields; rows are added, moved and removed by buttons that save nothing. */
export const EditPage = (page: EditPageProps) => {
  const { town, viewer, name, part, rows, form, seen, problems, notice, theirs } = page;
  const href = `/m/${town.municipality}/office/cycle/edit/${name}`;
  const list = columns[part.part];
  const step = (then: string, words: string, label: string, to: number) => (
    <button
      type="submit"
      name="then"
      value={then}
      formAction={`${href}#${fieldId(`${name}.${to}`)}`}
      className="button button--quiet button--small"
      aria-label={label}
    >
      {words}
    </button>
  );
  return (
    <CycleLayout title={part.title} page="edit" {...{ town, viewer, problems, notice }}>
      <p className="section__text">{part.about}</p>
      <form method="post" action={href} className="section">
        {/* Enter in a field saves: the first button of a form is the one it presses. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          保存する
        </button>
        <CsrfField viewer={viewer} />
        <input type="hidden" name="seen" value={seen} />
        {rows.length === 0 ? (
          <p className="quiet">まだ1行もありません。</p>
        ) : (
          <TableScroll label={`${part.title}の入力`}>
            <table className="table cycle-edit">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  {list.map(({ field, label }) => (
                    <th key={field} scope="col">
                      {label}
                    </th>
                  ))}
                  <th scope="col">行の操作</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((_, row) => {
                  const number = `${row + 1}行目`;
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
                    <tr key={row} id={fieldId(`${name}.${row}`)}>
                      <th scope="row">
                        {row + 1}
                        {part.part === 'calendar' && (
                          <input
                            type="hidden"
                            name={`${name}.${row}.key`}
                            value={form.text(`${name}.${row}.key`)}
                          />
                        )}
                      </th>
                      {list.map((column) => (
                        <Cell
                          key={column.field}
                          page={page}
                          column={column}
                          row={row}
                          label={`${number}の${column.label}`}
                        />
                      ))}
                      <td>
                        <span className="row-tools">
                          {row > 0 && step(`up ${row}`, '↑ 上へ', `${number}を上へ`, row - 1)}
                          {row < rows.length - 1 && step(`down ${row}`, '↓ 下へ', `${number}を下へ`, row + 1)}
                          {step(`remove ${row}`, '消す', `${number}を消す`, Math.max(0, row - 1))}
                        </span>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableScroll>
        )}
        <p className="actions">{step('add', '行を加える', `${part.row}の行を加える`, rows.length)}</p>
        <p className="actions">
          <button type="submit" className="button">
            保存する
          </button>
        </p>
      </form>
      {theirs !== null && <Theirs part={part} rows={theirs} />}
    </CycleLayout>
  );
};
