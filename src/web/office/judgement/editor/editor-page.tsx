import type { ReactNode } from 'react';
import type { KeptTyping } from '../../../../db/autosave.ts';
import type { StoredScheme } from '../../../../db/read-scheme.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Form } from '../../../middleware/form.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import type { FieldSentences } from '../../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { type FieldMarks, type Meeting, printMarks } from '../../plans/item-compare.ts';
import { KeptNotice } from '../../plans/kept-notice.tsx';
import { MeetingChoice, MeetingNotice, type OtherWriter } from '../../plans/meeting.tsx';
import { type SchemePart, schemeParts } from '../form/scheme-parts.ts';
import { type PreviewProps, PreviewResult } from '../preview.tsx';
import type { PlacedSentence } from '../scheme-sentences.ts';
import { AxisFields } from './axis-fields.tsx';
import { BasicsFields } from './basics-fields.tsx';
import { EditingProvider, editingOf } from './editing.ts';
import { MarksAndWidths } from './mark-fields.tsx';
import { MeasureFields, PublishedFields } from './measure-fields.tsx';
import { RollUpFields } from './roll-up-fields.tsx';
import { SchemeSteps } from './scheme-steps.tsx';

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
  readonly years: readonly number[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
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

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section className="section scheme-part" aria-labelledby={`part-${id}`}>
    <h2 id={`part-${id}`}>{title}</h2>
    {children}
  </section>
);

const contents = [
  ['basics', '名前と期間'],
  ['axes', '軸と段階'],
  ['measures', '数え方'],
  ['published', '公表する数'],
  ['people', '人の印と許容の幅'],
  ['rollUp', '集計'],
  ['preview', '試算'],
] as const;

const Refused = ({ sentences }: { readonly sentences: readonly PlacedSentence[] }) =>
  sentences.length === 0 ? null : (
    <section className="notice notice--problem" role="alert" aria-label="保存できなかった理由">
      <p>直すところが{sentences.length}か所あります。まだ何も保存していません。</p>
      <ul>
        {sentences.map(({ place, sentence, href }) => (
          <li key={`${href} ${sentence}`}>
            <a href={href}>{place === '' ? '判定基準' : place}</a>: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );

const PreviewPart = (props: EditorPageProps & { readonly href: string }) => (
  <Part id="preview" title="試算（町の指標を、この下書きで判定すると）">
    <p className="field__hint">公開前の値も含めて試します。ここで見ても、何も保存されません。</p>
    <div className="fields-row preview__choice">
      <label htmlFor="preview-year">
        年度
        <select
          id="preview-year"
          name="previewYear"
          className="input input--short"
          defaultValue={props.form.text('previewYear')}
        >
          {props.years.map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, 'wareki')}
            </option>
          ))}
        </select>
      </label>
      <button
        type="submit"
        name="then"
        value="preview"
        className="button button--quiet"
        formAction={`${props.href}#part-preview`}
      >
        試算する
      </button>
    </div>
    <div data-preview-result>
      <PreviewResult {...props.preview} />
    </div>
  </Part>
);

/** 判定基準の下書き: the whole scheme as one form, with the town's own indicators judged by it below. */
export const EditorPage = (props: EditorPageProps) => {
  const { town, viewer, stored, form, version, formKey, meeting, mayEdit } = props;
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/judgement/schemes/${stored.schemeKey}/${stored.schemeVersion}`;
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
    <OfficeLayout
      title={`${stored.name}（第${stored.schemeVersion}版${stored.state === 'draft' ? '・下書き' : ''}）`}
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `${office}/indicators` },
        { label: '判定', href: `${office}/judgement` },
      ]}
      notice={props.notice}
      problems={props.problems}
      scripts={mayEdit ? ['autosave.js', 'scheme-preview.js'] : []}
    >
      <Refused sentences={props.refused} />
      {props.kept !== null && (
        <KeptNotice kept={props.kept} viewer={viewer} href={href} formKey={formKey} office={office} />
      )}
      {meeting !== null && (
        <MeetingNotice writers={meeting.writers} meeting={meeting.fields} fieldNames={schemeParts} />
      )}
      {stored.state === 'adopted' && (
        <p className="notice">
          採用済みのため、変えられません。変えるときは、下の「次の版を作る」から始めます。この版で判定した年度は、そのまま残ります。
        </p>
      )}
      <nav className="section-nav" aria-label="この画面の中">
        {contents.map(([id, label]) => (
          <a key={id} href={`#part-${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <form
        method="post"
        action={href}
        className="scheme-form"
        data-preview={mayEdit ? `${href}/preview` : undefined}
        data-autosave={mayEdit ? `${office}/plans/autosave` : undefined}
        data-autosave-key={formKey}
        data-autosave-version={version}
      >
        <CsrfField viewer={viewer} />
        {/* The first button of a form is the one Enter presses: to save, not to add or remove a row. */}
        {mayEdit && (
          <button type="submit" hidden>
            保存する
          </button>
        )}
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="seenMarks" value={printMarks(props.marks)} />
        <EditingProvider value={editingOf(form, props.sentences, href, props.touched)}>
          <fieldset className="plain" disabled={!mayEdit}>
            <legend className="visually-hidden">判定基準</legend>
            <Part id="basics" title="名前と期間、使う値">
              {beside('basics')}
              <BasicsFields />
            </Part>
            <Part id="axes" title="軸と段階">
              {beside('axes')}
              <AxisFields />
            </Part>
            <Part id="measures" title="数え方">
              {beside('measures')}
              <p className="field__hint">
                決まった式から選びます。「軸と段階」の区切りと、公表する数に使います。
              </p>
              <MeasureFields />
            </Part>
            <Part id="published" title="公表する数">
              {beside('people')}
              <PublishedFields />
            </Part>
            <Part id="people" title="人の印と許容の幅">
              <MarksAndWidths />
            </Part>
            <Part id="rollUp" title="集計">
              {beside('rollUp')}
              <RollUpFields groups={props.groups} />
            </Part>
          </fieldset>
        </EditingProvider>
        <PreviewPart {...props} href={href} />
        {mayEdit && (
          <div className="save-bar">
            <button type="submit" className="button">
              下書きを保存する
            </button>
            <a href="#part-preview">試算を見る</a>
            <span className="save-bar__state" role="status" data-autosave-state />
          </div>
        )}
      </form>
      <SchemeSteps viewer={viewer} stored={stored} href={href} />
    </OfficeLayout>
  );
};
