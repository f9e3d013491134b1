import { describedBy, isWrong, LineShell } from './field-shell.tsx';
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

/** An answer in words. */
export const WordsField = ({ maxLength, rows, ...shell }: WordsFieldProps) => {
  const sheet = useSheet();
  const { name } = shell;
  const id = idOf(sheet, name);
  const value = answerOf(sheet, name);
  return (
    <LineShell {...shell} limit={maxLength < 2000 ? `${maxLength}字まで` : ''}>
      <div className="sheet-words">
        {sheet.readOnly ? (
          <p className="sheet-words__read">{value === '' ? '（記入なし）' : value}</p>
        ) : (
          <textarea
            id={id}
            name={name}
            className="input input--area"
            rows={rows}
            maxLength={maxLength}
            defaultValue={value}
            aria-required={sheet.asked.get(name)?.required}
            aria-invalid={isWrong(sheet, name) || undefined}
            aria-describedby={describedBy(sheet, shell)}
          />
        )}
        <LastYear name={name} />
      </div>
    </LineShell>
  );
};
