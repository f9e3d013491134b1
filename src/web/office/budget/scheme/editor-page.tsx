import type { BudgetDesk } from '../../../../app/budget/read-budget-desk.ts';
import type { StoredScheme } from '../../../../db/read-scheme.ts';
import { may } from '../../../../domain/access/may.ts';
import type { BudgetScheme } from '../../../../domain/budget/budget-scheme.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { ProgrammeType } from '../../../../domain/programme/yearly-cycle.ts';
import { CsrfField } from '../../layout.tsx';
import { BudgetPage, budgetHref, type PageEnv } from '../budget-page.tsx';
import { FramesPreview, type FramesPreviewProps } from './frames-preview.tsx';
import { Input, Select } from './inputs.tsx';
import { SchemeFields } from './scheme-fields.tsx';

export interface EditorProps extends PageEnv {
  readonly stored: StoredScheme;
  readonly scheme: BudgetScheme;
  readonly desk: BudgetDesk;
  readonly units: readonly (readonly [key: string, name: string])[];
  readonly types: readonly ProgrammeType[];
  readonly trial: { readonly baseFiscalYear: number; readonly roundKey: string; readonly revenue: string };
  readonly preview: FramesPreviewProps;
  readonly json: string;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
  /** The lock the person read. */
  readonly version: number;
}

const Trial = ({ desk, trial, preview }: EditorProps) => (
  <section className="section" aria-labelledby="trial-title">
    <h2 id="trial-title">町の事業で試算する</h2>
    <p className="quiet">試算は何も保存しません。</p>
    <div className="fields-row">
      <Select
        name="trial.year"
        label="基準年度"
        value={String(trial.baseFiscalYear)}
        choices={desk.baseYears.map((year) => [String(year), formatFiscalYear(year, 'wareki')])}
      />
      <Select
        name="trial.round"
        label="評価"
        value={trial.roundKey}
        choices={[
          ['', 'もとにしない'],
          ...desk.rounds
            .filter(({ target }) => target === 'programme')
            .map(({ roundKey, title }) => [roundKey, title] as const),
        ]}
      />
      <Input name="trial.revenue" label="歳入見込み（千円）" value={trial.revenue} size="input--short" />
    </div>
    <p className="actions">
      <button type="submit" name="do" value="try" className="button button--quiet">
        試算する
      </button>
    </p>
    <div data-preview-result>
      <FramesPreview {...preview} />
    </div>
  </section>
);

const JsonPart = ({ page, mayEdit, href }: { page: EditorProps; mayEdit: boolean; href: string }) => (
  <section className="section" aria-labelledby="json-title">
    <h2 id="json-title">JSON</h2>
    <p>
      <a href={`${href}/scheme.json`}>この版を JSON で受け取る</a>
    </p>
    {mayEdit && (
      <details>
        <summary>JSON から置き換える</summary>
        <form method="post" action={href} className="form">
          <CsrfField viewer={page.viewer} />
          <input type="hidden" name="version" value={page.version} />
          <div className="field">
            <label htmlFor="scheme-json">JSON</label>
            <textarea
              id="scheme-json"
              name="json"
              className="input input--area"
              rows={12}
              defaultValue={page.json}
            />
          </div>
          <button type="submit" name="do" value="json" className="button button--quiet">
            置き換える
          </button>
        </form>
      </details>
    )}
  </section>
);

/** One version of a rule: every part as fields, and what it gives on the town's figures beside it. */
export const EditorPage = (page: EditorProps) => {
  const { stored, viewer } = page;
  const isManager = may(viewer.actor, 'budget.manage');
  const mayEdit = isManager && stored.state === 'draft';
  const href = budgetHref(page, `/schemes/${stored.schemeKey}/${stored.schemeVersion}`);
  return (
    <BudgetPage
      {...page}
      title={`${stored.name}（第${stored.schemeVersion}版${stored.state === 'draft' ? '・下書き' : ''}）`}
      scripts={mayEdit ? ['scheme-preview.js'] : []}
    >
      {page.scheme.source !== undefined && (
        <p className="source">
          出典: {page.scheme.source.publisher}「{page.scheme.source.document}」
        </p>
      )}
      {stored.state === 'adopted' && (
        <p className="notice">採用済みのため、変えられません。変えるときは次の版を作ってください。</p>
      )}
      <form
        method="post"
        action={href}
        className="form budget-scheme"
        data-preview={mayEdit ? `${href}/preview` : undefined}
      >
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={page.version} />
        {/* The first button of a form is the one Enter presses. */}
        {mayEdit && (
          <button type="submit" name="do" value="save" hidden>
            保存する
          </button>
        )}
        <fieldset className="plain" disabled={!mayEdit}>
          <legend className="visually-hidden">枠配分の規則</legend>
          <SchemeFields scheme={page.scheme} units={page.units} types={page.types} />
        </fieldset>
        {mayEdit && (
          <p className="actions">
            <button type="submit" name="do" value="save" className="button">
              下書きを保存する
            </button>
          </p>
        )}
        <Trial {...page} />
      </form>
      {isManager && (
        <form method="post" action={href} className="actions section">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="version" value={page.version} />
          {mayEdit ? (
            <>
              <button type="submit" name="do" value="adopt" className="button">
                保存した下書きを採用する
              </button>
              <button type="submit" name="do" value="discard" className="button button--quiet">
                下書きを破棄する
              </button>
            </>
          ) : (
            <button type="submit" name="do" value="next" className="button button--quiet">
              次の版を作る
            </button>
          )}
        </form>
      )}
      <JsonPart page={page} mayEdit={mayEdit} href={href} />
    </BudgetPage>
  );
};
