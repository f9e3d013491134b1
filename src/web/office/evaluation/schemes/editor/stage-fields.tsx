import { useEditing } from '../../../judgement/editor/editing.ts';
import {
  Boxes,
  Fold,
  GroupProblems,
  Kept,
  RowButton,
  RowTools,
  Select,
  Text,
} from '../../../judgement/editor/fields.tsx';
import { rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { actors, askedChoices, beginnings, subjects, yesNo } from '../scheme-words.data.ts';
import { choicesOf, keyOf } from './choices.ts';

/** 段階: who answers what, one after another. */
export const StageFields = () => {
  const editing = useEditing();
  const stages = rowsOf(editing.root, 'stages');
  const [criteria, texts] = [choicesOf(editing, 'criteria'), choicesOf(editing, 'texts')];
  return (
    <div id="f-stages">
      <p className="field__hint">
        上から順に進みます。段階ごとに記録が分かれ、前の段階の答えは後から変わりません。
      </p>
      <GroupProblems name="stages" />
      {stages.map((stage, at) => {
        const row = `stages.${at}`;
        const label = textOf(stage, 'label').trim();
        return (
          <Fold
            key={keyOf(stage)}
            name={row}
            title={`段階${at + 1}: ${label === '' ? '新しい段階' : label}`}
            open={label === ''}
          >
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <GroupProblems name={`${row}.key`} />
            <div className="fields-row">
              <Text name={`${row}.label`} label="段階の呼び名" hint="例: 一次評価" size="medium" required />
              <Select name={`${row}.actor`} label="誰の番か" choices={actors} />
              <Select name={`${row}.subjects`} label="評価する対象" choices={subjects} />
            </div>
            <Boxes
              name={`${row}.criteria`}
              label="答える評価項目"
              choices={criteria}
              empty="評価項目がまだありません。"
            />
            <Boxes
              name={`${row}.texts`}
              label="書く記入欄"
              choices={texts}
              empty="記入欄がまだありません。"
            />
            <div className="fields-row">
              <Select name={`${row}.direction`} label="今後の方向性" choices={askedChoices} />
              <Select name={`${row}.grade`} label="総合評価" choices={askedChoices} />
              <Select name={`${row}.priority`} label="優先度" choices={askedChoices} />
            </div>
            <div className="fields-row">
              <Select name={`${row}.startsFrom`} label="書き始め" choices={beginnings} />
              <Select name={`${row}.published`} label="この段階の記録を公表する" choices={yesNo} />
            </div>
            <RowTools
              list="stages"
              row={at}
              length={stages.length}
              what={`段階${at + 1}`}
              removes="この段階"
            />
          </Fold>
        );
      })}
      <RowButton then="add stages" to={`stages.${stages.length}`}>
        段階を加える
      </RowButton>
    </div>
  );
};
