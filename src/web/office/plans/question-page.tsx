import type { ReactNode } from 'react';
import type { SeenItem } from '../../../app/plan/arrange-items.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { PlanItem } from '../../../domain/plan/item.ts';
import { numberItems } from '../../../domain/plan/numbering.ts';
import { buildTree, subtreeKeys, walkTree } from '../../../domain/plan/tree.ts';
import type { Form } from '../../middleware/form.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type Choice, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import type { DeskPage } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';

/** What is asked before the tree changes in a way citizens will read about. */
export const questionKinds = [
  'move',
  'again',
  'merge',
  'split',
  'remove',
  'place',
  'indent',
  'outdent',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface QuestionProps {
  readonly desk: DeskPage;
  readonly kind: QuestionKind;
  readonly item: PlanItem;
  readonly seen: SeenItem;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const titles: Readonly<Record<QuestionKind, string>> = {
  move: '別の場所へ移す',
  again: '再掲する',
  merge: 'ほかの項目にまとめる',
  split: '分ける',
  remove: '取り除く',
  place: '移す理由',
  indent: '移す理由',
  outdent: '移す理由',
};

/** Every item but those `without`, indented as in the tree. */
const itemChoices = (desk: DeskPage, without: ReadonlySet<string>): readonly Choice[] => {
  const { items, levels } = desk.loaded.content;
  const codes = numberItems(levels, items);
  return [...walkTree(buildTree(items))]
    .filter(({ item, again }) => !again && !without.has(item.itemKey))
    .map(({ item, depth }) => ({
      value: item.itemKey,
      label: `${'　'.repeat(depth)}${[codes.get(item.itemKey) ?? '', item.title].filter((part) => part !== '').join(' ')}`,
    }));
};

const nameOf = (path: Problem['path']): string | null => (typeof path[0] === 'string' ? path[0] : null);

const Fields = ({ desk, kind, item, form, problems }: QuestionProps): ReactNode => {
  const sentences = sentencesByField(problems, nameOf);
  const branch = subtreeKeys(desk.loaded.content.items, item.itemKey);
  switch (kind) {
    case 'move':
      return (
        <SelectField
          form={form}
          name="under"
          label="どの項目の下へ（最後に並びます）"
          choices={[{ value: '', label: '（最上位）' }, ...itemChoices(desk, branch)]}
        />
      );
    case 'again':
      return (
        <>
          <SelectField
            form={form}
            name="under"
            label="どの項目の下にも載せるか"
            choices={itemChoices(desk, branch)}
          />
          {item.alsoUnder.length > 0 && (
            <ChoiceGroup
              form={form}
              kind="radio"
              name="end"
              label="いまの再掲をやめる"
              choices={item.alsoUnder.flatMap(({ parentKey }) =>
                parentKey === null
                  ? []
                  : [
                      {
                        value: parentKey,
                        label:
                          desk.loaded.content.items.find((each) => each.itemKey === parentKey)?.title ??
                          parentKey,
                      },
                    ],
              )}
            />
          )}
        </>
      );
    case 'merge':
      return (
        <SelectField
          form={form}
          name="intoKey"
          label="まとめる先"
          hint="まとめる先の文が残ります。指標と生の声は合わせ、下の項目は移します。"
          choices={itemChoices(desk, branch)}
          sentences={sentences}
        />
      );
    case 'split':
      return (
        <>
          <p className="field__hint">
            いまの項目は残り、その後に新しい項目ができます。文は同じ内容から書き始められます。
          </p>
          {[0, 1, 2].map((index) => (
            <TextField
              key={index}
              form={form}
              name={`parts.${index}.title`}
              label={`新しい項目${index + 1}の題名`}
              sentences={sentences}
            />
          ))}
        </>
      );
    case 'remove':
      return branch.size > 1 ? (
        <ChoiceGroup
          form={form}
          kind="radio"
          name="children"
          label={`下にある${branch.size - 1}件の項目`}
          choices={[
            { value: 'lift', label: '一つ上へ移して残す' },
            { value: 'remove', label: '一緒に取り除く' },
          ]}
        />
      ) : null;
    default:
      return (
        <>
          <input type="hidden" name="under" value={form.text('under')} />
          <input type="hidden" name="before" value={form.text('before')} />
        </>
      );
  }
};

export const QuestionPage = (props: QuestionProps) => {
  const { desk, kind, item, seen, form, problems } = props;
  const isKnown = desk.base?.content.items.some((each) => each.itemKey === item.itemKey) ?? false;
  return (
    <DeskLayout desk={desk} section="tree" title={titles[kind]}>
      <div data-question>
        <h2>
          {titles[kind]}: 「{item.title}」
        </h2>
        {problems.length > 0 && (
          <div className="notice notice--problem" role="alert">
            <ul>
              {problems.map((problem) => (
                <li key={`${problem.code}${problem.path.join('.')}`}>{placedSentence(problem)}</li>
              ))}
            </ul>
          </div>
        )}
        <form method="post" action={`${desk.deskHref}/arrange`} className="form">
          <CsrfField viewer={desk.viewer} />
          <input type="hidden" name="do" value={kind} />
          <input
            type="hidden"
            name="item"
            value={`${seen.itemKey}~${seen.version}~${seen.parentKey ?? ''}`}
          />
          <Fields {...props} />
          {kind !== 'again' && (
            <TextArea
              form={form}
              name="reason"
              label="理由"
              rows={3}
              required={isKnown}
              hint={
                isKnown
                  ? '公開した版にある項目です。理由は公開画面の履歴に載ります。'
                  : 'まだ公開していない項目です。理由は要りません。'
              }
            />
          )}
          <p className="actions">
            <button type="submit" className={kind === 'remove' ? 'button button--danger' : 'button'}>
              {kind === 'remove' ? '取り除く' : '決める'}
            </button>
            <a href={`${desk.deskHref}?selected=${encodeURIComponent(item.itemKey)}`} data-cancel>
              やめる
            </a>
          </p>
        </form>
      </div>
    </DeskLayout>
  );
};
