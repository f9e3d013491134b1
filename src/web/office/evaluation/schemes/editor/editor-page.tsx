import type { ReactNode } from 'react';
import type { KeptTyping } from '../../../../../db/autosave.ts';
import type { StoredScheme } from '../../../../../db/read-scheme.ts';
import type { Form } from '../../../../middleware/form.ts';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import type { FieldSentences } from '../../../forms/field.tsx';
import { EditingProvider, editingOf } from '../../../judgement/editor/editing.ts';
import type { PlacedSentence } from '../../../judgement/scheme-sentences.ts';
import { CsrfField, OfficeLayout } from '../../../layout.tsx';
import { type FieldMarks, type Meeting, printMarks } from '../../../plans/item-compare.ts';
import { KeptNotice } from '../../../plans/kept-notice.tsx';
import { MeetingChoice, MeetingNotice, type OtherWriter } from '../../../plans/meeting.tsx';
import { type SchemePart, schemeParts } from '../form/scheme-parts.ts';
import { BasicsFields } from './basics-fields.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import { DirectionFields } from './direction-fields.tsx';
import { GradeFields } from './grade-fields.tsx';
import { ExemptionFields, MatrixFields } from './more-fields.tsx';
import type { PreviewProps } from './preview.tsx';
import { PreviewPart } from './preview-part.tsx';
import { RowTable } from './row-table.tsx';
import { SchemeSteps } from './scheme-steps.tsx';
import { StageFields } from './stage-fields.tsx';
import { TextFields } from './text-fields.tsx';

export interface EditorPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly stored: StoredScheme;
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
  readonly preview: PreviewProps;
  readonly touched: string;
  readonly kept: KeptTyping | null;
  readonly notice: string | undefined;
  readonly meeting: {
    readonly writers: readonly OtherWriter[];
    readonly fields: Meeting<SchemePart>;
    readonly mine: Readonly<Record<SchemePart, string>>;
    readonly theirs: Readonly<Record<SchemePart, string>>;
  } | null;
}

const parts: readonly (readonly [id: string, title: string, fields: () => ReactNode, part: SchemePart])[] = [
  ['basics', '名前と対象', () => <BasicsFields />, 'basics'],
  [
    'types',
    '事業の種類',
    () => (
      <RowTable
        list="types"
        what="種類"
        hint="種類によって問うことを変えるときに使います。変えない町では、空のままにします。"
        columns={[{ name: 'label', label: '呼び名', size: 'medium' }]}
      />
    ),
    'types',
  ],
  ['criteria', '評価項目', () => <CriterionFields />, 'criteria'],
  ['texts', '記入欄', () => <TextFields />, 'texts'],
  ['grades', '総合評価', () => <GradeFields />, 'grades'],
  ['directions', '方向性と優先度', () => <DirectionFields />, 'directions'],
  ['stages', '段階', () => <StageFields />, 'stages'],
  ['exemptions', '評価しない事業', () => <ExemptionFields />, 'more'],
  ['matrices', '判断の表', () => <MatrixFields />, 'more'],
];

const Refused = ({ sentences }: { readonly sentences: readonly PlacedSentence[] }) =>
  sentences.length === 0 ? null : (
    <section className="notice notice--problem" role="alert" aria-label="保存できなかった理由">
      <p>直すところが{sentences.length}か所あります。まだ何も保存していません。</p>
      <ul>
        {sentences.map(({ place, sentence, href }) => (
          <li key={`${href} ${sentence}`}>
            <a href={href}>{place === '' ? '評価の様式' : place}</a>: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );

const SchemeForm = (props: EditorPageProps & { readonly href: string; readonly office: string }) => {
  const { viewer, form, meeting, mayEdit, href, office } = props;
  const beside = (part: SchemePart) =>
    meeting?.fields.both.includes(part) ? (
      <MeetingChoice
        field={part}
        label={schemeParts[part]}
        mine={meeting.mine[part]}
        theirs={meeting.theirs[part]}
      />
    ) : null;
  return (
    <form
      method="post"
      action={href}
      className="scheme-form"
      data-preview={mayEdit ? `${href}/preview` : undefined}
      data-autosave={mayEdit ? `${office}/plans/autosave` : undefined}
      data-autosave-key={props.formKey}
      data-autosave-version={props.version}
    >
      {/* A version that is only looked at sends nothing but what to look at, in its address. */}
      {mayEdit && (
        <>
          <CsrfField viewer={viewer} />
          {/* The first button of a form is the one Enter presses: to save, not to add or remove a row. */}
          <button type="submit" hidden>
            保存する
          </button>
          <input type="hidden" name="version" value={props.version} />
          <input type="hidden" name="seenMarks" value={printMarks(props.marks)} />
        </>
      )}
      <EditingProvider value={editingOf(form, props.sentences, href, props.touched)}>
        <fieldset className="plain" disabled={!mayEdit}>
          <legend className="visually-hidden">評価の様式</legend>
          {parts.map(([id, title, fields, part], at) => (
            <section key={id} className="section scheme-part" aria-labelledby={`part-${id}`}>
              <h2 id={`part-${id}`}>{title}</h2>
              {parts[at - 1]?.[3] === part ? null : beside(part)}
              {fields()}
            </section>
          ))}
        </fieldset>
      </EditingProvider>
      <PreviewPart form={form} href={href} preview={props.preview} mayEdit={mayEdit} />
      {mayEdit && (
        <div className="save-bar">
          <button type="submit" className="button">
            下書きを保存する
          </button>
          <a href="#part-preview">シートを見る</a>
          <span className="save-bar__state" role="status" data-autosave-state />
        </div>
      )}
    </form>
  );
};

/** 評価の様式の下書き: the whole scheme as one form, with the sheet it makes below. */
export const EditorPage = (props: EditorPageProps) => {
  const { town, viewer, stored, meeting, mayEdit } = props;
  const office = `/m/${town.municipality}/office`;
  const list = `${office}/evaluation/schemes`;
  const href = `${list}/${stored.schemeKey}/${stored.schemeVersion}`;
  return (
    <OfficeLayout
      title={`${stored.name}（第${stored.schemeVersion}版${stored.state === 'draft' ? '・下書き' : ''}）`}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        { label: '評価の様式', href: list },
      ]}
      notice={props.notice}
      problems={props.problems}
      scripts={mayEdit ? ['autosave.js', 'scheme-preview.js'] : []}
    >
      <Refused sentences={props.refused} />
      {props.kept !== null && (
        <KeptNotice kept={props.kept} viewer={viewer} href={href} formKey={props.formKey} office={office} />
      )}
      {meeting !== null && (
        <MeetingNotice writers={meeting.writers} meeting={meeting.fields} fieldNames={schemeParts} />
      )}
      {stored.state === 'adopted' && (
        <p className="notice">
          採用済みのため、変えられません。変えるときは、下の「次の版を作る」から始めます。この版で始めた評価の回は、この版のまま進みます。
        </p>
      )}
      <nav className="section-nav" aria-label="この画面の中">
        {[...parts, ['preview', 'シートの見え方'] as const].map(([id, title]) => (
          <a key={id} href={`#part-${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <SchemeForm {...props} href={href} office={office} />
      <SchemeSteps viewer={viewer} stored={stored} href={href} />
    </OfficeLayout>
  );
};
