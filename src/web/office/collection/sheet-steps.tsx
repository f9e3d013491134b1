import type { ReactNode } from 'react';
import { sheetMark } from '../../../app/collection/sheet-mark.ts';
import { figureOf } from '../../../domain/indicator/collection/asked.ts';
import { warningOf } from '../../../domain/indicator/collection/check-sheet.ts';
import type { Viewer } from '../../middleware/session.ts';
import { japanTime } from '../../text/japan-time.ts';
import { fieldId } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import type { SheetPageProps } from './sheet-page.tsx';
import { confirmedWords, figureWords } from './sheet-row.tsx';

interface StepProps {
  readonly viewer: Viewer;
  readonly href: string;
  readonly kind: 'submit' | 'withdraw' | 'return' | 'approve';
  readonly label: string;
  readonly quiet?: boolean;
  readonly id?: string;
  readonly children?: ReactNode;
}

const Step = ({ viewer, href, kind, label, quiet = false, id, children }: StepProps) => (
  <form method="post" action={`${href}/step`} id={id} className="form">
    <CsrfField viewer={viewer} />
    {children}
    <p className="actions">
      <button type="submit" name="step" value={kind} className={quiet ? 'button button--quiet' : 'button'}>
        {label}
      </button>
    </p>
  </form>
);

/** 確かめた値: what the unit says is right although it looked mistyped. */
const Confirmed = ({ view }: Pick<SheetPageProps, 'view'>) => {
  const { records, confirmations, collection, today } = view;
  const confirmed = records.flatMap((record) => {
    const confirmation = confirmations.get(record.indicator.indicatorKey);
    return confirmation === undefined || warningOf(record, collection.fiscalYear, today) === null
      ? []
      : [{ record, confirmation }];
  });
  if (confirmed.length === 0) return null;
  return (
    <>
      <p>大きく違うなどの知らせが出て、課が「確かめた」とした値:</p>
      <ul>
        {confirmed.map(({ record, confirmation }) => (
          <li key={record.indicator.indicatorKey}>
            {record.indicator.name}{' '}
            {figureWords(figureOf(record.values, collection.fiscalYear), record.indicator)}（
            {confirmedWords(confirmation)}）
          </li>
        ))}
      </ul>
    </>
  );
};

/** Who can move the sheet, and what happens when the button is pressed. */
export const SheetSteps = ({ page, href }: { readonly page: SheetPageProps; readonly href: string }) => {
  const { view, viewer, sentences } = page;
  const { sheet, records, collection } = view;
  if (collection.closedAt !== null) return null;
  const drafts = records.filter(
    ({ values }) => figureOf(values, collection.fiscalYear)?.stage === 'draft',
  ).length;
  const secret = records.filter(({ publishedAt }) => publishedAt === null).length;
  const reasonProblems = sentences.get('reason') ?? [];
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">提出と承認</h2>
      {view.writable ? (
        <Step viewer={viewer} href={href} kind="submit" label="課長に提出する" id="submit-sheet">
          <p>
            すべての行に、値か、値がない理由を入れてから提出します。提出すると、取り下げるか差し戻されるまで書き換えられません。
          </p>
        </Step>
      ) : (
        sheet.state === 'open' && <p className="quiet">入力できるのは、担当の課の職員です。</p>
      )}
      {sheet.submittedAt !== null && sheet.state !== 'open' && (
        <p>{japanTime(sheet.submittedAt)} に提出されました。</p>
      )}
      {sheet.state === 'approved' && sheet.decidedAt !== null && (
        <p>{japanTime(sheet.decidedAt)} に承認され、値が公開されました。</p>
      )}
      {view.mayApprove && (
        <Step viewer={viewer} href={href} kind="approve" label="承認して公開する">
          <Confirmed view={view} />
          <p>
            {drafts === 0
              ? '新しく公開する値はありません。'
              : `下書きの値${drafts}件が、すぐに公開画面に出ます。前の値は監査証跡に残ります。`}
            {secret > 0 &&
              `まだ公開していない指標が${secret}件あり、その値は、指標を公開するまで住民には見えません。`}
          </p>
          <input type="hidden" name="seen" value={sheetMark(records, collection.fiscalYear)} />
        </Step>
      )}
      {view.mayReturn && (
        <Step viewer={viewer} href={href} kind="return" label="差し戻す" quiet>
          <div className="field">
            <label htmlFor={fieldId('reason')}>差し戻す理由</label>
            <textarea
              id={fieldId('reason')}
              name="reason"
              rows={3}
              className="input input--area"
              defaultValue={page.form.text('reason')}
              aria-invalid={reasonProblems.length > 0 ? true : undefined}
            />
            {reasonProblems.map((sentence) => (
              <p key={sentence} className="field__problem">
                {sentence}
              </p>
            ))}
          </div>
        </Step>
      )}
      {sheet.state === 'submitted' && !view.mayApprove && (
        <p className="quiet">課長（いなければ部長・企画担当）の承認を待っています。</p>
      )}
      {view.mayWithdraw && (
        <Step viewer={viewer} href={href} kind="withdraw" label="提出を取り下げる" quiet />
      )}
    </section>
  );
};
