import type { KeptTyping } from '../../../db/autosave.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence } from '../plan-sentences.ts';
import type { DeskPage } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';
import type { HeaderPart } from './header-routes.tsx';
import { type FieldMarks, type Meeting, printMarks } from './item-compare.ts';
import { KeptNotice } from './kept-notice.tsx';
import { MeetingChoice, MeetingNotice, type OtherWriter } from './meeting.tsx';

interface HeaderPageProps {
  readonly part: HeaderPart;
  readonly desk: DeskPage;
  readonly form: Form;
  readonly version: number;
  readonly marks: FieldMarks;
  readonly formKey: string;
  readonly problems: readonly Problem[];
  readonly sentences: FieldSentences;
  readonly kept?: KeptTyping | null;
  readonly isRestored?: boolean;
  readonly moreRows?: boolean;
  readonly notice?: string | undefined;
  readonly meeting?: {
    readonly writers: readonly OtherWriter[];
    readonly fields: Meeting<string>;
    readonly mine: Readonly<Record<string, string>>;
    readonly theirs: Readonly<Record<string, string>>;
  };
}

/** A part of the plan as a whole, as a form of its own. */
export const HeaderPage = (props: HeaderPageProps) => {
  const { part, desk, form, version, formKey, meeting, kept } = props;
  const href = `${desk.deskHref}/${part.section}`;
  const office = `/m/${desk.town.municipality}/office`;
  const beside = (field: string) =>
    meeting?.fields.both.includes(field) ? (
      <MeetingChoice
        field={field}
        label={part.fieldNames[field] ?? field}
        mine={meeting.mine[field] ?? ''}
        theirs={meeting.theirs[field] ?? ''}
      />
    ) : undefined;
  const restored = props.isRestored ? '控えてあった入力を戻しました。まだ保存していません。' : undefined;
  const more = props.moreRows ? '行を増やしました。まだ保存していません。' : undefined;
  return (
    <DeskLayout
      desk={desk}
      section={part.section}
      title={part.title}
      notice={props.notice ?? restored ?? more}
      problems={props.problems.map(placedSentence)}
      scripts={desk.mayEdit ? ['autosave.js'] : []}
    >
      {part.lead !== undefined && <p className="section__text">{part.lead}</p>}
      {kept && <KeptNotice kept={kept} viewer={desk.viewer} href={href} formKey={formKey} office={office} />}
      {meeting !== undefined && (
        <MeetingNotice writers={meeting.writers} meeting={meeting.fields} fieldNames={part.fieldNames} />
      )}
      <form
        method="post"
        action={href}
        className="header-form"
        data-autosave={`${office}/plans/autosave`}
        data-autosave-key={formKey}
        data-autosave-version={version}
      >
        <CsrfField viewer={desk.viewer} />
        {/* The first button of a form is the one Enter presses: to save, not to ask for another row. */}
        {desk.mayEdit && (
          <button type="submit" hidden>
            保存する
          </button>
        )}
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="marks" value={printMarks(props.marks)} />
        {part.Above !== undefined && <part.Above desk={desk} form={form} />}
        <fieldset className="plain" disabled={!desk.mayEdit}>
          <legend className="visually-hidden">{part.title}</legend>
          <part.Fields desk={desk} form={form} sentences={props.sentences} beside={beside} />
        </fieldset>
        {desk.mayEdit ? (
          <div className="save-bar">
            <button type="submit" className="button">
              保存する
            </button>
            <span className="save-bar__state" role="status" data-autosave-state />
          </div>
        ) : (
          <p className="quiet">読むだけです。下書きのあいだ、企画担当だけが変えられます。</p>
        )}
      </form>
    </DeskLayout>
  );
};
