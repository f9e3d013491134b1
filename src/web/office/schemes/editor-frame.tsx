import type { ReactNode } from 'react';
import type { KeptTyping } from '../../../db/autosave.ts';
import type { StoredScheme } from '../../../db/read-scheme.ts';
import type { Crumb } from '../../components/breadcrumb.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { EditingProvider, editingOf } from '../judgement/editor/editing.ts';
import { CsrfField, OfficeLayout, type OfficeSection } from '../layout.tsx';
import { type FieldMarks, type Meeting, printMarks } from '../plans/item-compare.ts';
import { KeptNotice } from '../plans/kept-notice.tsx';
import { MeetingChoice, MeetingNotice, type OtherWriter } from '../plans/meeting.tsx';
import type { PlacedSentence } from './placed-sentences.ts';
import { SchemeSteps } from './scheme-steps.tsx';

/** What the editor of every kind of scheme shows; what a kind shows besides comes with its page. */
export interface EditorPageProps<Part extends string> {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly stored: StoredScheme;
  readonly href: string;
  readonly mayDecide: boolean;
  readonly mayEdit: boolean;
  readonly form: Form;
  /** Lock the form was filled in from. */
  readonly version: number;
  readonly marks: FieldMarks;
  readonly formKey: string;
  readonly sentences: FieldSentences;
  /** What refused the saving, with its places; shown first. */
  readonly refused: readonly PlacedSentence[];
  readonly problems: readonly string[];
  readonly touched: string;
  readonly kept: KeptTyping | null;
  readonly notice: string | undefined;
  readonly meeting: {
    readonly writers: readonly OtherWriter[];
    readonly fields: Meeting<Part>;
    readonly mine: Readonly<Record<Part, string>>;
    readonly theirs: Readonly<Record<Part, string>>;
  } | null;
}

/** The words and places in which the pages of two kinds differ. */
interface EditorFrameProps<Part extends string> {
  readonly page: EditorPageProps<Part>;
  /** 判定基準, 評価の様式 */
  readonly kind: string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly current: OfficeSection;
  readonly breadcrumb: readonly Crumb[];
  /** What an adopted version goes on to serve. */
  readonly adopted: string;
  readonly says: { readonly adopt: string; readonly next: string; readonly toPreview: string };
  readonly contents: readonly (readonly [id: string, title: string])[];
  /** Whether a version that is only looked at is tried out by its form, too; else what to look at is in its address. */
  readonly triedByForm: boolean;
  readonly preview: ReactNode;
  /** The fields. */
  readonly children: ReactNode;
}

const Refused = ({
  sentences,
  kind,
}: {
  readonly sentences: readonly PlacedSentence[];
  readonly kind: string;
}) =>
  sentences.length === 0 ? null : (
    <section className="notice notice--problem" role="alert" aria-label="保存できなかった理由">
      <p>直すところが{sentences.length}か所あります。まだ何も保存していません。</p>
      <ul>
        {sentences.map(({ place, sentence, href }) => (
          <li key={`${href} ${sentence}`}>
            <a href={href}>{place === '' ? kind : place}</a>: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );

/** Where two people wrote one part differently: both, to choose from. */
export const Beside = <Part extends string>({
  part,
  parts,
  meeting,
}: {
  readonly part: Part;
  readonly parts: Readonly<Record<Part, string>>;
  readonly meeting: EditorPageProps<Part>['meeting'];
}) =>
  meeting?.fields.both.includes(part) ? (
    <MeetingChoice field={part} label={parts[part]} mine={meeting.mine[part]} theirs={meeting.theirs[part]} />
  ) : null;

const SchemeForm = <Part extends string>(props: EditorFrameProps<Part> & { readonly office: string }) => {
  const { page, kind, says, triedByForm, preview, children, office } = props;
  const { viewer, form, mayEdit, href } = page;
  const sends = mayEdit || triedByForm;
  return (
    <form
      method="post"
      action={href}
      className="scheme-form"
      data-preview={mayEdit ? `${href}/preview` : undefined}
      data-autosave={mayEdit ? `${office}/plans/autosave` : undefined}
      data-autosave-key={page.formKey}
      data-autosave-version={page.version}
    >
      {sends && <CsrfField viewer={viewer} />}
      {/* The first button of a form is the one Enter presses: to save, not to add or remove a row. */}
      {mayEdit && (
        <button type="submit" hidden>
          保存する
        </button>
      )}
      {sends && (
        <>
          <input type="hidden" name="version" value={page.version} />
          <input type="hidden" name="seenMarks" value={printMarks(page.marks)} />
        </>
      )}
      <EditingProvider value={editingOf(form, page.sentences, href, page.touched)}>
        <fieldset className="plain" disabled={!mayEdit}>
          <legend className="visually-hidden">{kind}</legend>
          {children}
        </fieldset>
      </EditingProvider>
      {preview}
      {mayEdit && (
        <div className="save-bar">
          <button type="submit" className="button">
            下書きを保存する
          </button>
          <a href="#part-preview">{says.toPreview}</a>
          <span className="save-bar__state" role="status" data-autosave-state />
        </div>
      )}
    </form>
  );
};

/** One version of a scheme: the whole of it as one form, with what it does tried out below. */
export const EditorFrame = <Part extends string>(props: EditorFrameProps<Part>) => {
  const { page, kind, parts, current, breadcrumb, adopted, says, contents } = props;
  const { town, viewer, stored, href, meeting, mayEdit, mayDecide } = page;
  const office = `/m/${town.municipality}/office`;
  return (
    <OfficeLayout
      title={`${stored.name}（第${stored.schemeVersion}版${stored.state === 'draft' ? '・下書き' : ''}）`}
      town={town}
      viewer={viewer}
      current={current}
      breadcrumb={breadcrumb}
      notice={page.notice}
      problems={page.problems}
      scripts={mayEdit ? ['autosave.js', 'scheme-preview.js'] : []}
    >
      <Refused sentences={page.refused} kind={kind} />
      {page.kept !== null && (
        <KeptNotice kept={page.kept} viewer={viewer} href={href} formKey={page.formKey} office={office} />
      )}
      {meeting !== null && (
        <MeetingNotice writers={meeting.writers} meeting={meeting.fields} fieldNames={parts} />
      )}
      {stored.state === 'adopted' && (
        <p className="notice">
          採用済みのため、変えられません。変えるときは、下の「次の版を作る」から始めます。{adopted}
        </p>
      )}
      <nav className="section-nav" aria-label="この画面の中">
        {contents.map(([id, title]) => (
          <a key={id} href={`#part-${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <SchemeForm {...props} office={office} />
      <SchemeSteps {...{ viewer, stored, href, mayDecide, says }} />
    </OfficeLayout>
  );
};
