import type { BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import type { StoredProposal } from '../../../db/read-budget.ts';
import { may } from '../../../domain/access/may.ts';
import { proposalKinds } from '../../../domain/budget/budget.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import { freedBy } from '../../../domain/budget/offsets.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { BudgetPage, budgetHref, type PageEnv } from './budget-page.tsx';
import { laterYearsOf } from './proposal-form.ts';
import { kindWords, proposalStateWords, settledInWords, thousandYen } from './words.ts';

export interface ProposalProps extends PageEnv {
  readonly desk: BudgetYearDesk;
  /** null: a new one */
  readonly proposal: StoredProposal | null;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const amount = (label: string, name: string, hint?: string) => ({
  name,
  label,
  ...(hint === undefined ? {} : { hint }),
  inputMode: 'numeric' as const,
  size: 'medium' as const,
});

/** What may give way: reductions of the same frame, with what of each is still free. */
const Offsets = ({ desk, proposal, form }: ProposalProps) => {
  const { frameUnitOf } = desk.context;
  const unit = frameUnitOf(form.text('unitKey'));
  const freeing = desk.proposals.filter(
    (each) =>
      each.proposalKey !== proposal?.proposalKey && freedBy(each) > 0 && frameUnitOf(each.unitKey) === unit,
  );
  return (
    <fieldset className="field">
      <legend>見合いの財源（何を減らして行うか）</legend>
      {freeing.length === 0 ? (
        <p className="quiet">
          この部に、縮小・廃止の提案はまだありません。先にそれを保存すると、ここで選べます。
        </p>
      ) : (
        freeing.map((each) => {
          const used = desk.offsets
            .filter(
              ({ freedByKey, proposalKey }) =>
                freedByKey === each.proposalKey && proposalKey !== proposal?.proposalKey,
            )
            .reduce((sum, { amountThousandYen }) => sum + amountThousandYen, 0);
          return (
            <TextField
              key={each.proposalKey}
              form={form}
              {...amount(
                `${each.name}（${kindWords[each.kind]}）から使う額（千円）`,
                `offset.${each.proposalKey}`,
                `浮く額 ${digits(freedBy(each))}、ほかで使う額 ${digits(used)}、残り ${digits(freedBy(each) - used)}`,
              )}
            />
          );
        })
      )}
    </fieldset>
  );
};

const Fields = (page: ProposalProps & { readonly readOnly: boolean }) => {
  const { desk, form, problems, proposal, viewer, readOnly } = page;
  const { context } = desk;
  const { fiscalYear } = context.year;
  const sentences = fieldSentences(problems);
  const common = { form, sentences, readOnly };
  const mine = context.units.filter(
    ({ unitKey, validTo }) =>
      unitKey === form.text('unitKey') ||
      (validTo === null &&
        may(viewer.actor, 'budget.propose', { unitKeys: [unitKey], ancestors: context.ancestors })),
  );
  return (
    <>
      <TextField {...common} name="name" label="名前" required />
      <ChoiceGroup
        form={form}
        sentences={sentences}
        name="kind"
        label="種類"
        kind="radio"
        choices={proposalKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
      />
      <div className="fields-row">
        <SelectField
          form={form}
          sentences={sentences}
          name="unitKey"
          label="組織"
          choices={mine.map(({ unitKey, name }) => ({ value: unitKey, label: name }))}
        />
        <SelectField
          form={form}
          sentences={sentences}
          name="expenseClass"
          label="経費区分"
          choices={context.scheme.expenseClasses.map(({ key, label }) => ({ value: key, label }))}
        />
      </div>
      {proposal === null && (
        <SelectField
          form={form}
          sentences={sentences}
          name="programmeKey"
          label="もとになる事業"
          choices={[
            { value: '', label: 'まだ事業になっていない新しい取り組み' },
            ...[...desk.programmes]
              .filter(([key]) => !desk.proposals.some(({ programmeKey }) => programmeKey === key))
              .map(([key, { number, name }]) => ({ value: key, label: `${number} ${name}` })),
          ]}
        />
      )}
      {proposal !== null && <input type="hidden" name="programmeKey" value={proposal.programmeKey ?? ''} />}
      <div className="fields-row">
        <TextField
          {...common}
          {...amount(
            `${formatFiscalYear(context.year.baseFiscalYear, 'wareki')}の額（千円）`,
            'baseGeneralThousandYen',
          )}
        />
        <TextField {...common} {...amount('要求額（千円）', 'requestedThousandYen')} required />
        <TextField {...common} {...amount('うち一般財源（千円）', 'requestedGeneralThousandYen')} required />
      </div>
      <TextArea
        {...common}
        name="reason"
        label="理由・費用対効果"
        hint="なぜ新しくする・広げる・縮める・やめるのか"
        rows={4}
      />
      <Offsets {...page} />
      <details open={context.scheme.proposals.endYearFor.length > 0 || problems.length > 0}>
        <summary>終期と後年度の額</summary>
        <div className="section">
          <TextField
            {...common}
            name="endFiscalYear"
            label="終期（年度）"
            hint="西暦で。続けるものは空けておきます"
            inputMode="numeric"
            size="short"
          />
          <div className="fields-row">
            {laterYearsOf(fiscalYear).map((year) => (
              <TextField
                key={year}
                {...common}
                {...amount(`${formatFiscalYear(year, 'wareki')}（千円）`, `later.${year}`)}
              />
            ))}
          </div>
        </div>
      </details>
      <details>
        <summary>順位・選択肢・義務</summary>
        <div className="section">
          <TextField
            {...common}
            name="divisionPriority"
            label="部の優先順位"
            hint="1がいちばん先"
            inputMode="numeric"
            size="short"
          />
          <TextField
            {...common}
            name="alternativeGroup"
            label="選択肢の組"
            hint="同じ名前の組からは一つだけが選ばれます"
            size="medium"
          />
          <ChoiceGroup
            form={form}
            name="obligatory"
            label="義務"
            choices={[{ value: 'yes', label: '義務的な経費（見送れない）' }]}
          />
        </div>
      </details>
    </>
  );
};

/** 一つの提案. */
export const ProposalPage = (page: ProposalProps) => {
  const { desk, proposal, viewer, form } = page;
  const { context } = desk;
  const { fiscalYear, state } = context.year;
  const year = formatFiscalYear(fiscalYear, 'wareki');
  const unitKey = context.frameUnitOf(form.text('unitKey'));
  const mayWrite =
    (state === 'preparing' || state === 'notified') &&
    may(viewer.actor, 'budget.propose', { unitKeys: [form.text('unitKey')], ancestors: context.ancestors });
  const isDraft = proposal === null || proposal.state === 'draft';
  const action = budgetHref(page, `/${fiscalYear}/proposals/${proposal?.proposalKey ?? 'new'}`);
  return (
    <BudgetPage
      {...page}
      title={proposal === null ? '新しい提案' : proposal.name}
      above={[
        { label: '予算', href: budgetHref(page) },
        { label: `${year}予算`, href: budgetHref(page, `/${fiscalYear}`) },
        { label: context.unitName(unitKey), href: budgetHref(page, `/${fiscalYear}/units/${unitKey}`) },
      ]}
    >
      {proposal !== null && (
        <p>
          {kindWords[proposal.kind]}・{proposalStateWords[proposal.state]}・
          {settledInWords[proposal.settledIn]}
          {proposal.allocatedGeneralThousandYen !== null &&
            `・配分 ${thousandYen(proposal.allocatedGeneralThousandYen)}`}
        </p>
      )}
      {proposal !== null && proposal.evaluationWord !== '' && (
        <p className="notice">評価は「{proposal.evaluationWord}」としました。額は評価では変わりません。</p>
      )}
      {proposal !== null && proposal.decisionReason !== '' && <p>決めた理由: {proposal.decisionReason}</p>}
      {mayWrite && !isDraft && (
        <form method="post" action={action} className="actions">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="version" value={proposal?.version ?? 0} />
          <p>
            {proposal?.state === 'submitted'
              ? '提出済みです。書き直すときは、取り戻してください。'
              : '配分が決まっています。書き直すときは、配分する人に未定へ戻してもらってください。'}
          </p>
          {proposal?.state === 'submitted' && (
            <button type="submit" name="do" value="draft" className="button button--quiet">
              取り戻す
            </button>
          )}
        </form>
      )}
      <form method="post" action={action} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={proposal?.version ?? 0} />
        <Fields {...page} readOnly={!mayWrite || !isDraft} />
        {mayWrite && isDraft && (
          <p className="actions">
            <button type="submit" name="do" value="save" className="button">
              保存する
            </button>
            {proposal !== null && (
              <button type="submit" name="do" value="remove" className="button button--quiet">
                この提案を消す
              </button>
            )}
          </p>
        )}
      </form>
    </BudgetPage>
  );
};
