import { useEditing } from '../../../judgement/editor/editing.ts';
import { GroupProblems, RowButton, RowTools, Text } from '../../../judgement/editor/fields.tsx';
import { rowsOf, textOf } from '../../../judgement/form/branch.ts';

/** 住宅団地など、一度だけの転入. */
export const EstateFields = () => {
  const { root } = useEditing();
  const rows = rowsOf(root, 'estates');
  return (
    <div id="f-estates">
      <p className="field__hint">
        住宅団地や工場のように、決まった年に一度だけ人が入ることを加えます。子育て世帯の年齢の分かれ方とします。
      </p>
      <GroupProblems name="estates" />
      {rows.map((row, at) => {
        const name = `estates.${at}`;
        const called = textOf(row, 'name').trim();
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
          <fieldset className="scheme-row" key={at} id={`f-estates-${at}`}>
            <legend>{called === '' ? `転入${at + 1}` : called}</legend>
            <GroupProblems name={name} />
            <div className="fields-row">
              <Text name={`${name}.year`} label="年" size="short" required />
              <Text name={`${name}.persons`} label="人数" size="short" required />
              <Text name={`${name}.name`} label="名前" hint="例: 駅東の団地" size="medium" />
              <Text name={`${name}.source`} label="出典" size="medium" />
            </div>
            <RowTools
              list="estates"
              row={at}
              length={rows.length}
              what={called === '' ? `転入${at + 1}` : called}
              removes="この転入"
              movable={false}
            />
          </fieldset>
        );
      })}
      <RowButton then="add estates" to={`estates.${rows.length}`}>
        一度だけの転入を加える
      </RowButton>
    </div>
  );
};
