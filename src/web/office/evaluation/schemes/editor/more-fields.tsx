import type { Choice } from '../../../forms/field.tsx';
import { fieldId } from '../../../forms/field.tsx';
import { type Editing, useEditing } from '../../../judgement/editor/editing.ts';
import { Boxes, GroupProblems, Kept, RowButton, RowTools, Text } from '../../../judgement/editor/fields.tsx';
import { rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { choicesOf, keyOf } from './choices.ts';
import { RowTable } from './row-table.tsx';

/** 評価しない事業: by type, by a small amount, or by hand. */
export const ExemptionFields = () => {
  const editing = useEditing();
  const exemptions = rowsOf(editing.root, 'exemptions');
  const types = choicesOf(editing, 'types');
  return (
    <div id={fieldId('exemptions')}>
      <p className="field__hint">
        種類も金額も書かなければ、評価の回を始めるときに人が選びます。金額が分からない年度がある事業は、金額では外れません。
      </p>
      <GroupProblems name="exemptions" />
      {exemptions.map((exemption, at) => {
        const row = `exemptions.${at}`;
        return (
          <fieldset className="scheme-row" key={keyOf(exemption)} id={fieldId(row)}>
            <legend>
              評価しない事業{at + 1} {textOf(exemption, 'label')}
            </legend>
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <Text
              name={`${row}.label`}
              label="理由の呼び名"
              hint="例: 3年間の合計が100万円以下"
              size="medium"
              required
            />
            <div className="fields-row">
              <Text name={`${row}.years`} label="直近の何年の決算か" size="short" />
              <Text name={`${row}.thousandYen`} label="合計がこの額以下（千円）" size="short" />
            </div>
            {types.length > 0 && <Boxes name={`${row}.types`} label="この種類の事業" choices={types} />}
            <RowTools
              list="exemptions"
              row={at}
              length={exemptions.length}
              what={`評価しない事業${at + 1}`}
            />
          </fieldset>
        );
      })}
      <RowButton then="add exemptions" to={`exemptions.${exemptions.length}`}>
        評価しない事業を加える
      </RowButton>
    </div>
  );
};

const axes = (editing: Editing): readonly Choice[] => [
  { value: 'direction', label: '今後の方向性' },
  { value: 'grade', label: '総合評価' },
  { value: 'priority', label: '優先度' },
  { value: 'cost', label: '総事業費' },
  ...choicesOf(editing, 'criteria').map(({ value, label }) => ({
    value: `criterion.${value}`,
    label: `評価項目「${label}」`,
  })),
];

/** 判断の表: what the 本部 looks at. */
export const MatrixFields = () => {
  const choices = axes(useEditing());
  return (
    <RowTable
      list="matrices"
      what="判断の表"
      hint="本部が見る、縦と横の表です。"
      columns={[
        { name: 'title', label: '題名', size: 'medium' },
        { name: 'rows', label: '縦の軸', choices },
        { name: 'columns', label: '横の軸', choices },
      ]}
    />
  );
};
