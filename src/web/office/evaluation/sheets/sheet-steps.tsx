import type { ReactNode } from 'react';
import type { RoundSheetView } from '../../../../app/evaluation/read-round-sheet.ts';
import { byHand } from '../../../../app/evaluation/return-sheet.ts';
import { reasonLimit } from '../../../../domain/evaluation/move-sheet.ts';
import type { Form } from '../../../middleware/form.ts';
import type { Viewer } from '../../../middleware/session.ts';
import type { FieldSentences } from '../../forms/field.tsx';
import { CsrfField } from '../../layout.tsx';

interface StepsProps {
  readonly view: RoundSheetView;
  readonly viewer: Viewer;
  readonly href: string;
  readonly form: Form;
  readonly sentences: FieldSentences;
}

type Kind = 'return' | 'reopen' | 'exempt' | 'include';

/** One folded form that asks for a reason; open again where it was refused. */
const Step = ({
  props,
  kind,
  summary,
  label,
  children,
}: {
  readonly props: StepsProps;
  readonly kind: Kind;
  readonly summary: string;
  readonly label: string;
  readonly children?: ReactNode;
}) => {
  const { view, viewer, href, form, sentences } = props;
  const tried = form.text('step') === kind;
  const own = tried ? (sentences.get('reason') ?? []) : [];
  return (
    <details open={tried}>
      <summary>{summary}</summary>
      <form method="post" action={`${href}/step`} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={view.sheet.version} />
        {children}
        <div className="field">
          <label htmlFor={`${kind}-reason`}>
            理由<span className="field__required">必須</span>
          </label>
          <textarea
            id={`${kind}-reason`}
            name="reason"
            rows={3}
            maxLength={reasonLimit}
            className="input input--area"
            defaultValue={tried ? form.text('reason') : ''}
            aria-invalid={own.length > 0 ? true : undefined}
            aria-describedby={own.length > 0 ? `${kind}-problem` : undefined}
          />
          {own.length > 0 && (
            <p className="field__problem" id={`${kind}-problem`}>
              {own.join('')}
            </p>
          )}
        </div>
        <button type="submit" name="step" value={kind} className="button button--quiet">
          {label}
        </button>
      </form>
    </details>
  );
};

const StageSelect = ({
  id,
  label,
  view,
  keys,
}: {
  readonly id: string;
  readonly label: string;
  readonly view: RoundSheetView;
  readonly keys: readonly string[];
}) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <select id={id} name="to" className="input input--medium" defaultValue={keys.at(-1)}>
      {keys.map((key) => (
        <option key={key} value={key}>
          {view.scheme.stages.find((stage) => stage.key === key)?.label ?? key}
        </option>
      ))}
    </select>
  </div>
);

/** 取り戻す, asked once more before it is done; where it is too late, who can help. */
const TakeBack = ({ view, viewer, href }: StepsProps) => {
  const { takeBack, stage } = view;
  if (takeBack === null || stage === null) return null;
  if (takeBack.isBegun)
    return (
      <p className="quiet">
        「{stage.label}」が書き始めているため、取り戻せません。直すことがあれば、「{stage.label}
        」の人に差し戻してもらってください。
      </p>
    );
  return (
    <details>
      <summary>取り戻す（進めたのを取り消す）</summary>
      <form method="post" action={`${href}/step`} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="stageKey" value={takeBack.stage.key} />
        <input type="hidden" name="version" value={view.sheet.version} />
        <p>
          「{stage.label}」はまだ何も書いていません。取り戻すと、このシートは「{takeBack.stage.label}
          」に戻り、また書けます。書いた内容はそのままで、取り戻したことは経過に残ります。
        </p>
        <button type="submit" name="step" value="take-back" className="button button--quiet">
          「{takeBack.stage.label}」に取り戻す
        </button>
      </form>
    </details>
  );
};

/** 差し戻し・開き直し・対象外: whatever goes back asks why. */
export const SheetSteps = (props: StepsProps) => {
  const { view } = props;
  const { sheet, writable, manages, round, scheme, stage } = view;
  if (round.state !== 'open') return null;
  const earlier = sheet.stageKeys.slice(0, sheet.stageIndex);
  const canReturn = stage !== null && earlier.length > 0 && (writable || manages);
  const canReopen = manages && sheet.status === 'final' && sheet.exemption === '';
  const canInclude = manages && sheet.status === 'final' && sheet.exemption !== '';
  const canExempt = manages && stage !== null;
  if (!(view.takeBack !== null || canReturn || canReopen || canInclude || canExempt)) return null;
  return (
    <section className="section" aria-labelledby="back-title">
      <h2 id="back-title">戻す・対象外にする</h2>
      <TakeBack {...props} />
      {canReturn && (
        <Step props={props} kind="return" summary="差し戻す" label="理由を付けて差し戻す">
          <StageSelect id="return-to" label="どの段階へ" view={view} keys={earlier} />
        </Step>
      )}
      {canReopen && (
        <Step
          props={props}
          kind="reopen"
          summary="開き直す（終わったシートを直す）"
          label="理由を付けて開き直す"
        >
          <StageSelect id="reopen-to" label="どの段階から" view={view} keys={sheet.stageKeys} />
        </Step>
      )}
      {canInclude && (
        <Step props={props} kind="include" summary="対象に戻す" label="理由を付けて対象に戻す" />
      )}
      {canExempt && (
        <Step
          props={props}
          kind="exempt"
          summary="対象外にする（評価しない。理由は公開されます）"
          label="理由を付けて対象外にする"
        >
          <div className="field">
            <label htmlFor="exempt-kind">対象外の区分</label>
            <select id="exempt-kind" name="exemption" className="input input--medium">
              {scheme.exemptions.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
              <option value={byHand}>そのほか（理由に書く）</option>
            </select>
          </div>
        </Step>
      )}
    </section>
  );
};
