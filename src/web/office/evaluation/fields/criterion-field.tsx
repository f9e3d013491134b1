import type { Criterion } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { ChoiceList } from './choice-list.tsx';
import { GroupShell } from './field-shell.tsx';
import { conditionWords } from './field-words.ts';
import { answerOf, useSheet } from './sheet-context.ts';
import { ReasonField } from './words-field.tsx';

/** 評価項目: its question, its worded levels and, where asked, the reason beside them. */
export const CriterionField = ({ criterion }: { readonly criterion: Criterion }) => {
  const sheet = useSheet();
  const { key, label, question, levels, reason, required, applies } = criterion;
  const condition = conditionWords(sheet.scheme, applies);
  const [name, reasonName] = [`criterion.${key}`, `reason.${key}`];
  if (sheet.readOnly && !sheet.asked.has(name)) return null;
  return (
    <GroupShell name={name} label={label} hint={question} condition={sheet.readOnly ? '' : condition}>
      <div className="sheet-answer">
        <ChoiceList
          name={name}
          choices={levels.map((level) => ({
            ...level,
            points: level.points === null ? '' : `${level.points}点`,
          }))}
          {...(required && condition === '' ? {} : { open: '答えない' })}
        />
        {reason !== 'none' && !(sheet.readOnly && answerOf(sheet, reasonName) === '') && (
          <ReasonField name={reasonName} label={label} />
        )}
      </div>
    </GroupShell>
  );
};
