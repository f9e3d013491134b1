import type { ReactNode } from 'react';
import type { Form } from '../../middleware/form.ts';
import { type FieldSentences, TextField } from '../forms/field.tsx';
import { rowsOf } from '../forms/rows.ts';

interface EntryRowsProps {
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly part: string;
  /** What one row is: 記載, 行, 階層. */
  readonly name: string;
  /** Field that names the row in its heading. */
  readonly of: string;
  /** Empty rows after those that are filled. */
  readonly more?: number;
  /** `row`: what the names of its fields begin with. */
  readonly children: (row: string, number: number) => ReactNode;
}

/** A list that is edited as a whole: each row folded to its name, an empty one to add, a number to change the order. */
export const EntryRows = ({ form, sentences, part, name, of, more = 1, children }: EntryRowsProps) => {
  const rows = rowsOf(form, part, ['entryKey', of]);
  const wantsMore = form.text('then') === 'more';
  const asked = wantsMore ? 3 : more;
  const isAsked = wantsMore || rows.length === 0;
  return (
    <>
      {Array.from({ length: rows.length + asked }, (_, index) => {
        const row = rows[index];
        const title = row?.[of] ?? '';
        const isWrong = [...sentences.keys()].some((field) => field.startsWith(`${part}.${index}.`));
        const isOpen = isWrong || (row === undefined ? isAsked : rows.length === 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
          <details key={index} className="entry-row" open={isOpen}>
            <summary>
              {row === undefined || (title === '' && row.entryKey === '')
                ? `新しい${name}を書く`
                : title === ''
                  ? `${index + 1}. （空欄）`
                  : `${index + 1}. ${title}`}
            </summary>
            <input type="hidden" name={`${part}.${index}.entryKey`} value={row?.entryKey ?? ''} />
            <TextField
              form={form}
              name={`${part}.${index}.order`}
              label={`${name}${index + 1}の並び順`}
              inputMode="decimal"
              size="short"
            />
            {children(`${part}.${index}`, index + 1)}
          </details>
        );
      })}
      <p className="actions">
        <button type="submit" name="then" value="more" className="button button--quiet button--small">
          {name === '行' ? '行' : `${name}の行`}を増やす
        </button>
      </p>
    </>
  );
};
