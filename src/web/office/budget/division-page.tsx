import type { BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import type { StoredProposal } from '../../../db/read-budget.ts';
import { may } from '../../../domain/access/may.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import { answersEvaluation } from '../../../domain/budget/proposal-answers.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import { CsrfField } from '../layout.tsx';
import { BudgetPage, budgetHref, type PageEnv } from './budget-page.tsx';
import { FrameSteps } from './frame-steps.tsx';
import { kindWords, proposalStateWords, signed, thousandYen } from './words.ts';

export interface DivisionProps extends PageEnv {
  readonly desk: BudgetYearDesk;
  /** Whose frame it is. */
  readonly unitKey: string;
  /** What was typed and refused; null: as stored. */
  readonly typed: Form | null;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

export const proposalsOf = (desk: BudgetYearDesk, unitKey: string): readonly StoredProposal[] =>
  desk.proposals.filter((proposal) => desk.context.frameUnitOf(proposal.unitKey) === unitKey);

/** Whether this person gives to the proposal now. */
const decidable = ({ desk, viewer }: DivisionProps, { state, unitKey }: StoredProposal): boolean =>
  desk.context.year.state === 'notified' &&
  state !== 'draft' &&
  may(viewer.actor, 'budget.allocate', { unitKeys: [unitKey], ancestors: desk.context.ancestors });

const OffsetWords = ({
  page,
  proposal,
}: {
  readonly page: DivisionProps;
  readonly proposal: StoredProposal;
}) => {
  const { offsets, proposals } = page.desk;
  const nameOf = (key: string) => proposals.find(({ proposalKey }) => proposalKey === key)?.name ?? key;
  const paidBy = offsets.filter(({ proposalKey }) => proposalKey === proposal.proposalKey);
  const paysFor = offsets.filter(({ freedByKey }) => freedByKey === proposal.proposalKey);
  return (
    <>
      {paidBy.map(({ freedByKey, amountThousandYen }) => (
        <span className="budget-note" key={freedByKey}>
          見合い: {nameOf(freedByKey)} から {digits(amountThousandYen)}
        </span>
      ))}
      {paysFor.map(({ proposalKey, amountThousandYen }) => (
        <span className="budget-note" key={proposalKey}>
          {nameOf(proposalKey)} の財源に {digits(amountThousandYen)}
        </span>
      ))}
    </>
  );
};

const Decide = ({ page, proposal }: { readonly page: DivisionProps; readonly proposal: StoredProposal }) => {
  const { proposalKey, name, kind, obligatory, state } = proposal;
  const field = (part: string) => `${part}.${proposalKey}`;
  const stored =
    state === 'submitted'
      ? String(proposal.requestedGeneralThousandYen)
      : String(proposal.allocatedGeneralThousandYen ?? '');
  const value = (part: string, otherwise: string) =>
    page.typed === null ? otherwise : page.typed.text(field(part));
  const declined = page.typed === null ? state === 'declined' : page.typed.text(field('decline')) === 'yes';
  return (
    <div className="budget-decide">
      <input type="hidden" name="proposalKey" value={proposalKey} />
      <input type="hidden" name={field('version')} value={proposal.version} />
      <input
        name={field('amount')}
        className="input budget-amount"
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${name}の配分（千円）`}
        defaultValue={value('amount', stored)}
        data-budget-class={proposal.expenseClass}
        data-budget-stored={proposal.baseGeneralThousandYen}
      />
      {!obligatory && kind !== 'continue' && (
        <label className="choice">
          <input
            type="checkbox"
            name={field('decline')}
            value="yes"
            defaultChecked={declined}
            data-budget-decline
          />
          <span>見送る</span>
        </label>
      )}
      <input
        name={field('reason')}
        className="input budget-reason"
        autoComplete="off"
        aria-label={`${name}の理由`}
        placeholder="減らす・見送る理由"
        defaultValue={value('reason', proposal.decisionReason)}
      />
    </div>
  );
};

/** Whether this person hands the proposal in now. */
const submittable = ({ desk, viewer }: DivisionProps, { state, unitKey }: StoredProposal): boolean =>
  ['preparing', 'notified'].includes(desk.context.year.state) &&
  state === 'draft' &&
  may(viewer.actor, 'budget.propose', { unitKeys: [unitKey], ancestors: desk.context.ancestors });

const submitForm = 'submit-proposals';

/** What the evaluation said; where the proposal goes another way, in words. */
const Evaluation = ({ kind, evaluationWord, evaluationClass }: StoredProposal) => (
  <>
    {evaluationWord === '' ? '—' : evaluationWord}
    {!answersEvaluation({ kind, evaluationClass }) && (
      <span className="budget-differs">提案は{kindWords[kind]}</span>
    )}
  </>
);

const Row = ({ page, proposal }: { readonly page: DivisionProps; readonly proposal: StoredProposal }) => {
  const { desk } = page;
  const { context } = desk;
  const { proposalKey, name, kind, state } = proposal;
  const base = proposal.baseGeneralThousandYen;
  const asked = proposal.requestedGeneralThousandYen;
  const mayDecide = decidable(page, proposal);
  const number = desk.programmes.get(proposal.programmeKey ?? '')?.number ?? '';
  return (
    <tr>
      <th scope="row">
        <a href={budgetHref(page, `/${context.year.fiscalYear}/proposals/${proposalKey}`)}>
          {number} {name}
        </a>
        <span className="budget-note">
          {context.unitName(proposal.unitKey)}・{context.className(proposal.expenseClass)}
          {proposal.obligatory && '・義務'}
          {proposal.settledIn === 'implementation-plan' && '・実施計画で確定'}
        </span>
      </th>
      <td>
        {kindWords[kind]}
        <span className="budget-note">{proposalStateWords[state]}</span>
        {submittable(page, proposal) && (
          <label className="choice">
            <input
              type="checkbox"
              name="submit"
              form={submitForm}
              value={`${proposalKey} ${proposal.version}`}
              aria-label={`${name}を提出する`}
              defaultChecked
            />
            <span>提出する</span>
          </label>
        )}
      </td>
      <td>
        <Evaluation {...proposal} />
      </td>
      <td className="number">{digits(base)}</td>
      <td className="number">
        {digits(asked)}
        <span className="budget-note">{signed(asked - base)}</span>
      </td>
      <td>
        {proposal.divisionPriority ?? '—'} / {proposal.planningPriority ?? '—'}
        <OffsetWords page={page} proposal={proposal} />
      </td>
      <td className="number">
        {mayDecide ? (
          <Decide page={page} proposal={proposal} />
        ) : (
          <>
            {proposal.allocatedGeneralThousandYen === null
              ? '未定'
              : digits(proposal.allocatedGeneralThousandYen)}
            {proposal.decisionReason !== '' && <span className="budget-note">{proposal.decisionReason}</span>}
          </>
        )}
      </td>
    </tr>
  );
};

const Balance = (page: DivisionProps) => {
  const { desk, unitKey } = page;
  const uses = desk.uses.filter((use) => use.unitKey === unitKey);
  // What is decided elsewhere in the same frame and cannot be typed on this page.
  const elsewhere = (expenseClass: string): number =>
    proposalsOf(desk, unitKey)
      .filter((proposal) => proposal.expenseClass === expenseClass && !decidable(page, proposal))
      .reduce((sum, each) => sum + (each.allocatedGeneralThousandYen ?? 0), 0);
  return (
    <section className="section budget-balance" aria-labelledby="balance-title" aria-live="polite">
      <h2 id="balance-title">枠の残り</h2>
      <ul>
        {uses.map((use) => {
          const frame = desk.frames.find(
            (each) => each.unitKey === unitKey && each.expenseClass === use.expenseClass,
          );
          return (
            <li key={use.expenseClass}>
              <b>{desk.context.className(use.expenseClass)}</b>: 枠 {thousandYen(use.frameThousandYen)}、要求{' '}
              {thousandYen(use.requestedThousandYen)}、配分{' '}
              <span data-budget-sum={use.expenseClass}>{thousandYen(use.allocatedThousandYen)}</span>、残り{' '}
              <strong
                data-budget-left={use.expenseClass}
                data-budget-frame={use.frameThousandYen}
                data-budget-elsewhere={elsewhere(use.expenseClass)}
              >
                {thousandYen(use.leftThousandYen)}
              </strong>
              {frame !== undefined && (
                <FrameSteps steps={frame.steps} of={desk.context.className(use.expenseClass)} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** 部のページ: the frame, its proposals with what the evaluation said, and what is given to each. */
export const DivisionPage = (page: DivisionProps) => {
  const { desk, unitKey, viewer } = page;
  const { context } = desk;
  const { fiscalYear, state } = context.year;
  const own = proposalsOf(desk, unitKey);
  const year = formatFiscalYear(fiscalYear, 'wareki');
  const here = budgetHref(page, `/${fiscalYear}/units/${unitKey}`);
  const isOpen = state === 'preparing' || state === 'notified';
  const drafts = own.filter((each) => submittable(page, each));
  const differing = own.filter((each) => !answersEvaluation(each));
  const decides = own.some((each) => decidable(page, each));
  const mayPropose =
    isOpen && may(viewer.actor, 'budget.propose', { unitKeys: [unitKey], ancestors: context.ancestors });
  const table = (
    <TableScroll label="提案（一般財源、千円）">
      <table className="table table--named budget-table">
        <caption>提案（一般財源、千円）</caption>
        <thead>
          <tr>
            <th scope="col">提案</th>
            <th scope="col">種類</th>
            <th scope="col">評価</th>
            <th scope="col" className="number">
              {formatFiscalYear(context.year.baseFiscalYear, 'wareki')}（基準）
            </th>
            <th scope="col" className="number">
              要求
            </th>
            <th scope="col">順位（部 / 企画）と見合い</th>
            <th scope="col" className="number">
              配分
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map((proposal) => (
            <Row key={proposal.proposalKey} page={page} proposal={proposal} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
  return (
    <BudgetPage
      {...page}
      title={`${context.unitName(unitKey)}の配分枠（${year}）`}
      above={[
        { label: '予算', href: budgetHref(page) },
        { label: `${year}予算`, href: budgetHref(page, `/${fiscalYear}`) },
      ]}
      scripts={decides ? ['budget-balance.js'] : []}
    >
      <Balance {...page} />
      {differing.length > 0 && (
        <p>
          <b>評価と向きの違う提案が{differing.length}件あります。</b>
          「評価」の欄に「提案は…」と示しています。
          {isOpen && '種類を直すか、違う理由を提案に書いてください。'}
        </p>
      )}
      {own.length === 0 ? (
        <div className="empty">
          <p className="empty__title">まだ提案がありません</p>
        </div>
      ) : decides ? (
        <form method="post" action={here} data-budget-form>
          <CsrfField viewer={viewer} />
          {table}
          <p className="actions">
            <button type="submit" name="do" value="allocate" className="button">
              枠のなかで配分する
            </button>
          </p>
          <p className="quiet">
            合計が枠を超えると、どこでいくら超えたかを示して、何も保存しません。額を空けると未定に戻ります。
          </p>
        </form>
      ) : (
        table
      )}
      {drafts.length > 0 && (
        <form method="post" action={here} id={submitForm} className="section">
          <CsrfField viewer={viewer} />
          <p className="actions">
            <button type="submit" name="do" value="submit" className="button">
              印を付けた提案を提出する
            </button>
          </p>
          <p className="quiet">
            下書き{drafts.length}
            件のうち、表で「提出する」に印のあるものを提出します。提出した提案は、決まるまで取り戻せます。
          </p>
        </form>
      )}
      {mayPropose && (
        <p>
          <a href={budgetHref(page, `/${fiscalYear}/proposals/new?unit=${unitKey}`)}>新しい提案を書く</a>
        </p>
      )}
    </BudgetPage>
  );
};
