import type { RoundSheetView } from '../../../../app/evaluation/read-round-sheet.ts';
import { askedAnswers } from '../../../../domain/evaluation/asked-fields.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Form } from '../../../middleware/form.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { japanTime } from '../../../text/japan-time.ts';
import type { FieldSentences } from '../../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { SheetFields } from '../fields/sheet-fields.tsx';
import { eventWords } from '../rounds/words.ts';
import { SheetFacts } from './sheet-facts.tsx';
import { formFields, type ShownForm } from './sheet-form.ts';
import { handOnWords, SheetHead } from './sheet-head.tsx';
import { DueRemarks, SaidRemarks } from './sheet-remarks.tsx';
import { SheetSteps } from './sheet-steps.tsx';

export interface SheetPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundSheetView;
  readonly shown: ShownForm;
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

const noProblems: FieldSentences = new Map();

const lastDirection = ({ last, scheme, sheet }: RoundSheetView): string => {
  if (last === null) return '';
  const said = sheet.stageKeys
    .map((key) => last.answers.get(key)?.direction ?? '')
    .findLast((key) => key !== '');
  const word = scheme.directions.find(({ key }) => key === said);
  return word === undefined ? '' : `${formatFiscalYear(last.fiscalYear, 'wareki')}: ${word.label}`;
};

/** The form of the stage in turn, or what it says so far for who only reads. */
const Turn = (page: SheetPageProps & { readonly href: string }) => {
  const { view, shown, viewer, sentences, href } = page;
  const { stage, scheme, subject, record, writable, last, neighbours, sheet } = view;
  if (stage === null) return null;
  const fields = (
    <SheetFields
      scheme={scheme}
      stage={stage}
      typeKey={subject.typeKey}
      answers={shown.answers}
      prefilled={record?.prefilled ?? {}}
      lastYear={last?.answers.get(stage.key) ?? null}
      problems={sentences}
      readOnly={!writable}
      idPrefix="f-"
    />
  );
  if (!writable)
    return record === null ? null : (
      <section className="section" aria-labelledby="turn-title">
        <h2 id="turn-title">{stage.label}（記入の途中）</h2>
        {fields}
      </section>
    );
  return (
    <form method="post" action={href} data-evaluation-sheet>
      <CsrfField viewer={viewer} />
      <input type="hidden" name="stageKey" value={stage.key} />
      <input type="hidden" name="version" value={sheet.version} />
      {formFields(view).map((name) => (
        <input key={name} type="hidden" name={`before.${name}`} value={shown.before[name] ?? ''} />
      ))}
      <DueRemarks view={view} answers={shown.answers} sentences={sentences} />
      <h2>{stage.label}</h2>
      <SheetFacts figures={view.figures} last={lastDirection(view)} />
      {fields}
      <div className="save-bar">
        <button type="submit" name="do" value="hand-on" className="button">
          {handOnWords(view)}
        </button>
        <button type="submit" name="do" value="save" className="button button--quiet">
          途中で保存する
        </button>
        <span className="save-bar__state" role="status" data-sheet-saved />
      </div>
      {neighbours.left > 1 && (
        <p className="quiet">進めると、次のあなたの番のシートを開きます（残り {neighbours.left} 件）。</p>
      )}
    </form>
  );
};

const Others = ({ view }: { readonly view: RoundSheetView }) => {
  const { others, scheme, subject, last, sheet } = view;
  const latest = others.at(-1)?.stage.key;
  return others.map(({ stage, record }) => (
    <section className="section" key={stage.key}>
      <details open={sheet.status === 'final' ? stage.key === latest : undefined}>
        <summary>
          <b>{stage.label}</b>
          {record.submittedAt !== null && `（${japanTime(record.submittedAt)}）`}
        </summary>
        <SheetFields
          scheme={scheme}
          stage={stage}
          typeKey={subject.typeKey}
          answers={askedAnswers(scheme, stage, subject.typeKey, record.answers)}
          prefilled={{}}
          lastYear={last?.answers.get(stage.key) ?? null}
          problems={noProblems}
          readOnly
          idPrefix={`o-${stage.key}-`}
        />
      </details>
    </section>
  ));
};

const Trace = ({ view }: { readonly view: RoundSheetView }) => {
  const { events, scheme } = view;
  if (events.length === 0) return null;
  return (
    <section className="section" aria-labelledby="trace-title">
      <h2 id="trace-title">経過</h2>
      <ol className="plain-list">
        {events.map(({ eventId, kind, stageKey, note, happenedAt, byName }) => (
          <li key={eventId}>
            {japanTime(happenedAt)} <b>{eventWords[kind]}</b>
            {stageKey !== '' && `（${scheme.stages.find(({ key }) => key === stageKey)?.label ?? stageKey}）`}{' '}
            {byName}
            {note !== '' && <span className="sheet__reason"> {note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** 評価シート: one column, top to bottom in the order of the work. */
export const SheetPage = (page: SheetPageProps) => {
  const { town, viewer, view, form, sentences } = page;
  const { round, subject, neighbours, writable } = view;
  const office = `/m/${town.municipality}/office`;
  const base = `${office}/evaluation/${encodeURIComponent(round.roundKey)}`;
  const href = `${base}/sheets/${encodeURIComponent(subject.subjectKey)}`;
  const to = (key: string): string => `${base}/sheets/${encodeURIComponent(key)}`;
  return (
    <OfficeLayout
      title={subject.name}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        { label: round.title, href: base },
        { label: '評価シート', href: `${base}/sheets` },
      ]}
      notice={page.notice}
      problems={page.problems}
      scripts={writable ? ['evaluation-sheet.js'] : []}
    >
      <SheetHead view={view} />
      {(neighbours.before !== null || neighbours.after !== null) && (
        <nav className="link-row" aria-label="あなたの番のシート">
          {neighbours.before !== null && (
            <a rel="prev" href={to(neighbours.before)}>
              前のシート
            </a>
          )}
          {neighbours.after !== null && (
            <a rel="next" href={to(neighbours.after)}>
              次のシート
            </a>
          )}
        </nav>
      )}
      {!writable && (
        <>
          <DueRemarks view={view} answers={{}} sentences={sentences} />
          <SheetFacts figures={view.sheet.figures ?? view.figures} last={lastDirection(view)} />
        </>
      )}
      <Turn {...page} href={href} />
      <SheetSteps view={view} viewer={viewer} href={href} form={form} sentences={sentences} />
      <SaidRemarks view={view} viewer={viewer} href={href} />
      <Others view={view} />
      <Trace view={view} />
    </OfficeLayout>
  );
};
