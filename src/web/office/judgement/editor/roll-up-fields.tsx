import { partOf, rowsOf, textOf } from '../form/branch.ts';
import {
  denominators,
  groupNames,
  percentRoundings,
  roundings,
  scoreOf,
  scoreWeights,
} from '../scheme-words.data.ts';
import { axisChoices, gradeChoices, measureChoices, overallPlace, useEditing } from './editing.ts';
import { Boxes, Fold, GroupProblems, Kept, RowButton, RowTools, Select, Text } from './fields.tsx';

const Scores = () => {
  const editing = useEditing();
  const list = 'rollUp.scores';
  const rows = rowsOf(partOf(editing.root, 'rollUp'), 'scores');
  return (
    <Fold name={list} title={`全体の点数（${rows.length}件）`}>
      <GroupProblems name={list} />
      {rows.map((score, at) => {
        const row = `${list}.${at}`;
        const axes = rowsOf(score, 'axes');
        return (
          <fieldset className="scheme-row" key={textOf(score, 'key')} id={`f-rollUp-scores-${at}`}>
            <legend>
              点数{at + 1} {textOf(score, 'name')}
            </legend>
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <div className="fields-row">
              <Text name={`${row}.name`} label="点数の名前" size="medium" required />
              <Select name={`${row}.of`} label="出し方" choices={scoreOf} />
              <Select name={`${row}.weights`} label="指標の重み" choices={scoreWeights} />
              <Text name={`${row}.decimals`} label="小数の桁" size="short" />
              <Select name={`${row}.rounding`} label="丸め方" choices={roundings} />
            </div>
            <div className="fields-row">
              <Text
                name={`${row}.meansOf`}
                label="まとまりごとの平均を平均する"
                hint="まとまりの記号。なければ空欄"
                size="short"
              />
              <Text name={`${row}.roundedTo`} label="その平均の小数の桁" hint="空欄は丸めない" size="short" />
              <Text name={`${row}.among`} label="対象を限るまとまり" hint="記号。なければ空欄" size="short" />
              <Text name={`${row}.amongKeys`} label="そのうち" hint="「、」で区切る" size="medium" />
            </div>
            <div id={`f-rollUp-scores-${at}-axes`}>
              {axes.map((_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
                <div className="fields-row" key={place}>
                  <GroupProblems name={`${row}.axes.${place}`} />
                  <Select
                    name={`${row}.axes.${place}.axisKey`}
                    label={`足し合わせる軸${place + 1}`}
                    choices={axisChoices(editing)}
                    none="選ぶ"
                  />
                  <Text name={`${row}.axes.${place}.weight`} label={`軸の重み${place + 1}`} size="short" />
                  <RowTools
                    list={`${row}.axes`}
                    row={place}
                    length={axes.length}
                    what={`軸${place + 1}`}
                    movable={false}
                  />
                </div>
              ))}
            </div>
            <p className="actions">
              <RowButton then={`add ${row}.axes`} to={`${row}.axes`}>
                足し合わせる軸を加える（なければ見出しの軸）
              </RowButton>
              <RowTools list={list} row={at} length={rows.length} what={`点数${at + 1}`} movable={false} />
            </p>
          </fieldset>
        );
      })}
      <RowButton then={`add ${list}`} to={list}>
        点数を加える
      </RowButton>
    </Fold>
  );
};

const AlsoCounts = ({ overall }: { readonly overall: number }) => {
  const editing = useEditing();
  const list = 'rollUp.alsoCount';
  const rows = rowsOf(partOf(editing.root, 'rollUp'), 'alsoCount');
  return (
    <Fold name={list} title={`あわせて数えるもの（${rows.length}件）`}>
      <p className="field__hint">「うち100%以上」のように、段階とは別に数えて示すものです。</p>
      <GroupProblems name={list} />
      {rows.map((count, at) => {
        const row = `${list}.${at}`;
        return (
          <fieldset className="scheme-row" key={textOf(count, 'key')} id={`f-rollUp-alsoCount-${at}`}>
            <legend>
              {at + 1}. {textOf(count, 'name')}
            </legend>
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <Text name={`${row}.name`} label="名前" hint="例: うち100%以上" size="medium" required />
            <Boxes name={`${row}.grades`} label="数える段階" choices={gradeChoices(editing, overall)} />
            <div className="fields-row">
              <Select
                name={`${row}.measure`}
                label="数え方"
                choices={measureChoices(editing)}
                none="使わない"
              />
              <Text name={`${row}.from`} label="以上" size="short" />
              <Text name={`${row}.to`} label="未満" size="short" />
            </div>
            <RowTools list={list} row={at} length={rows.length} what={`${at + 1}件目`} movable={false} />
          </fieldset>
        );
      })}
      <RowButton then={`add ${list}`} to={list}>
        あわせて数えるものを加える
      </RowButton>
    </Fold>
  );
};

/** 集計: what is counted, of what, how it is rounded. `groups`: what the town's indicators can be grouped by. */
export const RollUpFields = ({
  groups,
}: {
  readonly groups: readonly { readonly value: string; readonly label: string }[];
}) => {
  const editing = useEditing();
  const overall = overallPlace(editing);
  return (
    <>
      <Boxes
        name="rollUp.countsAll"
        label="合計に数える段階"
        choices={[{ value: 'yes', label: 'すべての段階を数える' }]}
      />
      <Boxes
        name="rollUp.counted"
        label="すべてでないときは、数える段階"
        hint="数えない段階は、合計の下に名前を挙げて示します。"
        choices={gradeChoices(editing, overall)}
        empty="見出しの軸に、まだ段階がありません。"
      />
      <div className="fields-row">
        <Select name="rollUp.percent.denominator" label="割合の分母" choices={denominators} />
        <Text name="rollUp.percent.decimals" label="割合の小数の桁" size="short" />
        <Select name="rollUp.percent.rounding" label="割合の丸め方" choices={percentRoundings} />
      </div>
      <Boxes
        name="rollUp.groupBy"
        label="まとまりごとの集計"
        choices={[
          ...Object.entries(groupNames).map(([value, label]) => ({ value, label })),
          ...groups.filter(({ value }) => !Object.hasOwn(groupNames, value)),
        ]}
      />
      <Scores />
      <AlsoCounts overall={overall} />
    </>
  );
};
