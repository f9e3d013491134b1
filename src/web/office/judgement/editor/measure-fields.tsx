import { rowsOf, textOf } from '../form/branch.ts';
import {
  againstChoices,
  fallingChoices,
  formulas,
  fromChoices,
  orientations,
  publishedAs,
  requiredChoices,
  roundings,
  targetChoices,
} from '../scheme-words.data.ts';
import { measureChoices, useEditing } from './editing.ts';
import { Fold, GroupProblems, Kept, RowButton, RowTools, Select, Text } from './fields.tsx';

/** Parameters of every formula; the stylesheet shows those of the chosen one (`data-of`), all where it cannot. */
const Parameters = ({ row }: { readonly row: string }) => (
  <>
    <div className="measure__part" data-of="target">
      <div className="fields-row">
        <Select name={`${row}.target`} label="比べる目標" choices={targetChoices} />
        <Text name={`${row}.targetYear`} label="その年度" hint="決まった年度の目標のとき" size="short" />
      </div>
    </div>
    <div className="measure__part" data-of="against">
      <Select name={`${row}.against`} label="何と比べるか" choices={againstChoices} />
    </div>
    <div className="measure__part" data-of="from">
      <Select name={`${row}.from`} label="どこからの変化か" choices={fromChoices} />
    </div>
    <div className="measure__part" data-of="orientation">
      <Select name={`${row}.orientation`} label="向き" choices={orientations} />
    </div>
    <div className="measure__part" data-of="falling">
      <Select name={`${row}.falling`} label="減らす指標のとき" choices={fallingChoices} />
    </div>
    <div className="measure__part" data-of="required">
      <div className="fields-row">
        <Select name={`${row}.required`} label="必要な進捗の数え方" choices={requiredChoices} />
        <Text
          name={`${row}.shares`}
          label="年ごとの必要な割合"
          hint="年ごとに決めるとき。初年度から順に「20%、40%、60%」"
          size="medium"
        />
      </div>
    </div>
  </>
);

const Parts = ({ row }: { readonly row: string }) => {
  const editing = useEditing();
  const [, at = '0'] = row.split('.');
  const measure = rowsOf(editing.root, 'measures')[Number(at)];
  const parts = measure === undefined ? [] : rowsOf(measure, 'of');
  return (
    <div className="measure__part" data-of="of" id={`f-measures-${at}-of`}>
      <GroupProblems name={`${row}.of`} />
      {parts.map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
        <div className="fields-row" key={place}>
          <Select
            name={`${row}.of.${place}.measure`}
            label={`組み合わせる数え方${place + 1}`}
            choices={measureChoices(editing)}
            none="選ぶ"
          />
          <Text name={`${row}.of.${place}.weight`} label={`重み${place + 1}`} size="short" />
          <RowTools
            list={`${row}.of`}
            row={place}
            length={parts.length}
            what={`数え方${place + 1}`}
            movable={false}
          />
        </div>
      ))}
      <RowButton then={`add ${row}.of`} to={`${row}.of`}>
        組み合わせる数え方を加える
      </RowButton>
    </div>
  );
};

export const MeasureFields = () => {
  const { root } = useEditing();
  const measures = rowsOf(root, 'measures');
  return (
    <div id="f-measures">
      {measures.map((measure, at) => {
        const row = `measures.${at}`;
        const name = textOf(measure, 'name').trim();
        const formula = formulas.find(({ value }) => value === textOf(measure, 'formula'));
        return (
          <Fold
            key={textOf(measure, 'key')}
            name={row}
            title={`${at + 1}. ${name === '' ? '新しい数え方' : name}（${formula?.label ?? ''}）`}
            open={name === ''}
          >
            <div className="measure">
              <Kept name={`${row}.key`} />
              <GroupProblems name={row} />
              <div className="fields-row">
                <Text name={`${row}.name`} label="数え方の名前" hint="例: 進捗率" size="medium" required />
                <div className="measure__formula">
                  <Select name={`${row}.formula`} label="式" choices={formulas} />
                </div>
              </div>
              <Parameters row={row} />
              <Parts row={row} />
              <RowTools
                list="measures"
                row={at}
                length={measures.length}
                what={`数え方「${name}」`}
                removes="この数え方"
              />
            </div>
          </Fold>
        );
      })}
      <RowButton then="add measures" to={`measures.${measures.length}`}>
        数え方を加える
      </RowButton>
    </div>
  );
};

export const PublishedFields = () => {
  const editing = useEditing();
  const rows = rowsOf(editing.root, 'publishedMeasures');
  return (
    <div id="f-publishedMeasures">
      {rows.map((published, at) => {
        const row = `publishedMeasures.${at}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
          <fieldset className="scheme-row" key={at}>
            <legend>
              公表する数{at + 1} {textOf(published, 'name')}
            </legend>
            <div className="fields-row">
              <Select name={`${row}.measure`} label="数え方" choices={measureChoices(editing)} none="選ぶ" />
              <Text name={`${row}.name`} label="公表する名前" size="medium" required />
              <Select name={`${row}.as`} label="書き方" choices={publishedAs} />
              <Text name={`${row}.decimals`} label="小数の桁" hint="空欄は数のまま" size="short" />
              <Select name={`${row}.rounding`} label="丸め方" choices={roundings} />
            </div>
            <RowTools list="publishedMeasures" row={at} length={rows.length} what={`公表する数${at + 1}`} />
          </fieldset>
        );
      })}
      <RowButton then="add publishedMeasures" to="publishedMeasures">
        公表する数を加える
      </RowButton>
    </div>
  );
};
