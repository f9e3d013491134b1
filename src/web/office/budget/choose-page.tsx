import type { ProposedChoice } from '../../../app/budget/choose-proposals.ts';
import type { BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import type { StoredProposal } from '../../../db/read-budget.ts';
import { may } from '../../../domain/access/may.ts';
import type { Explained } from '../../../domain/budget/choose/explain-choice.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { CsrfField } from '../layout.tsx';
import { BudgetPage, budgetHref, type PageEnv } from './budget-page.tsx';
import { kindWords, proposalStateWords, signed } from './words.ts';

export interface ChooseProps extends PageEnv {
  readonly desk: BudgetYearDesk;
  readonly proposed: ProposedChoice;
  readonly pool: string;
  readonly problems: readonly Problem[];
}

const worthWords = (hundredths: number): string => String(Math.round(hundredths) / 100);

const fateWords: Readonly<Record<Explained['fate'], string>> = {
  forced: '義務のため入る',
  taken: '入る',
  rejected: '入らない',
};

const nameIn =
  ({ proposals }: BudgetYearDesk) =>
  (key: string): string =>
    proposals.find(({ proposalKey }) => proposalKey === key)?.name ?? key;

/** What stands against it, the strongest first: more money helps only what nothing else shuts out. */
const against = (
  { rivals, missing, lackingThousandYen, worth }: Explained,
  nameOf: (key: string) => string,
): string => {
  const named = (keys: readonly string[]) => keys.map((key) => `「${nameOf(key)}」`).join('、');
  if (rivals.length > 0) return `同じ選択肢の組の${named(rivals)}が入るため入らない。`;
  if (missing.length > 0) return `見合いの財源にする${named(missing)}が入らないため入らない。`;
  if (lackingThousandYen > 0) return `枠があと${digits(lackingThousandYen)}千円あれば入る。`;
  return worth === 0
    ? '価値が付いておらず、その財源がなくても足りるため入らない。'
    : '枠には入るが、入れると価値の合計が小さくなる。';
};

const whyNot = (each: Explained, nameOf: (key: string) => string): string => {
  const { fate, regret } = each;
  if (fate !== 'rejected') return '';
  return `${against(each, nameOf)}枠の価格で見た損得 ${regret > 0 ? '−' : '+'}${worthWords(Math.abs(regret))}`;
};

/** Whether this person may give the proposal what it asks for, now. */
const mayTake = ({ desk: { context }, viewer }: ChooseProps, proposal: StoredProposal): boolean =>
  proposal.state === 'submitted' &&
  context.year.state === 'notified' &&
  may(viewer.actor, 'budget.allocate', { unitKeys: [proposal.unitKey], ancestors: context.ancestors });

const Line = ({ page, each }: { page: ChooseProps; each: Explained }) => {
  const { desk } = page;
  const proposal = desk.proposals.find(({ proposalKey }) => proposalKey === each.key);
  if (proposal === undefined) return null;
  const { context } = desk;
  return (
    <tr>
      <th scope="row">
        {each.fate !== 'rejected' && mayTake(page, proposal) ? (
          <label className="choice">
            <input type="checkbox" name="take" value={`${each.key} ${proposal.version}`} />
            <span>{proposal.name}</span>
          </label>
        ) : (
          proposal.name
        )}
      </th>
      <td>{context.unitName(proposal.unitKey)}</td>
      <td>
        {kindWords[proposal.kind]}
        <span className="budget-note">
          {proposalStateWords[proposal.state]}
          {proposal.alternativeGroup !== '' && `・選択肢の組「${proposal.alternativeGroup}」`}
        </span>
      </td>
      <td className="number">{signed(each.amountThousandYen)}</td>
      <td className="number">{worthWords(each.worth)}</td>
      <td>
        {each.fate === 'forced' && proposal.kind === 'continue' ? '継続のため入る' : fateWords[each.fate]}
        <span className="budget-note">{whyNot(each, nameIn(desk))}</span>
      </td>
    </tr>
  );
};

const Frames = ({ desk, proposed }: ChooseProps) => (
  <section className="section" aria-labelledby="prices-title">
    <h2 id="prices-title">枠の価格</h2>
    <p>
      枠があと千円広がると、価値がどれだけ増えるかの目安です。提案の一部だけを採れるとしたときの値で、義務的な提案は入れたまま計算しています。0の枠は、広げても良くなりません。
    </p>
    <TableScroll label="枠の価格の表">
      <table className="table table--named">
        <caption className="visually-hidden">枠の価格</caption>
        <thead>
          <tr>
            <th scope="col">枠</th>
            <th scope="col" className="number">
              新しく使える額（千円）
            </th>
            <th scope="col" className="number">
              千円あたりの価値
            </th>
          </tr>
        </thead>
        <tbody>
          {proposed.choice.frames.map((frame, at) => (
            <tr key={`${frame.unitKey} ${frame.expenseClass}`}>
              <th scope="row">
                {desk.context.unitName(frame.unitKey)} {desk.context.className(frame.expenseClass)}
              </th>
              <td className="number">{digits(proposed.choice.model.capacities[at] ?? 0)}</td>
              <td className="number">
                {(Math.round(proposed.solved.framePrices[at] ?? 0) / 100).toFixed(2)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  </section>
);

const Others = ({ desk, proposed }: ChooseProps) => {
  const nameOf = nameIn(desk);
  return (
    <section className="section" aria-labelledby="others-title">
      <h2 id="others-title">次に良い組み合わせ</h2>
      {proposed.alternatives.length === 0 ? (
        <p className="quiet">ほかに枠に収まる組み合わせはありません。</p>
      ) : (
        <ol>
          {proposed.alternatives.map((each) => (
            <li key={[...each.added, '/', ...each.dropped].join(' ')}>
              価値 {worthWords(each.worth)}
              {each.isProven ? '' : `（まだ${(each.gap * 100).toFixed(2)}%良いものがあり得ます）`}:{' '}
              {each.added.length > 0 && `加わる: ${each.added.map(nameOf).join('、')}。`}
              {each.dropped.length > 0 && `外れる: ${each.dropped.map(nameOf).join('、')}。`}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const Best = (page: ChooseProps) => {
  const { desk, proposed, viewer } = page;
  const { best, milliseconds } = proposed.solved;
  const here = budgetHref(page, `/${desk.context.year.fiscalYear}/choose`);
  const beyond = proposed.choice.frames.flatMap((frame, at) => {
    const amount = proposed.beyond[at] ?? 0;
    const name = `${desk.context.unitName(frame.unitKey)} ${desk.context.className(frame.expenseClass)}`;
    return amount > 0 ? [`${name}（${digits(amount)}千円）`] : [];
  });
  if (best === null)
    return (
      <p className="notice">
        枠と、見合いの財源・選択肢の組のすべてを守る組み合わせがありません。
        {proposed.together.length === 0
          ? '提案のつながりを確かめてください。'
          : proposed.together.map(
              (keys) =>
                `${keys.map((key) => `「${nameIn(desk)(key)}」`).join('と')}は、どれか一つだけの選択肢の組ですが、どれも外せません（継続か義務）。組を分けるか、どれかを縮小・廃止に書き直してください。`,
            )}
      </p>
    );
  return (
    <>
      {beyond.length > 0 && (
        <div className="notice">
          <p>
            継続と義務の額だけで枠を超えています。その枠はいっぱいとみなし、ほかの枠を計算しました。枠を調整するか、継続の提案を縮小に書き直してください。
          </p>
          <ul>
            {beyond.map((frame) => (
              <li key={frame}>{frame}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        価値の合計 <b>{worthWords(best.worth)}</b>。
        {best.isProven
          ? 'これより良い組み合わせはありません。'
          : `時間のうちに確かめ切れませんでした。まだ${(best.gap * 100).toFixed(2)}%良いものがあり得ます。`}
        （計算 {(milliseconds / 1000).toFixed(1)}秒）
      </p>
      <form method="post" action={here}>
        <CsrfField viewer={viewer} />
        <input type="hidden" name="pool" value={page.pool} />
        <TableScroll label="提案ごとの結果">
          <table className="table table--named">
            <caption>提案ごとの結果（継続は基準年度どおりとして数えています）</caption>
            <thead>
              <tr>
                <th scope="col">提案</th>
                <th scope="col">組織</th>
                <th scope="col">種類</th>
                <th scope="col" className="number">
                  増減（千円）
                </th>
                <th scope="col" className="number">
                  価値
                </th>
                <th scope="col">結果</th>
              </tr>
            </thead>
            <tbody>
              {proposed.explained.map((each) => (
                <Line key={each.key} page={page} each={each} />
              ))}
            </tbody>
          </table>
        </TableScroll>
        {desk.proposals.some((each) => mayTake(page, each)) && (
          <p className="actions">
            <button type="submit" className="button">
              選んだ提案に要求どおり配分する
            </button>
          </p>
        )}
      </form>
      <Others {...page} />
      <Frames {...page} />
    </>
  );
};

/** 組み合わせの検討: what is best by the worth that people gave, and what it costs to have it otherwise. */
export const ChoosePage = (page: ChooseProps) => {
  const { desk, proposed } = page;
  const { fiscalYear } = desk.context.year;
  const year = formatFiscalYear(fiscalYear, 'wareki');
  return (
    <BudgetPage
      {...page}
      title={`${year}予算の組み合わせの検討`}
      above={[
        { label: '予算', href: budgetHref(page) },
        { label: `${year}予算`, href: budgetHref(page, `/${fiscalYear}`) },
      ]}
    >
      <p>
        枠のなかで価値の合計がいちばん大きい組み合わせを示します。決めるのは人です。この画面が自動で配分することはありません。価値は「優先順位」の画面で付けたもの、なければ順位から決めたものです。
      </p>
      <form method="get" action={budgetHref(page, `/${fiscalYear}/choose`)} className="inline-form">
        <label htmlFor="choose-pool">どの枠からも使える共通の財源（千円）</label>
        <input
          id="choose-pool"
          name="pool"
          className="input input--short"
          inputMode="numeric"
          defaultValue={page.pool}
          autoComplete="off"
        />
        <button type="submit" className="button button--quiet">
          計算する
        </button>
      </form>
      {proposed.choice.model.candidates.length === 0 ? (
        <p className="quiet">新規・拡大・縮小・廃止の提案が、まだありません。</p>
      ) : (
        <Best {...page} />
      )}
      {proposed.choice.withoutFrame.length > 0 && (
        <p className="quiet">
          枠のない経費区分の提案{proposed.choice.withoutFrame.length}件は入れていません。
        </p>
      )}
    </BudgetPage>
  );
};
