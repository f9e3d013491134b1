import { undefinedReasons } from '../../../../domain/indicator/judgement/judgement.ts';
import { missingReasons } from '../../../../domain/indicator/missing-reason.ts';
import { partOf, rowsOf, textOf } from '../form/branch.ts';
import { missingNames, undefinedNames } from '../scheme-words.data.ts';
import { AttributesFields, attributesSummary } from './attributes-fields.tsx';
import { gradeChoices, useEditing } from './editing.ts';
import { Fold, GroupProblems, Kept, RowButton, RowTools, Select, Text } from './fields.tsx';
import { GradeFields } from './grade-fields.tsx';
import { StepFields } from './step-fields.tsx';

const Cases = ({ axis }: { readonly axis: number }) => {
  const { root } = useEditing();
  const list = `axes.${axis}.cases`;
  const cases = rowsOf(partOf(root, 'axes', String(axis)), 'cases');
  return (
    <section id={`f-${list.replaceAll('.', '-')}`} aria-label="決め方">
      <h3>決め方</h3>
      <p className="field__hint">
        指標の種類で決め方を変えるときは、場合を加えます。上から見て、最初に当てはまる場合を使います。
      </p>
      <GroupProblems name={list} />
      {cases.map((one, at) => {
        const row = `${list}.${at}`;
        const summary = attributesSummary(partOf(one, 'for'));
        return (
          <Fold
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
            key={at}
            name={row}
            title={cases.length === 1 ? `すべての指標の手順` : `場合${at + 1}: ${summary}`}
            open={at === cases.length - 1}
          >
            <GroupProblems name={row} />
            <AttributesFields name={`${row}.for`} summary={summary} />
            <StepFields axis={axis} place={at} />
            {cases.length > 1 && (
              <RowTools
                list={list}
                row={at}
                length={cases.length}
                what={`場合${at + 1}`}
                removes="この場合"
              />
            )}
          </Fold>
        );
      })}
      <RowButton then={`add ${list}`} to={`${list}.${Math.max(0, cases.length - 1)}`}>
        場合を加える
      </RowButton>
    </section>
  );
};

const ReasonTables = ({ axis }: { readonly axis: number }) => {
  const editing = useEditing();
  const grades = gradeChoices(editing, axis);
  const prefix = `axes.${axis}`;
  return (
    <>
      <Fold name={`${prefix}.missing`} title="値がないときの段階">
        <p className="field__hint">値がない理由ごとに決めます。「判定なし」では、理由だけを示します。</p>
        <GroupProblems name={`${prefix}.missing`} />
        <div className="reason-grid">
          {missingReasons.map((reason) => (
            <Select
              key={reason}
              name={`${prefix}.missing.${reason}`}
              label={missingNames[reason]}
              choices={grades}
              none="判定なし"
            />
          ))}
        </div>
      </Fold>
      <Fold name={`${prefix}.undefined`} title="計算できないときの段階">
        <GroupProblems name={`${prefix}.undefined`} />
        <div className="reason-grid">
          {undefinedReasons.map((reason) => (
            <Select
              key={reason}
              name={`${prefix}.undefined.${reason}`}
              label={undefinedNames[reason]}
              choices={grades}
              none="判定なし"
            />
          ))}
        </div>
      </Fold>
    </>
  );
};

/** 軸: one question the scheme answers of each indicator. */
export const AxisFields = () => {
  const { root } = useEditing();
  const axes = rowsOf(root, 'axes');
  return (
    <div id="f-axes">
      <GroupProblems name="axes" />
      {axes.map((axis, at) => {
        const name = textOf(axis, 'name').trim();
        return (
          <Fold
            key={textOf(axis, 'axisKey')}
            name={`axes.${at}`}
            title={`軸${at + 1}: ${name === '' ? '新しい軸' : name}`}
            open={axes.length === 1 || name === ''}
          >
            <Kept name={`axes.${at}.axisKey`} />
            <GroupProblems name={`axes.${at}`} />
            <div className="fields-row">
              <Text name={`axes.${at}.name`} label="軸の名前" hint="例: 達成度" size="medium" required />
              <Text name={`axes.${at}.nameEn`} label="英語の名前" size="medium" />
            </div>
            <GradeFields axis={at} />
            <Cases axis={at} />
            <ReasonTables axis={at} />
            <RowTools list="axes" row={at} length={axes.length} what={`軸「${name}」`} removes="この軸" />
          </Fold>
        );
      })}
      <RowButton then="add axes" to={`axes.${axes.length}`}>
        軸を加える
      </RowButton>
    </div>
  );
};
