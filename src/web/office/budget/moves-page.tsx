import type { BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import { may } from '../../../domain/access/may.ts';
import { hasNow } from '../../../domain/budget/check-transfer.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import { leftOf } from '../../../domain/budget/incentive.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import { SelectField, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { BudgetPage, budgetHref, type PageEnv } from './budget-page.tsx';
import { FrameSteps } from './frame-steps.tsx';
import { thousandYen } from './words.ts';

export interface MovesProps extends PageEnv {
  readonly desk: BudgetYearDesk;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const dayOf = (instant: string): string => instant.slice(0, 10);

const Transfers = (page: MovesProps) => {
  const { desk, form, problems, viewer } = page;
  const { context, proposals, transfers } = desk;
  const { fiscalYear, state } = context.year;
  const nameOf = (key: string) => proposals.find(({ proposalKey }) => proposalKey === key)?.name ?? key;
  const mine = proposals.filter(({ unitKey }) =>
    may(viewer.actor, 'budget.allocate', { unitKeys: [unitKey], ancestors: context.ancestors }),
  );
  const isSettled = state === 'settled' || state === 'published';
  const choices = mine.map((proposal) => ({
    value: proposal.proposalKey,
    label: `${proposal.name}（今 ${digits(hasNow(proposal, transfers))}千円）`,
  }));
  return (
    <section className="section" aria-labelledby="transfers-title">
      <h2 id="transfers-title">流用</h2>
      {transfers.length === 0 ? (
        <p className="quiet">
          {isSettled ? 'まだありません。' : '予算を確定した後に、規則のなかでできます。'}
        </p>
      ) : (
        <TableScroll label="流用の経過">
          <table className="table">
            <caption className="visually-hidden">流用の経過</caption>
            <thead>
              <tr>
                <th scope="col">日</th>
                <th scope="col">元</th>
                <th scope="col">先</th>
                <th scope="col" className="number">
                  額（千円）
                </th>
                <th scope="col">理由</th>
                <th scope="col">した人</th>
              </tr>
            </thead>
            <tbody>
              {transfers.map((each) => (
                <tr key={each.transferId}>
                  <td>{dayOf(each.madeAt)}</td>
                  <td>{nameOf(each.fromProposalKey)}</td>
                  <td>{nameOf(each.toProposalKey)}</td>
                  <td className="number">{digits(each.amountThousandYen)}</td>
                  <td>{each.reason}</td>
                  <td>{each.madeBy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {isSettled && mine.length > 1 && (
        <form method="post" action={budgetHref(page, `/${fiscalYear}/moves`)} className="form">
          <CsrfField viewer={viewer} />
          <SelectField form={form} name="fromProposalKey" label="元" choices={choices} />
          <SelectField form={form} name="toProposalKey" label="先" choices={choices} />
          <TextField
            form={form}
            name="amountThousandYen"
            label="額（千円）"
            inputMode="numeric"
            size="medium"
            sentences={fieldSentences(problems)}
            required
          />
          <TextField form={form} name="reason" label="理由" sentences={fieldSentences(problems)} required />
          <button type="submit" name="do" value="transfer" className="button">
            流用する
          </button>
        </form>
      )}
    </section>
  );
};

const Incentive = ({ page, each }: { page: MovesProps; each: MovesProps['desk']['incentives'][number] }) => {
  const { context } = page.desk;
  const { fiscalYear, state } = context.year;
  const left = leftOf(each);
  const mayUse =
    (state === 'preparing' || state === 'notified') &&
    left > 0 &&
    fiscalYear >= each.fiscalYear &&
    fiscalYear <= each.lastFiscalYear &&
    may(page.viewer.actor, 'budget.allocate', { unitKeys: [each.unitKey], ancestors: context.ancestors });
  return (
    <li>
      <b>{each.name}</b>（{context.unitName(each.unitKey)}）: 認めた額 {thousandYen(each.grantedThousandYen)}
      、残り {thousandYen(left)}、{formatFiscalYear(each.lastFiscalYear, 'wareki')}まで
      <FrameSteps steps={each.steps} of={each.name} />
      {mayUse && (
        <form method="post" action={budgetHref(page, `/${fiscalYear}/moves`)} className="inline-form">
          <CsrfField viewer={page.viewer} />
          <input type="hidden" name="incentiveId" value={each.incentiveId} />
          <input type="hidden" name="version" value={each.version} />
          <label htmlFor={`use-${each.incentiveId}`}>使う額（千円）</label>
          <input
            id={`use-${each.incentiveId}`}
            name="amountThousandYen"
            className="input input--short"
            inputMode="numeric"
            autoComplete="off"
          />
          <button type="submit" name="do" value="use" className="button button--quiet button--small">
            枠に足す
          </button>
        </form>
      )}
    </li>
  );
};

const Incentives = (page: MovesProps) => {
  const { desk, form, problems, viewer } = page;
  const { context, incentives } = desk;
  const rule = context.scheme.incentive;
  const { fiscalYear, state } = context.year;
  const isOpen = state === 'preparing' || state === 'notified';
  const sentences = fieldSentences(problems);
  return (
    <section className="section" aria-labelledby="incentives-title">
      <h2 id="incentives-title">節減への還元</h2>
      {incentives.length === 0 ? (
        <p className="quiet">まだありません。</p>
      ) : (
        <ul>
          {incentives.map((each) => (
            <Incentive key={each.incentiveId} page={page} each={each} />
          ))}
        </ul>
      )}
      {rule === null && <p className="quiet">この規則に、還元はありません。</p>}
      {rule !== null && isOpen && may(viewer.actor, 'budget.manage') && (
        <form method="post" action={budgetHref(page, `/${fiscalYear}/moves`)} className="form">
          <CsrfField viewer={viewer} />
          <SelectField
            form={form}
            name="unitKey"
            label="組織"
            choices={context.units
              .filter(({ validTo }) => validTo === null)
              .map(({ unitKey, name }) => ({ value: unitKey, label: name }))}
          />
          <TextField form={form} name="name" label="節減の名前" sentences={sentences} required />
          <TextField
            form={form}
            name="effectThousandYen"
            label="効果額（千円）"
            inputMode="numeric"
            size="medium"
            sentences={sentences}
            required
          />
          {rule.criteria.map(({ key, label, levels }) => (
            <SelectField
              key={key}
              form={form}
              name={`points.${key}`}
              label={label}
              choices={[
                { value: '', label: '選んでください' },
                ...levels.map((level) => ({
                  value: String(level.points),
                  label: `${level.label}（${level.points}点）`,
                })),
              ]}
              sentences={sentences}
            />
          ))}
          <button type="submit" name="do" value="grant" className="button">
            還元を認める
          </button>
        </form>
      )}
    </section>
  );
};

/** 流用と還元. */
export const MovesPage = (page: MovesProps) => {
  const { fiscalYear } = page.desk.context.year;
  const year = formatFiscalYear(fiscalYear, 'wareki');
  return (
    <BudgetPage
      {...page}
      title={`${year}予算の流用と還元`}
      above={[
        { label: '予算', href: budgetHref(page) },
        { label: `${year}予算`, href: budgetHref(page, `/${fiscalYear}`) },
      ]}
    >
      <Transfers {...page} />
      <Incentives {...page} />
    </BudgetPage>
  );
};
