import { partOf, rowsOf, textOf } from '../form/branch.ts';
import { pathTolerances } from '../scheme-words.data.ts';
import { AttributesFields, attributesSummary } from './attributes-fields.tsx';
import { useEditing } from './editing.ts';
import { Fold, GroupProblems, Kept, RowButton, RowTools, Select, Text } from './fields.tsx';

/** 人の印: what people are asked for beside the figures. */
export const MarkFields = () => {
  const { root } = useEditing();
  const marks = rowsOf(root, 'marks');
  return (
    <div>
      {marks.map((mark, at) => {
        const row = `marks.${at}`;
        const choices = rowsOf(mark, 'choices');
        return (
          <fieldset className="scheme-row" key={textOf(mark, 'key')} id={`f-marks-${at}`}>
            <legend>
              人の印{at + 1} {textOf(mark, 'name')}
            </legend>
            <Kept name={`${row}.key`} />
            <GroupProblems name={row} />
            <Text name={`${row}.name`} label="印の名前" hint="例: 自己評価" size="medium" required />
            <div id={`f-marks-${at}-choices`}>
              <GroupProblems name={`${row}.choices`} />
              {choices.map((choice, place) => (
                <div className="fields-row" key={textOf(choice, 'key')}>
                  <Kept name={`${row}.choices.${place}.key`} />
                  <Text name={`${row}.choices.${place}.label`} label={`選択肢${place + 1}`} size="medium" />
                  <RowTools
                    list={`${row}.choices`}
                    row={place}
                    length={choices.length}
                    what={`選択肢${place + 1}`}
                  />
                </div>
              ))}
            </div>
            <p className="actions">
              <RowButton then={`add ${row}.choices`} to={`${row}.choices`}>
                選択肢を加える
              </RowButton>
              <RowTools
                list="marks"
                row={at}
                length={marks.length}
                what={`人の印${at + 1}`}
                movable={false}
              />
            </p>
          </fieldset>
        );
      })}
      <RowButton then="add marks" to="marks">
        人の印を加える
      </RowButton>
    </div>
  );
};

/** 許容の幅: how far counts as the same, by kind of indicator. */
export const ToleranceFields = () => {
  const { root } = useEditing();
  const tolerances = rowsOf(root, 'tolerances');
  return (
    <div>
      {tolerances.map((tolerance, at) => {
        const row = `tolerances.${at}`;
        const rows = rowsOf(tolerance, 'rows');
        const key = textOf(tolerance, 'key');
        return (
          <fieldset className="scheme-row" key={key} id={`f-tolerances-${at}`}>
            <legend>許容の幅「{key}」</legend>
            <GroupProblems name={row} />
            <Text
              name={`${row}.key`}
              label="記号"
              hint={`半角の英小文字と数字。区切りの境に +${key}、-${key} と書いて使います。`}
              size="medium"
            />
            <div id={`f-tolerances-${at}-rows`}>
              {rows.map((one, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
                <div className="scheme-subrow" key={place}>
                  <Text name={`${row}.rows.${place}.value`} label={`幅${place + 1}`} size="short" />
                  <AttributesFields
                    name={`${row}.rows.${place}.for`}
                    summary={attributesSummary(partOf(one, 'for'))}
                  />
                  <GroupProblems name={`${row}.rows.${place}`} />
                  <RowTools list={`${row}.rows`} row={place} length={rows.length} what={`幅${place + 1}`} />
                </div>
              ))}
            </div>
            <p className="actions">
              <RowButton then={`add ${row}.rows`} to={`${row}.rows`}>
                指標の種類ごとの幅を加える
              </RowButton>
              <RowTools
                list="tolerances"
                row={at}
                length={tolerances.length}
                what={`許容の幅${at + 1}`}
                movable={false}
              />
            </p>
          </fieldset>
        );
      })}
      <RowButton then="add tolerances" to="tolerances">
        許容の幅を加える
      </RowButton>
    </div>
  );
};

export const MarksAndWidths = () => (
  <>
    <Fold name="marks" title="人の印（数のほかに、人が付けるもの）">
      <p className="field__hint">
        自己評価など、判定の一部として人が選ぶものです。指標ごとに、判定表で付けます。
      </p>
      <MarkFields />
    </Fold>
    <Fold name="tolerances" title="許容の幅（ここまでは同じとみなす）">
      <p className="field__hint">
        指標の種類によって幅を変えられます。上から見て、最初に当てはまる幅を使います。
      </p>
      <ToleranceFields />
    </Fold>
    <Fold name="onPath" title="道筋のとおりとみなす幅">
      <p className="field__hint">
        目標への道筋より進んでいるか、遅れているかを言うときに使います。幅の内（境を含む）は「道筋のとおり」になります。0なら、少しでも違えば進んでいるか遅れています。
      </p>
      <div className="fields-row">
        <Text name="onPath.value" label="幅" hint="単位を付けない数。割合なら 0.05 か 5%" size="short" />
        <Select name="onPath.of" label="幅の数え方" choices={pathTolerances} />
      </div>
    </Fold>
  </>
);
