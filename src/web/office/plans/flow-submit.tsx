import { may } from '../../../domain/access/may.ts';
import { japanTime } from '../../text/japan-time.ts';
import type { FlowPageProps } from './flow-page.tsx';
import { StepForm } from './step-form.tsx';

/** Who asked for the approval, and when; or, for who approves, that nobody has yet. */
export const SubmissionNote = ({ desk, submission }: Pick<FlowPageProps, 'desk' | 'submission'>) => {
  if (submission !== null)
    return (
      <p className="notice">
        {japanTime(submission.at)} に、{submission.by ?? '企画担当'}が承認を求めました。
      </p>
    );
  return may(desk.viewer.actor, 'plan.approve', { status: 'draft' }) ? (
    <p className="notice notice--warn">
      企画担当は、まだ承認を求めていません。書いている途中かもしれません。
    </p>
  ) : null;
};

/** 承認を求める: the planning office hands the draft over, or takes it back. */
export const Submit = ({ desk, submission, errors, warnings }: FlowPageProps) => {
  if (!desk.mayEdit) return null;
  if (submission !== null)
    return (
      <StepForm desk={desk} step="withdraw" title="承認の求めを取り戻す" button="取り戻す">
        <p>押すと、首長・本部の「やること」から消えます。下書きはそのまま残ります。</p>
      </StepForm>
    );
  return (
    <StepForm desk={desk} step="submit" title="承認を求める" button="承認を求める">
      <p>
        押すと、首長・本部の「やること」に載ります。承認されるまでは書き直せます。点検:{' '}
        <a href={`${desk.deskHref}/checks`}>
          直すこと{errors}件、気づき{warnings}件
        </a>
      </p>
      {errors > 0 && (
        <p className="notice notice--warn">直すことが残っているあいだは、承認を求められません。</p>
      )}
    </StepForm>
  );
};
