import { useEditing } from '../../../judgement/editor/editing.ts';
import {
  Fold,
  GroupProblems,
  Kept,
  RowButton,
  RowTools,
  Select,
  Text,
} from '../../../judgement/editor/fields.tsx';
import { rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { askedChoices, yesNo } from '../scheme-words.data.ts';
import { AppliesFields } from './applies-fields.tsx';
import { keyOf } from './choices.ts';
import { RowTable } from './row-table.tsx';

/** 評価項目: each with its worded levels, its points, and to whom it applies. */
export const CriterionFields = () => {
  const { root } = useEditing();
  const criteria = rowsOf(root, 'criteria');
  return (
    <div id="f-criteria">
      <p className="field__hint">選んで答える項目です。選択肢は、よい順に並べます。</p>
      <GroupProblems name="criteria" />
      {criteria.map((criterion, at) => {
        const row = `criteria.${at}`;
        const label = textOf(criterion, 'label').trim();
        const proposes = textOf(criterion, 'proposes') === 'yes';
        return (
          <Fold
            key={keyOf(criterion)}
            name={row}
            title={`評価項目${at + 1}: ${label === '' ? '新しい項目' : label}`}
            open={label === ''}
          >
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <GroupProblems name={`${row}.key`} />
            <div className="fields-row">
              <Text name={`${row}.label`} label="項目の呼び名" hint="例: 必要性" size="medium" required />
              <Text
                name={`${row}.viewpoint`}
                label="視点（まとめる見出し）"
                hint="なければ空"
                size="medium"
              />
            </div>
            <Text name={`${row}.question`} label="問いの文" />
            <h3>選択肢</h3>
            <RowTable
              list={`${row}.levels`}
              what="選択肢"
              hint={
                proposes
                  ? '境は達成率（実績÷目標）です。1 または 100% のように書き、最後は空にします。'
                  : '文は、呼び名だけで伝わるときは空にします。'
              }
              columns={[
                { name: 'label', label: '呼び名', size: 'medium' },
                { name: 'wording', label: '文' },
                { name: 'points', label: '点', size: 'short' },
                ...(proposes ? [{ name: 'from', label: '下の境', size: 'short' } as const] : []),
              ]}
            />
            <div className="fields-row">
              <Select name={`${row}.required`} label="必ず答える" choices={yesNo} />
              <Select name={`${row}.reason`} label="理由を書く" choices={askedChoices} />
              <Text
                name={`${row}.weight`}
                label="重み"
                size="short"
                hint="重みを付けた平均のときに使います。"
              />
              <Select
                name={`${row}.proposes`}
                label="達成率から案を出す"
                hint="「はい」にして更新すると、選択肢ごとに境の欄が出ます。"
                choices={yesNo}
              />
              <div className="field field--button">
                <RowButton then={`refresh ${row}`} to={`${row}.levels`}>
                  表示を更新する
                </RowButton>
              </div>
            </div>
            <AppliesFields row={row} before={at} />
            <RowTools
              list="criteria"
              row={at}
              length={criteria.length}
              what={`評価項目${at + 1}`}
              removes="この項目"
            />
          </Fold>
        );
      })}
      <RowButton then="add criteria" to={`criteria.${criteria.length}`}>
        評価項目を加える
      </RowButton>
    </div>
  );
};
