import { longestReason } from '../../../../domain/evaluation/check-record.ts';
import type { DirectionWord } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { fieldLabel } from '../../../../domain/evaluation/field-label.ts';
import { differsFromMachine, gradeOf } from '../../../../domain/evaluation/grade.ts';
import { ChoiceList } from './choice-list.tsx';
import { GroupShell } from './field-shell.tsx';
import { answerOf, useSheet } from './sheet-context.ts';
import { WordsField } from './words-field.tsx';

const labelOf = (rows: readonly { readonly key: string; readonly label: string }[], key: string | null) =>
  rows.find((row) => row.key === key)?.label ?? '';

/** 総合評価: what the rule gives with its arithmetic, and what a person says. */
export const GradeField = () => {
  const sheet = useSheet();
  const { scheme, stage, typeKey, answers, readOnly } = sheet;
  const machine = gradeOf(scheme, typeKey, answers, stage.criteria);
  const human = answerOf(sheet, 'grade');
  const byHand = scheme.gradeRule.by === 'hand';
  const choices = scheme.grades;
  return (
    <>
      <GroupShell name="grade" label={fieldLabel(scheme, 'grade')}>
        {!byHand && (
          <div className="sheet-machine">
            <p>
              計算では <b>{machine.grade === null ? 'まだ決まりません' : labelOf(choices, machine.grade)}</b>
              {differsFromMachine(human, machine.grade) && (
                <span className="sheet-machine__differs"> → 人の判断で {labelOf(choices, human)}</span>
              )}
            </p>
            <ul className="arithmetic">
              {machine.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            {!readOnly && <p className="sheet-field__hint">答えを保存すると、計算し直します。</p>}
          </div>
        )}
        {!(readOnly && !byHand && human === '') && (
          <ChoiceList
            name="grade"
            choices={choices}
            {...(byHand
              ? stage.grade === 'optional'
                ? { open: '付けない' }
                : {}
              : { open: '計算のとおり' })}
          />
        )}
      </GroupShell>
      {sheet.asked.has('grade.reason') && !(readOnly && answerOf(sheet, 'grade.reason') === '') && (
        <WordsField
          name="grade.reason"
          label={fieldLabel(scheme, 'grade.reason')}
          condition={readOnly ? '' : '計算と違う評価を選んだときに書きます。'}
          maxLength={longestReason}
          rows={3}
        />
      )}
    </>
  );
};

/** 大区分 in the order they first come. */
const groupsOf = (
  words: readonly DirectionWord[],
): readonly (readonly [string, readonly DirectionWord[]])[] => {
  const groups = new Map<string, DirectionWord[]>();
  for (const word of words) groups.set(word.group, [...(groups.get(word.group) ?? []), word]);
  return [...groups];
};

const quoted = (words: readonly DirectionWord[]): string => words.map(({ label }) => `「${label}」`).join('');

/** When the reason is asked, by the shorter of the two lists of words. */
const reasonWords = (words: readonly DirectionWord[]): string => {
  const [asked, free] = [words.filter(({ reason }) => reason), words.filter(({ reason }) => !reason)];
  if (free.length === 0) return '';
  return asked.length <= free.length
    ? `${quoted(asked)}を選んだときは、必ず書きます。`
    : `${quoted(free)}のほかを選んだときは、必ず書きます。`;
};

/** 今後の方向性 and its reason. */
export const DirectionField = () => {
  const sheet = useSheet();
  const { scheme, stage, readOnly } = sheet;
  const open = stage.direction === 'optional' ? { open: '決めない' } : {};
  const groups = groupsOf(scheme.directions);
  const isGrouped = groups.some(([group]) => group !== '');
  const shown = readOnly
    ? groups.filter(([, words]) => words.some(({ key }) => key === answerOf(sheet, 'direction')))
    : groups;
  return (
    <>
      <GroupShell name="direction" label={fieldLabel(scheme, 'direction')}>
        {!isGrouped && <ChoiceList name="direction" choices={scheme.directions} {...open} />}
        {isGrouped &&
          shown.map(([group, words], at) => (
            <fieldset key={group} className="sheet-group">
              <legend>{group === '' ? 'そのほか' : group}</legend>
              <ChoiceList name="direction" choices={words} {...(at === shown.length - 1 ? open : {})} />
            </fieldset>
          ))}
        {readOnly && isGrouped && shown.length === 0 && <p className="quiet">（まだ決めていません）</p>}
      </GroupShell>
      {sheet.asked.has('direction.reason') && !(readOnly && answerOf(sheet, 'direction.reason') === '') && (
        <WordsField
          name="direction.reason"
          label={fieldLabel(scheme, 'direction.reason')}
          condition={readOnly ? '' : reasonWords(scheme.directions)}
          maxLength={longestReason}
          rows={4}
        />
      )}
    </>
  );
};

/** 優先度 */
export const PriorityField = () => {
  const { scheme, stage } = useSheet();
  return (
    <GroupShell name="priority" label={fieldLabel(scheme, 'priority')}>
      <ChoiceList
        name="priority"
        choices={scheme.priorities}
        {...(stage.priority === 'optional' ? { open: '付けない' } : {})}
      />
    </GroupShell>
  );
};
