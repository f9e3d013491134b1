import { longestReason } from '../../../../domain/evaluation/check-record.ts';
import { describedBy, isWrong, LineShell, Marks, Problems } from './field-shell.tsx';
import { answerOf, idOf, useSheet } from './sheet-context.ts';

interface WordsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly condition?: string;
  readonly maxLength: number;
  readonly rows: number;
}

/** What was written last year stands beside the field, where it is not the same. */
const LastYear = ({ name }: { readonly name: string }) => {
  const sheet = useSheet();
  const last = sheet.lastYear?.[name] ?? '';
  if (last === '' || last === answerOf(sheet, name)) return null;
  return (
    <div className="sheet-last">
      <p className="sheet-last__title">前年度の記入</p>
      <p className="sheet-last__words">{last}</p>
    </div>
  );
};

interface AreaProps extends Pick<WordsFieldProps, 'name' | 'hint' | 'condition' | 'maxLength' | 'rows'> {}

/** The field itself with what was written last year; what is only read has no field. */
const Area = ({ maxLength, rows, ...shell }: AreaProps) => {
  const sheet = useSheet();
  const { name } = shell;
  const value = answerOf(sheet, name);
  return (
    <div className="sheet-words">
      {sheet.readOnly ? (
        <p className="sheet-words__read">{value === '' ? '（記入なし）' : value}</p>
      ) : (
        <textarea
          id={idOf(sheet, name)}
          name={name}
          className="input input--area"
          rows={rows}
          maxLength={maxLength}
          defaultValue={value}
          aria-required={sheet.asked.get(name)?.required}
          aria-invalid={isWrong(sheet, name) || undefined}
          aria-describedby={describedBy(sheet, { ...shell, label: '' })}
        />
      )}
      <LastYear name={name} />
    </div>
  );
};

/** An answer in words. */
export const WordsField = ({ maxLength, rows, ...shell }: WordsFieldProps) => (
  <LineShell {...shell} limit={maxLength < 2000 ? `${maxLength}字まで` : ''}>
    <Area {...shell} maxLength={maxLength} rows={rows} />
  </LineShell>
);

/** The reason of a choice, beside it: the question it belongs to is the legend around both. */
export const ReasonField = ({ name, label }: { readonly name: string; readonly label: string }) => {
  const sheet = useSheet();
  return (
    <div className="sheet-reason" data-field={name}>
      <p className="sheet-reason__label">
        {sheet.readOnly ? (
          <span>理由</span>
        ) : (
          <label htmlFor={idOf(sheet, name)}>
            <span className="visually-hidden">{label}の</span>理由
          </label>
        )}{' '}
        <Marks name={name} />
      </p>
      <Area name={name} maxLength={longestReason} rows={2} />
      <Problems name={name} />
    </div>
  );
};
