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
import { textBeginnings, yesNo } from '../scheme-words.data.ts';
import { AppliesFields } from './applies-fields.tsx';
import { keyOf } from './choices.ts';

/** 記入欄: what is answered in words. */
export const TextFields = () => {
  const { root } = useEditing();
  const texts = rowsOf(root, 'texts');
  const criteria = rowsOf(root, 'criteria').length;
  return (
    <div id="f-texts">
      <p className="field__hint">言葉で書く欄です。前年度の記入から始めると、変わったところだけ直せます。</p>
      <GroupProblems name="texts" />
      {texts.map((text, at) => {
        const row = `texts.${at}`;
        const label = textOf(text, 'label').trim();
        return (
          <Fold
            key={keyOf(text)}
            name={row}
            title={`記入欄${at + 1}: ${label === '' ? '新しい記入欄' : label}`}
            open={label === ''}
          >
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <GroupProblems name={`${row}.key`} />
            <Text name={`${row}.label`} label="欄の呼び名" hint="例: 成果と課題" size="medium" required />
            <Text name={`${row}.hint`} label="説明" />
            <div className="fields-row">
              <Select name={`${row}.required`} label="必ず書く" choices={yesNo} />
              <Select name={`${row}.startsFrom`} label="書き始め" choices={textBeginnings} />
              <Text name={`${row}.maxLength`} label="字数の上限" size="short" />
              <Text name={`${row}.rows`} label="欄の高さ（行）" size="short" />
            </div>
            <AppliesFields row={row} before={criteria} />
            <RowTools list="texts" row={at} length={texts.length} what={`記入欄${at + 1}`} removes="この欄" />
          </Fold>
        );
      })}
      <RowButton then="add texts" to={`texts.${texts.length}`}>
        記入欄を加える
      </RowButton>
    </div>
  );
};
