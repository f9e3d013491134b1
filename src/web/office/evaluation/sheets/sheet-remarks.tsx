import type { RoundSheetView } from '../../../../app/evaluation/read-round-sheet.ts';
import type { StoredRemark } from '../../../../db/read-evaluation.ts';
import { remarkField } from '../../../../domain/evaluation/remark-due.ts';
import { mayActAt } from '../../../../domain/evaluation/round-rights.ts';
import type { Answers } from '../../../../domain/evaluation/sheet.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Viewer } from '../../../middleware/session.ts';
import { type FieldSentences, fieldId } from '../../forms/field.tsx';
import { CsrfField } from '../../layout.tsx';

const audience = (remark: StoredRemark): string => (remark.audience === 'internal' ? '（内部だけ）' : '');

/** 前の年度までの指摘, on top of the sheet, with the fields of their answers while they are written. */
export const DueRemarks = ({
  view,
  answers,
  sentences,
}: {
  readonly view: RoundSheetView;
  readonly answers: Answers;
  readonly sentences: FieldSentences;
}) => {
  const { due, writable, sheet } = view;
  if (due.length === 0) return null;
  const fillable = writable && sheet.stageIndex === 0;
  return (
    <section className="section" aria-labelledby="due-title">
      <h2 id="due-title">前の年度までの指摘（{due.length}）</h2>
      {fillable && <p>すべてに答えると、提出できます。</p>}
      {due.map((remark) => {
        const name = remarkField(remark.remarkId);
        const own = sentences.get(name) ?? [];
        return (
          <div className="remark" key={remark.remarkId}>
            <p>
              <b>{formatFiscalYear(remark.fiscalYear, 'wareki')}</b>
              {audience(remark)} {remark.body}
            </p>
            {fillable ? (
              <div className="field">
                <label htmlFor={fieldId(name)}>
                  回答<span className="field__required">必須</span>
                </label>
                <textarea
                  id={fieldId(name)}
                  name={name}
                  rows={3}
                  className="input input--area"
                  defaultValue={answers[name] ?? remark.answer}
                  aria-invalid={own.length > 0 ? true : undefined}
                  aria-describedby={own.length > 0 ? `${fieldId(name)}-problem` : undefined}
                />
                {own.length > 0 && (
                  <p className="field__problem" id={`${fieldId(name)}-problem`}>
                    {own.join('')}
                  </p>
                )}
              </div>
            ) : (
              <p className="remark__answer">
                {remark.answer === '' ? 'まだ回答がありません。' : `回答: ${remark.answer}`}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
};

/** Answers outside the sheet's own form: what stayed open on a sheet that is exempt or has gone on. */
const LateAnswers = ({
  view,
  viewer,
  href,
}: {
  readonly view: RoundSheetView;
  readonly viewer: Viewer;
  readonly href: string;
}) => {
  const { due, writable, sheet, scheme, scope, manages, round } = view;
  const first = scheme.stages.find(({ key }) => key === sheet.stageKeys[0]);
  const open = due.filter(({ answer }) => answer === '');
  const own = first !== undefined && mayActAt(viewer.actor, first, sheet.unitKey, scope);
  if (
    round.state !== 'open' ||
    open.length === 0 ||
    (writable && sheet.stageIndex === 0) ||
    !(own || manages)
  )
    return null;
  return open.map((remark) => (
    <form method="post" action={`${href}/step`} className="form" key={remark.remarkId}>
      <CsrfField viewer={viewer} />
      <input type="hidden" name="remarkId" value={remark.remarkId} />
      <div className="field">
        <label htmlFor={`answer-${remark.remarkId}`}>
          {formatFiscalYear(remark.fiscalYear, 'wareki')}の指摘「{remark.body.slice(0, 40)}」への回答
        </label>
        <textarea id={`answer-${remark.remarkId}`} name="answer" rows={3} className="input input--area" />
      </div>
      <button type="submit" name="step" value="answer" className="button button--quiet">
        回答する
      </button>
    </form>
  ));
};

/** 指摘 said in this round, and the form for another. */
export const SaidRemarks = ({
  view,
  viewer,
  href,
}: {
  readonly view: RoundSheetView;
  readonly viewer: Viewer;
  readonly href: string;
}) => {
  const { said, remarkStages, scheme } = view;
  // Who only writes the sheet does not remark on it.
  const stages = remarkStages.filter(({ actor }) => actor !== 'unit-staff');
  if (said.length === 0 && stages.length === 0)
    return <LateAnswers view={view} viewer={viewer} href={href} />;
  const labelOf = (key: string): string => scheme.stages.find((stage) => stage.key === key)?.label ?? '';
  const inside = stages.some(({ actor }) => actor !== 'external-reviewer');
  return (
    <section className="section" aria-labelledby="remarks-title">
      <h2 id="remarks-title">今回の指摘</h2>
      {said.map((remark) => (
        <p className="remark" key={remark.remarkId}>
          <b>{labelOf(remark.stageKey)}</b>
          {audience(remark)} {remark.body}
        </p>
      ))}
      <LateAnswers view={view} viewer={viewer} href={href} />
      {stages.length > 0 && (
        <details>
          <summary>指摘を書く（来年度のシートの一番上に出て、答えるまで残ります）</summary>
          <form method="post" action={`${href}/step`} className="form">
            <CsrfField viewer={viewer} />
            <div className="field">
              <label htmlFor="remark-stage">段階</label>
              <select id="remark-stage" name="stageKey" className="input input--medium">
                {stages.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="remark-body">指摘</label>
              <textarea id="remark-body" name="body" rows={4} className="input input--area" />
            </div>
            <fieldset className="field field--choices">
              <legend>見せる範囲</legend>
              <label className="choice">
                <input type="radio" name="audience" value="public" defaultChecked />
                <span>公開する（回答とともに公開されます）</span>
              </label>
              {inside && (
                <label className="choice">
                  <input type="radio" name="audience" value="internal" />
                  <span>内部だけ（外部評価者にも見せません）</span>
                </label>
              )}
            </fieldset>
            <button type="submit" name="step" value="remark" className="button button--quiet">
              指摘を残す
            </button>
          </form>
        </details>
      )}
    </section>
  );
};
