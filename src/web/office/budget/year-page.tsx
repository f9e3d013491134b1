import type { FramesOfYear } from '../../../app/budget/compute-year-frames.ts';
import type { BudgetDesk, BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import { may } from '../../../domain/access/may.ts';
import { newAgainstCut } from '../../../domain/budget/balance.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import { CsrfField } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { BudgetPage, budgetHref, type PageEnv } from './budget-page.tsx';
import { FramesTable } from './frames-table.tsx';
import { leftOutWords, thousandYen, yearStateWords } from './words.ts';
import { YearFields } from './year-fields.tsx';

export interface YearPageProps extends PageEnv {
  readonly desk: BudgetYearDesk;
  /** What the year may rest on; null: it may not be changed by this person, or any more. */
  readonly setup: { readonly desk: BudgetDesk; readonly form: Form } | null;
  /** What the rules give now; null: not asked for (frames are notified). */
  readonly computed: FramesOfYear | null;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
  /** 編成の途中の公表 as typed, where it was refused. */
  readonly making: Form | undefined;
}

/** One button with what it does beside it. */
const Step = ({
  page,
  action,
  label,
  words,
  quiet = false,
}: {
  readonly page: YearPageProps;
  readonly action: string;
  readonly label: string;
  readonly words: string;
  readonly quiet?: boolean;
}) => (
  <form
    method="post"
    action={budgetHref(page, `/${page.desk.context.year.fiscalYear}`)}
    className="budget-step"
  >
    <CsrfField viewer={page.viewer} />
    <input type="hidden" name="version" value={page.desk.context.year.version} />
    <button type="submit" name="do" value={action} className={quiet ? 'button button--quiet' : 'button'}>
      {label}
    </button>
    <span>{words}</span>
  </form>
);

const Publish = (page: YearPageProps) => {
  const { editions, context } = page.desk;
  return (
    <form method="post" action={budgetHref(page, `/${context.year.fiscalYear}`)} className="form">
      <CsrfField viewer={page.viewer} />
      <input type="hidden" name="version" value={context.year.version} />
      {editions.length > 0 && (
        <div className="field">
          <label htmlFor="publish-reason">版を重ねる理由</label>
          <input id="publish-reason" name="reason" className="input input--wide" autoComplete="off" />
        </div>
      )}
      <button type="submit" name="do" value="publish" className="button">
        {editions.length === 0 ? '公表する' : '次の版を公表する'}
      </button>
      <p className="quiet">
        枠と計算、提案ごとの評価・要求・配分・理由が、公開画面とデータに出ます。公表した版は残ります。
      </p>
    </form>
  );
};

/** 編成の途中の公表: before anything is allocated. */
const PublishInMaking = (page: YearPageProps) => {
  const { editions, context } = page.desk;
  const { making } = page;
  return (
    <details className="section" open={making !== undefined}>
      <summary>編成の途中を公表する</summary>
      <form method="post" action={budgetHref(page, `/${context.year.fiscalYear}`)} className="form">
        <CsrfField viewer={page.viewer} />
        <input type="hidden" name="version" value={context.year.version} />
        <div className="field">
          <label htmlFor="making-note">読む人への注記</label>
          <textarea
            id="making-note"
            name="note"
            className="input input--wide"
            rows={3}
            defaultValue={making?.text('note')}
          />
        </div>
        {editions.length > 0 && (
          <div className="field">
            <label htmlFor="making-reason">版を重ねる理由</label>
            <input
              id="making-reason"
              name="reason"
              className="input input--wide"
              autoComplete="off"
              defaultValue={making?.text('reason')}
            />
          </div>
        )}
        <button type="submit" name="do" value="publish-making" className="button button--quiet">
          編成の途中を公表する
        </button>
        <p className="quiet">
          事業ごとの公表済みの評価と基準年度の額、提出された要求が、公開画面とデータに出ます。下書き、枠、配分は出ません。
        </p>
      </form>
    </details>
  );
};

const Steps = (page: YearPageProps) => {
  const { state } = page.desk.context.year;
  const hasFrames = page.desk.frames.length > 0;
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">進める</h2>
      {state === 'preparing' && (
        <Step
          page={page}
          action="compute"
          label={hasFrames ? '枠を計算し直す' : '枠を計算する'}
          words="基準年度の事業の額と規則から計算します。人の調整は残ります。"
          quiet={hasFrames}
        />
      )}
      {(state === 'preparing' || state === 'notified') && (
        <Step
          page={page}
          action="seed"
          label="事業から提案を作る"
          words="提案のない事業ごとに、評価の方向どおりの提案の下書きを作ります。額は、規則が方向に率を決めていればその率で、なければ基準年度と同じ額の継続です。何度押しても増えません。"
          quiet
        />
      )}
      {state === 'preparing' && hasFrames && (
        <Step
          page={page}
          action="notify"
          label="配分枠を通知する"
          words="部長・課長の「やること」とメールに出ます。通知の後は計算し直せません（調整はできます）。"
        />
      )}
      {state === 'notified' && (
        <Step
          page={page}
          action="settle"
          label="予算を確定する"
          words="すべての提案が決まり、枠に収まっていると確定できます。確定の後は流用だけができます。"
        />
      )}
      {state === 'notified' && <PublishInMaking {...page} />}
      {(state === 'settled' || state === 'published') && <Publish {...page} />}
    </section>
  );
};

const LeftOut = ({ computed }: { readonly computed: FramesOfYear }) =>
  computed.leftOut.length === 0 ? null : (
    <details className="section">
      <summary>枠の計算に入っていない事業（{computed.leftOut.length}件）</summary>
      <p>額や組織が分からない事業は、推し量らずに外しています。事業の画面で入れると計算に入ります。</p>
      <ul>
        {computed.leftOut.map(({ programmeKey, number, name, why }) => (
          <li key={programmeKey}>
            {number} {name}（{leftOutWords[why]}）
          </li>
        ))}
      </ul>
    </details>
  );

const Totals = ({ desk, computed }: Pick<YearPageProps, 'desk' | 'computed'>) => {
  const { year } = desk.context;
  const isDecided = year.state === 'settled' || year.state === 'published';
  const balance = newAgainstCut(desk.proposals, isDecided ? 'allocated' : 'requested');
  const drafts = desk.proposals.filter(({ state }) => state === 'draft').length;
  const waiting = desk.proposals.filter(({ state }) => state === 'submitted').length;
  return (
    <dl className="facts facts--row">
      <div>
        <dt>状態</dt>
        <dd>{yearStateWords[year.state]}</dd>
      </div>
      <div>
        <dt>歳入見込み</dt>
        <dd>{year.revenueThousandYen === null ? '未定' : thousandYen(year.revenueThousandYen)}</dd>
      </div>
      <div>
        <dt>提案</dt>
        <dd>
          {desk.proposals.length}件（下書き{drafts}、提出済み{waiting}）
        </dd>
      </div>
      <div>
        <dt>{isDecided ? '増やした額' : '増やす要求'}</dt>
        <dd>{thousandYen(balance.addedThousandYen)}</dd>
      </div>
      <div>
        <dt>{isDecided ? '減らした額' : '減らす提案'}</dt>
        <dd>{thousandYen(balance.cutThousandYen)}</dd>
      </div>
      {computed !== null && computed.undistributedThousandYen > 0 && (
        <div>
          <dt>配られずに残る額</dt>
          <dd>{thousandYen(computed.undistributedThousandYen)}</dd>
        </div>
      )}
      {computed !== null && computed.beyondRevenueThousandYen > 0 && (
        <div>
          <dt>歳入見込みを超える義務的な経費</dt>
          <dd>{thousandYen(computed.beyondRevenueThousandYen)}</dd>
        </div>
      )}
    </dl>
  );
};

/** One budget year: its frames, how far it is, and what comes next. */
export const YearPage = (page: YearPageProps) => {
  const { desk, setup, computed, problems, viewer, town } = page;
  const { year, scheme } = desk.context;
  const below = (path: string) => budgetHref(page, `/${year.fiscalYear}${path}`);
  const name = formatFiscalYear(year.fiscalYear, 'wareki');
  return (
    <BudgetPage
      {...page}
      title={`${name}予算`}
      publicHref={desk.editions.length > 0 ? `/m/${town.municipality}/budgets/${year.fiscalYear}` : undefined}
    >
      <nav aria-label={`${name}予算の画面`}>
        <ul className="section-nav">
          <li>
            <a href={below('/allocation')}>配分の一覧</a>
          </li>
          <li>
            <a href={below('/priorities')}>優先順位</a>
          </li>
          <li>
            <a href={below('/choose')}>組み合わせの検討</a>
          </li>
          <li>
            <a href={below('/moves')}>流用と還元</a>
          </li>
        </ul>
      </nav>
      <Totals desk={desk} computed={computed} />
      <p className="quiet">
        規則: <a href={budgetHref(page, `/schemes/${year.schemeKey}/${year.schemeVersion}`)}>{scheme.name}</a>
        {'　'}基準年度: {formatFiscalYear(year.baseFiscalYear, 'wareki')}
      </p>
      {year.note !== '' && <p>{year.note}</p>}
      {desk.frames.length === 0 ? (
        <div className="empty">
          <p className="empty__title">まだ枠を計算していません</p>
        </div>
      ) : (
        <FramesTable {...page} />
      )}
      {computed !== null && <LeftOut computed={computed} />}
      {may(viewer.actor, 'budget.manage') && <Steps {...page} />}
      {setup !== null && (
        <section className="section" aria-labelledby="setup-title">
          <h2 id="setup-title">年度の設定</h2>
          <details
            open={problems.some(({ path }) => path[0] === 'schemeKey' || path[0] === 'baseFiscalYear')}
          >
            <summary>規則・基準年度・評価・歳入見込みを変える</summary>
            <form method="post" action={below('')} className="form section">
              <CsrfField viewer={viewer} />
              <input type="hidden" name="version" value={year.version} />
              <YearFields form={setup.form} desk={setup.desk} sentences={fieldSentences(problems)} />
              <button type="submit" name="do" value="change" className="button button--quiet">
                変える
              </button>
            </form>
          </details>
        </section>
      )}
    </BudgetPage>
  );
};
