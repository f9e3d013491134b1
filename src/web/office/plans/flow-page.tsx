import { may } from '../../../domain/access/may.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import { TextArea, TextField } from '../forms/field.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import type { DeskPage } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';
import { SubmissionNote, Submit } from './flow-submit.tsx';
import { StepForm } from './step-form.tsx';

export interface FlowPageProps {
  readonly desk: DeskPage;
  readonly form: Form;
  /** 承認を求めたこと; null: nobody has, or it is a draft no longer. */
  readonly submission: { readonly at: string; readonly by: string | null } | null;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const Approve = ({ desk, errors, warnings }: FlowPageProps) =>
  may(desk.viewer.actor, 'plan.approve', { status: 'draft' }) ? (
    <StepForm desk={desk} step="approve" title="承認する" button="承認する">
      <p>
        押すと、内容はもう変えられなくなります（差し戻すまで）。まだ公開はされません。点検:{' '}
        <a href={`${desk.deskHref}/checks`}>
          直すこと{errors}件、気づき{warnings}件
        </a>
      </p>
      {errors > 0 && <p className="notice notice--warn">直すことが残っているあいだは、承認できません。</p>}
    </StepForm>
  ) : (
    <section className="section" aria-labelledby="step-approve">
      <h2 id="step-approve">承認する</h2>
      <p>首長・本部が承認します。承認の前に、点検と違いを確かめてください。</p>
      <ul className="link-list">
        <li>
          <a href={`${desk.deskHref}/checks`}>
            点検: 直すこと{errors}件、気づき{warnings}件
          </a>
        </li>
        <li>
          <a href={`${desk.deskHref}/difference`}>施行中の版との違い</a>
        </li>
      </ul>
    </section>
  );

const Discard = ({ desk }: FlowPageProps) =>
  desk.mayEdit ? (
    <StepForm desk={desk} step="discard" title="下書きを破棄する" button="下書きを破棄する" isDangerous>
      <p>
        この下書きを、書き込みごと消します。取り消せません（監査証跡には残ります）。施行中の版は変わりません。
      </p>
      <label className="choice">
        <input type="checkbox" name="sure" value="yes" />
        <span>この下書きを破棄することを確かめました</span>
      </label>
    </StepForm>
  ) : null;

const Publish = ({ desk, form, problems }: FlowPageProps) => {
  const sentences = sentencesByField(problems, (path) => String(path[0] ?? ''));
  return may(desk.viewer.actor, 'plan.publish', { status: 'approved' }) ? (
    <StepForm desk={desk} step="publish" title="公開する" button="この内容で公開する">
      <p>
        押すと、施行日から公開画面に出ます。施行日までは取り下げられます。施行日を過ぎたら、この版はずっと残ります。
      </p>
      <TextArea
        form={form}
        name="reason"
        label="改定の理由"
        rows={4}
        hint="公開画面の履歴に載ります。何が、なぜ変わったか。"
        sentences={sentences}
        required
      />
      <TextField
        form={form}
        name="effectiveOn"
        label="施行日"
        type="date"
        size="medium"
        hint="この日から公開されます。今日なら、すぐに公開されます。"
        sentences={sentences}
        required
      />
    </StepForm>
  ) : (
    <section className="section" aria-labelledby="step-publish">
      <h2 id="step-publish">公開する</h2>
      <p>企画担当が、理由と施行日を決めて公開します。</p>
    </section>
  );
};

const Steps = (props: FlowPageProps) => {
  const { desk } = props;
  const { actor } = desk.viewer;
  switch (desk.revision.status) {
    case 'draft':
      return (
        <>
          <div className="section">
            <SubmissionNote {...props} />
          </div>
          <Submit {...props} />
          <Approve {...props} />
          {props.submission !== null && may(actor, 'plan.approve', { status: 'draft' }) && (
            <StepForm desk={desk} step="return" title="差し戻す" button="承認せずに差し戻す">
              <p>押すと、企画担当の「やること」に戻ります。下書きはそのまま残ります。</p>
            </StepForm>
          )}
          <Discard {...props} />
        </>
      );
    case 'approved':
      return (
        <>
          <Publish {...props} />
          {may(actor, 'plan.approve', { status: 'approved' }) && (
            <StepForm desk={desk} step="return" title="差し戻す" button="下書きに差し戻す">
              <p>押すと下書きに戻り、また書き換えられるようになります。施行中の版は変わりません。</p>
            </StepForm>
          )}
        </>
      );
    case 'scheduled':
      return may(actor, 'plan.publish', { status: 'scheduled' }) ? (
        <StepForm desk={desk} step="call-back" title="公開を取り下げる" button="公開を取り下げる">
          <p>
            施行日（{desk.revision.effectiveOn === null ? '' : formatJapaneseDate(desk.revision.effectiveOn)}
            ）の前なので、取り下げられます。押すと承認済みに戻ります。
          </p>
        </StepForm>
      ) : (
        <p>施行日になると公開されます。</p>
      );
    case 'in-force':
    case 'superseded':
      return (
        <p>
          公開した版は変わりません。変えるときは、
          <a href={`/m/${desk.town.municipality}/office/plans/${desk.plan.slug}`}>計画のページ</a>
          から新しい改定を始めてください。
        </p>
      );
    default:
      return desk.revision.status satisfies never;
  }
};

const stages = [
  { key: 'draft', label: '下書き', by: '企画担当・各課' },
  { key: 'submitted', label: '承認待ち', by: '企画担当が求める' },
  { key: 'approved', label: '承認', by: '首長・本部' },
  { key: 'scheduled', label: '公開（施行待ち）', by: '企画担当' },
  { key: 'in-force', label: '施行', by: '施行日に自動で' },
] as const;

/** 承認と公開: where the revision stands, who moves it next, and what happens then. */
export const FlowPage = (props: FlowPageProps) => {
  const { desk, problems, notice } = props;
  const { status } = desk.revision;
  const stage =
    status === 'draft' && props.submission !== null
      ? 'submitted'
      : status === 'superseded'
        ? 'in-force'
        : status;
  return (
    <DeskLayout
      desk={desk}
      section="flow"
      title="承認と公開"
      notice={notice}
      problems={problems.map(placedSentence)}
    >
      <ol className="flow-stages">
        {stages.map(({ key, label, by }) => (
          <li key={key} {...(key === stage ? { 'aria-current': 'step' as const } : {})}>
            <b>{label}</b>
            <span className="quiet">{by}</span>
          </li>
        ))}
      </ol>
      <Steps {...props} />
    </DeskLayout>
  );
};
