import { useEditing } from '../../../judgement/editor/editing.ts';
import { Boxes, Fold, GroupProblems } from '../../../judgement/editor/fields.tsx';
import { partOf } from '../../../judgement/form/branch.ts';
import { choicesOf, criteriaBefore } from './choices.ts';

/** Which answers a condition wants: a group of boxes for each criterion it may look at. */
export const ConditionBoxes = ({ name, before }: { readonly name: string; readonly before: number }) => {
  const editing = useEditing();
  return (
    <>
      <GroupProblems name={name} />
      {criteriaBefore(editing, before).map(({ key, label, levels }) => (
        <Boxes key={key} name={`${name}.${key}`} label={`「${label}」が次のどれかのとき`} choices={levels} />
      ))}
    </>
  );
};

interface AppliesProps {
  /** The question's row: 'criteria.2', 'texts.0' */
  readonly row: string;
  /** How many of the criteria its condition may look at: those that stand before it. */
  readonly before: number;
}

/** 当てはまる事業: by type, and by what is answered before. */
export const AppliesFields = ({ row, before }: AppliesProps) => {
  const editing = useEditing();
  const name = `${row}.applies`;
  const types = choicesOf(editing, 'types');
  const branch = partOf(editing.root, ...name.split('.'));
  const limits = [
    ...(partOf(branch, 'types').values.length > 0 || partOf(branch, 'exceptTypes').values.length > 0
      ? ['種類']
      : []),
    ...(partOf(branch, 'when').parts.size > 0 ? ['ほかの答え'] : []),
  ];
  return (
    <Fold
      name={name}
      title={`当てはまる事業: ${limits.length === 0 ? 'すべて' : `${limits.join('と')}で限る`}`}
    >
      <GroupProblems name={name} />
      {types.length === 0 ? (
        <p className="field__hint">種類で限るには、先に「事業の種類」を加えます。</p>
      ) : (
        <>
          <Boxes
            name={`${name}.types`}
            label="この種類だけ"
            hint="選ばなければ、すべての種類に問います。"
            choices={types}
          />
          <Boxes name={`${name}.exceptTypes`} label="この種類を除く" choices={types} />
        </>
      )}
      {before > 0 && (
        <Fold name={`${name}.when`} title="ほかの答えによる条件">
          <p className="field__hint">
            選んだ答えのときだけ問います。いくつもの項目で選ぶと、すべてに合うときだけです。
          </p>
          <ConditionBoxes name={`${name}.when`} before={before} />
        </Fold>
      )}
    </Fold>
  );
};
