import type { KeptTyping } from '../../../db/autosave.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { numberItems } from '../../../domain/plan/numbering.ts';
import { pathTo } from '../../../domain/plan/tree.ts';
import { TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence, planSentence } from '../plan-sentences.ts';
import { DeskLayout } from './desk-layout.tsx';
import { type FieldMarks, type Meeting, printMarks } from './item-compare.ts';
import {
  FocusFields,
  type ItemFieldsProps,
  OwnerFields,
  PartnerFields,
  TextColumns,
  VoiceFields,
} from './item-fields.tsx';
import { type ItemField, itemFieldNames } from './item-words.data.ts';
import { KeptNotice } from './kept-notice.tsx';
import { MeetingChoice, MeetingNotice, type OtherWriter } from './meeting.tsx';

export interface ItemPageProps extends Omit<ItemFieldsProps, 'beside'> {
  readonly version: number;
  readonly marks: FieldMarks;
  readonly formKey: string;
  /** This person may write here. */
  readonly mayWrite: boolean;
  readonly problems: readonly Problem[];
  /** What the town's rules say about the item as stored. */
  readonly warnings: readonly Problem[];
  readonly kept: KeptTyping | null;
  readonly isRestored: boolean;
  readonly notice: string | undefined;
  readonly meeting: {
    readonly writers: readonly OtherWriter[];
    readonly fields: Meeting<ItemField>;
    readonly mine: Readonly<Record<ItemField, string>>;
    readonly theirs: Readonly<Record<ItemField, string>>;
  } | null;
}

const Warnings = ({ warnings }: { readonly warnings: readonly Problem[] }) => (
  <div className="rule-notes" data-rule-notes>
    {warnings.length > 0 && (
      <section className="notice notice--warn" aria-label="書き方の目安">
        <p>書き方の目安（保存はできます）</p>
        <ul>
          {warnings.map((warning) => (
            <li key={`${warning.code}${warning.path.join('.')}`}>{planSentence(warning)}</li>
          ))}
        </ul>
      </section>
    )}
  </div>
);

const NameFields = (props: ItemPageProps & Pick<ItemFieldsProps, 'beside'>) => {
  const { desk, item, form, sentences, beside } = props;
  const level = desk.loaded.content.levels.find((each) => each.levelKey === item.levelKey);
  return (
    <>
      {beside?.('title')}
      <TextField
        form={form}
        name="title"
        label={`${itemFieldNames.title}（${level?.name ?? ''}）`}
        hint={level?.titleStyle === 'state' ? 'この階層は「…している」という状態で書きます。' : undefined}
        sentences={sentences}
        readOnly={!desk.mayEdit}
        required
      />
    </>
  );
};

/** What goes with the name and is seldom changed: below the four texts, which stay in view together. */
const NameDetails = (props: ItemPageProps & Pick<ItemFieldsProps, 'beside'>) => {
  const { desk, form, sentences, former, beside } = props;
  const asksReason = desk.mayEdit && former !== null;
  const isOpen =
    ['renameReason', 'code', 'crossCutting'].some((name) => sentences.has(name)) ||
    beside?.('code') !== undefined ||
    beside?.('crossCutting') !== undefined ||
    (asksReason && form.text('title') !== former.title);
  return (
    <details className="field" open={isOpen}>
      <summary>{asksReason ? '名前を変える理由・番号・横断' : desk.mayEdit ? '番号・横断' : '番号'}</summary>
      {asksReason && (
        <TextField
          form={form}
          name="renameReason"
          label="名前を変える理由"
          hint="題名を変えたときだけ。公開画面の履歴に載ります。"
          sentences={sentences}
        />
      )}
      {beside?.('code')}
      <TextField
        form={form}
        name="code"
        label="番号（資料に印刷された番号をそのまま使うときだけ）"
        size="short"
        sentences={sentences}
        readOnly={!desk.mayEdit}
      />
      {desk.mayEdit && (
        <>
          {beside?.('crossCutting')}
          <label className="choice">
            <input
              type="checkbox"
              name="crossCutting"
              value="yes"
              defaultChecked={form.text('crossCutting') === 'yes'}
            />
            <span>横断（体系の横や上に置く、包括プロジェクト・ブランド戦略など）</span>
          </label>
        </>
      )}
    </details>
  );
};

const Sources = ({ form, sentences, beside }: ItemFieldsProps) => (
  <details className="field" open={form.text('source.document') !== '' || beside?.('source') !== undefined}>
    <summary>出典</summary>
    {beside?.('source')}
    <TextField form={form} name="source.document" label="資料の名前" sentences={sentences} />
    <div className="fields-row">
      <TextField form={form} name="source.publisher" label="発行者" sentences={sentences} />
      <TextField form={form} name="source.place" label="資料の中の場所（章・頁）" sentences={sentences} />
      <TextField form={form} name="source.date" label="発行年月" size="short" sentences={sentences} />
    </div>
    <TextField form={form} name="source.url" label="アドレス（URL）" sentences={sentences} />
  </details>
);

/** One item of the plan: all that it says, beside what it said. */
export const ItemPage = (props: ItemPageProps) => {
  const { desk, item, meeting, kept, formKey, version } = props;
  const { deskHref, viewer, town, loaded } = desk;
  const office = `/m/${town.municipality}/office`;
  const href = `${deskHref}/items/${encodeURIComponent(item.itemKey)}`;
  const code = numberItems(loaded.content.levels, loaded.content.items).get(item.itemKey) ?? '';
  const level = loaded.content.levels.find((each) => each.levelKey === item.levelKey);
  const beside = (field: string) =>
    meeting?.fields.both.includes(field as ItemField) ? (
      <MeetingChoice
        field={field}
        label={itemFieldNames[field as ItemField]}
        mine={meeting.mine[field as ItemField]}
        theirs={meeting.theirs[field as ItemField]}
      />
    ) : undefined;
  const shared = { ...props, beside };
  const { checks } = town.settings;
  return (
    <DeskLayout
      desk={desk}
      section="tree"
      title={[code, item.title].filter((part) => part !== '').join(' ')}
      notice={props.isRestored ? '控えてあった入力を戻しました。まだ保存していません。' : props.notice}
      problems={props.problems.map(placedSentence)}
      scripts={props.mayWrite ? ['autosave.js', 'item-notes.js'] : []}
    >
      <p className="item-place">
        {pathTo(loaded.content.items, item.itemKey)
          .map((above) => above.title)
          .join(' › ')}
      </p>
      {kept !== null && (
        <KeptNotice kept={kept} viewer={viewer} href={href} formKey={formKey} office={office} />
      )}
      {meeting !== null && (
        <MeetingNotice writers={meeting.writers} meeting={meeting.fields} fieldNames={itemFieldNames} />
      )}
      <Warnings warnings={props.warnings} />
      <form
        method="post"
        action={href}
        className="item-form"
        data-autosave={`${office}/plans/autosave`}
        data-autosave-key={formKey}
        data-autosave-version={version}
        data-title-style={level?.titleStyle ?? 'free'}
        data-means-words={checks.namingLint.enabled ? JSON.stringify(checks.namingLint.meansWords) : '[]'}
        data-max-lead-units={checks.maxLeadUnits ?? ''}
      >
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="marks" value={printMarks(props.marks)} />
        <fieldset className="plain" disabled={!props.mayWrite}>
          <legend className="visually-hidden">この項目の内容</legend>
          <NameFields {...shared} />
          <TextColumns {...shared} />
          <NameDetails {...shared} />
          <OwnerFields {...shared} />
          <FocusFields {...shared} />
          <PartnerFields {...shared} />
          <VoiceFields {...shared} />
          <Sources {...shared} />
        </fieldset>
        {props.mayWrite ? (
          <div className="save-bar">
            <button type="submit" className="button">
              保存する
            </button>
            <button type="submit" className="button button--quiet" name="then" value="tree">
              保存して体系へ戻る
            </button>
            <span className="save-bar__state" role="status" data-autosave-state />
          </div>
        ) : (
          <p className="quiet">
            この項目は読むだけです。書き換えられるのは、主管の組織の職員と企画担当です。
          </p>
        )}
      </form>
      <p className="actions">
        <a href={deskHref}>体系へ戻る</a>
        <a href={`${deskHref}/preview/items/${encodeURIComponent(item.itemKey)}`}>公開画面の見え方</a>
      </p>
    </DeskLayout>
  );
};
