import { fieldId } from '../../../forms/field.tsx';
import { useEditing } from '../../../judgement/editor/editing.ts';
import { GroupProblems, RowButton, RowTools, Select } from '../../../judgement/editor/fields.tsx';
import { partOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { rules } from '../scheme-words.data.ts';
import { ConditionBoxes } from './applies-fields.tsx';
import { choicesOf } from './choices.ts';
import { RowTable } from './row-table.tsx';

const bandHints: Readonly<Record<string, string>> = {
  sum: '点の合計がこの数以上なら、この段階です。上から順に見ます。最後の境は空にします。',
  share:
    '合計が満点のこの割合以上なら、この段階です。0.8 または 80% のように書きます。最後の境は空にします。',
  weight: '平均点がこの数以上なら、この段階です。上から順に見ます。最後の境は空にします。',
};

/** Rows of the table: the first whose conditions hold. */
const TableRows = () => {
  const editing = useEditing();
  const list = 'gradeRule.rows';
  const rows = rowsOf(partOf(editing.root, 'gradeRule'), 'rows');
  const grades = choicesOf(editing, 'grades');
  const criteria = rowsOf(editing.root, 'criteria').length;
  return (
    <div id={fieldId(list)}>
      <p className="field__hint">上から見て、最初にすべての条件に合う行で決まります。</p>
      <GroupProblems name={list} />
      {rows.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
        <fieldset className="scheme-row" key={at} id={fieldId(`${list}.${at}`)}>
          <legend>表の{at + 1}行目</legend>
          <GroupProblems name={`${list}.${at}`} />
          <Select
            name={`${list}.${at}.grade`}
            label="この行の総合評価"
            choices={grades}
            none="選んでください"
          />
          <ConditionBoxes name={`${list}.${at}.when`} before={criteria} />
          <RowTools list={list} row={at} length={rows.length} what={`表の${at + 1}行目`} removes="この行" />
        </fieldset>
      ))}
      <RowButton then={`add ${list}`} to={list}>
        行を加える
      </RowButton>
      <Select name="gradeRule.otherwise" label="どの行にも合わないとき" choices={grades} none="人が決める" />
    </div>
  );
};

/** 総合評価: its grades, and how one follows from the answers. */
export const GradeFields = () => {
  const editing = useEditing();
  const by = textOf(partOf(editing.root, 'gradeRule'), 'by');
  const hint = bandHints[by];
  return (
    <>
      <RowTable
        list="grades"
        what="総合評価"
        hint="よい順に並べます。総合評価を付けない町では、空のままにします。"
        columns={[
          { name: 'label', label: '呼び名', size: 'medium' },
          { name: 'wording', label: '意味の文' },
        ]}
      />
      <h3>決め方</h3>
      <GroupProblems name="gradeRule" />
      <div className="fields-row">
        <Select name="gradeRule.by" label="総合評価の決め方" choices={rules} />
        <div className="field field--button">
          <RowButton then="refresh gradeRule" to="gradeRule.by">
            表示を更新する
          </RowButton>
        </div>
      </div>
      {hint !== undefined && (
        <RowTable
          list="gradeRule.bands"
          what="境"
          keyed={false}
          hint={hint}
          columns={[
            {
              name: 'grade',
              label: '総合評価',
              choices: choicesOf(editing, 'grades'),
              none: '選んでください',
            },
            { name: 'from', label: '下の境', size: 'short' },
          ]}
        />
      )}
      {by === 'table' && <TableRows />}
    </>
  );
};
