import type { Form } from '../../middleware/form.ts';
import type { DeskPage } from './desk.ts';

const moves: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'up', label: '↑ 上へ' },
  { value: 'down', label: '↓ 下へ' },
  { value: 'indent', label: '→ 深く' },
  { value: 'outdent', label: '← 浅く' },
];

const questions: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'ask-move', label: '移す…' },
  { value: 'ask-again', label: '再掲…' },
  { value: 'ask-merge', label: 'まとめる…' },
  { value: 'ask-split', label: '分ける…' },
  { value: 'ask-remove', label: '取り除く…' },
];

export interface RefusedInsert {
  readonly form: Form;
  readonly sentences: readonly string[];
}

interface TreeToolbarProps {
  readonly desk: DeskPage;
  /** An item that was not added: what was typed is kept, and why stands beside it. */
  readonly refusedInsert: RefusedInsert | null;
}

/** Everything that can be done to the item that is chosen. The same buttons with and without scripts. */
export const TreeToolbar = ({ desk, refusedInsert }: TreeToolbarProps) => (
  <div className="tree-toolbar">
    {/* Enter in the field below adds the item, and does not press the first button of the form. */}
    <button
      type="submit"
      name="do"
      value="insert"
      className="visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
    >
      加える
    </button>
    <fieldset className="tree-toolbar__row">
      <legend className="visually-hidden">選んだ項目を動かす</legend>
      {[...moves, ...questions].map(({ value, label }) => (
        <button
          key={value}
          type="submit"
          name="do"
          value={value}
          className="button button--quiet button--small"
        >
          {label}
        </button>
      ))}
    </fieldset>
    <details
      className="tree-toolbar__insert"
      open={desk.loaded.content.items.length === 0 || refusedInsert !== null}
    >
      <summary>項目を加える</summary>
      <div className="fields-row">
        <div className="field">
          <label htmlFor="insert-title">題名</label>
          <input
            id="insert-title"
            name="title"
            className="input"
            autoComplete="off"
            defaultValue={refusedInsert?.form.text('title')}
            {...(refusedInsert === null
              ? {}
              : { 'aria-invalid': true as const, 'aria-describedby': 'insert-problem' })}
          />
        </div>
        <div className="field">
          <label htmlFor="insert-where">置き場所</label>
          <select
            id="insert-where"
            name="where"
            className="input"
            defaultValue={refusedInsert?.form.text('where') ?? 'under'}
          >
            <option value="under">選んだ項目の下</option>
            <option value="after">選んだ項目のすぐ後</option>
            <option value="top">最上位の最後</option>
            <option value="cross">横断（体系の横）</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor="insert-level">階層</label>
          <select
            id="insert-level"
            name="levelKey"
            className="input"
            defaultValue={refusedInsert?.form.text('levelKey') ?? ''}
          >
            <option value="">置き場所に合わせる</option>
            {desk.loaded.content.levels.map((level) => (
              <option key={level.levelKey} value={level.levelKey}>
                {level.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field field--button">
          <button type="submit" name="do" value="insert" className="button button--small">
            加える
          </button>
        </div>
      </div>
      {refusedInsert !== null && (
        <ul className="field__problem" id="insert-problem">
          {refusedInsert.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </details>
  </div>
);
