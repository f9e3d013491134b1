import type { ImplementationDesk } from '../../../app/implementation/read-implementation.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { tableYen } from '../../text/yen.ts';
import { CsrfField } from '../layout.tsx';
import { modeNames } from './implementation-words.data.ts';
import { periodText } from './list-page.tsx';
import { PlanLayout, stateText } from './plan-layout.tsx';
import { TotalsTable } from './totals-table.tsx';

export interface OverviewPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: ImplementationDesk;
  readonly mayManage: boolean;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

const mostChecks = 50;

const Checks = ({ desk }: Pick<OverviewPageProps, 'desk'>) =>
  desk.problems.length === 0 ? (
    <p>気になるところはありません。</p>
  ) : (
    <>
      <ul className="plain-bullets">
        {desk.problems.slice(0, mostChecks).map((problem) => (
          <li key={`${problem.code} ${problem.path.join(' ')} ${problem.params?.fiscalYear ?? ''}`}>
            {problemSentence(problem)}
          </li>
        ))}
      </ul>
      {desk.problems.length > mostChecks && (
        <p className="quiet">ほかに{desk.problems.length - mostChecks}件あります。</p>
      )}
    </>
  );

const Corrections = ({ desk }: Pick<OverviewPageProps, 'desk'>) => {
  const names = new Map(desk.programmes.map(({ programmeKey, name }) => [programmeKey, name]));
  const rows = [...desk.cells.values()]
    .flatMap((cell) =>
      cell.corrections.map((correction, at) => ({
        ...correction,
        before: cell.corrections[at - 1]?.amountThousandYen ?? cell.original?.amountThousandYen ?? null,
      })),
    )
    .toSorted((a, b) => b.correction - a.correction);
  return (
    <section className="section" aria-labelledby="corrections-title">
      <h2 id="corrections-title">補正</h2>
      <TableScroll label="補正の一覧">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">補正</th>
              <th scope="col">事業</th>
              <th scope="col">年度</th>
              <th scope="col" className="table__number">
                前の額（千円）
              </th>
              <th scope="col" className="table__number">
                補正後（千円）
              </th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.correction} ${row.programmeKey} ${row.fiscalYear}`}>
                <td className="table__nowrap">第{row.correction}次</td>
                <th scope="row">{names.get(row.programmeKey) ?? row.programmeKey}</th>
                <td className="table__nowrap">{formatFiscalYear(row.fiscalYear, 'wareki')}</td>
                <td className="table__number">{row.before === null ? '—' : tableYen(row.before)}</td>
                <td className="table__number">{tableYen(row.amountThousandYen)}</td>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};

interface StepProps {
  readonly page: OverviewPageProps;
  readonly step: string;
  readonly label: string;
  /** What happens when it is pressed. */
  readonly about: string;
  readonly quiet?: boolean;
}

const Step = ({ page: { town, viewer, desk }, step, label, about, quiet = false }: StepProps) => {
  const { startFiscalYear, version, title, years, mode } = desk.plan;
  const next = { startFiscalYear: startFiscalYear + (mode === 'rolling' ? 1 : years), years };
  return (
    <form
      method="post"
      action={`/m/${town.municipality}/office/implementation/${startFiscalYear}/${step}`}
      className="implementation-step"
    >
      <CsrfField viewer={viewer} />
      <input type="hidden" name="version" value={version} />
      {step === 'roll' && (
        <div className="field">
          <label htmlFor="roll-title">次の計画の名前</label>
          <input
            id="roll-title"
            name="title"
            className="input input--medium"
            defaultValue={`${title.replace(/（.*）$/u, '')}（${periodText(next)}）`}
            autoComplete="off"
          />
        </div>
      )}
      <p>{about}</p>
      <button type="submit" className={quiet ? 'button button--quiet' : 'button'}>
        {label}
      </button>
    </form>
  );
};

const Steps = ({ page }: { readonly page: OverviewPageProps }) => {
  const { state, mode, startFiscalYear } = page.desk.plan;
  const sheet = `/m/${page.town.municipality}/office/implementation/${startFiscalYear}/sheet`;
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">次にすること</h2>
      {state === 'draft' && (
        <>
          <Step
            page={page}
            step="settle"
            label="確定する"
            about="確定すると、ハード事業の額が予算編成に渡ります。額は補正でだけ変わり、はじめの額は残ります。"
          />
          <Step
            page={page}
            step="discard"
            label="破棄する"
            about="この下書きを消します。元には戻せません。"
            quiet
          />
        </>
      )}
      {state === 'settled' && (
        <Step
          page={page}
          step="publish"
          label="公表する"
          about="いまの額と補正の理由を、市民の画面と CSV に出します。公表したものは変わらず、次の公表は改版になります。"
        />
      )}
      {state !== 'draft' && mode === 'fixed' && (
        <p>
          額を変えるときは、<a href={sheet}>額の表</a>に理由とともに入力します（補正）。
        </p>
      )}
      {state !== 'draft' && (
        <Step
          page={page}
          step="roll"
          label="次の計画へ送る"
          about={
            mode === 'rolling'
              ? '翌年度に始まる下書きを作り、重なる年度の額を写します。'
              : 'この計画の年度が終わった次の期間の下書きを、空で作ります。'
          }
          quiet
        />
      )}
    </section>
  );
};

/** One plan: sums, checks, corrections, and what comes next. */
export const OverviewPage = (page: OverviewPageProps) => {
  const { town, viewer, desk, mayManage, problems, notice } = page;
  const { plan } = desk;
  const units = new Map(desk.units.map(({ unitKey, name }) => [unitKey, name]));
  const unitOf = new Map(desk.programmes.map(({ programmeKey, unitKey }) => [programmeKey, unitKey]));
  const types = new Map(desk.types.map(({ key, label }) => [key, label]));
  const typeOf = new Map(desk.programmes.map(({ programmeKey, typeKey }) => [programmeKey, typeKey]));
  const titles = new Map([...desk.items.values()].flat().map(({ key, title }) => [key, title]));
  const base = `/m/${town.municipality}/office/implementation/${plan.startFiscalYear}`;
  const one = (key: string | null | undefined) => (key === null || key === undefined ? [] : [key]);
  return (
    <PlanLayout plan={plan} page="overview" {...{ town, viewer, problems, notice }}>
      <dl className="facts facts--row">
        <div>
          <dt>年度</dt>
          <dd>{periodText(plan)}</dd>
        </div>
        <div>
          <dt>更新のしかた</dt>
          <dd>{modeNames[plan.mode]}</dd>
        </div>
        <div>
          <dt>状態</dt>
          <dd>{stateText(plan)}</dd>
        </div>
      </dl>
      {plan.note !== '' && <p className="section__text">{plan.note}</p>}
      {mayManage && <Steps page={page} />}
      <section className="section" aria-labelledby="unit-title">
        <h2 id="unit-title">担当ごとの合計（千円）</h2>
        {desk.cells.size === 0 ? (
          <p className="quiet">額はまだありません。</p>
        ) : (
          <TotalsTable
            desk={desk}
            head="担当"
            groupsOf={(key) => one(unitOf.get(key))}
            nameOf={(key) => (key === '' ? '担当なし' : (units.get(key) ?? key))}
            hrefOf={(key) => `${base}/sheet?unit=${encodeURIComponent(key === '' ? 'none' : key)}`}
            addsUp
          />
        )}
      </section>
      {desk.cells.size > 0 && desk.types.length > 0 && (
        <section className="section" aria-labelledby="type-title">
          <h2 id="type-title">事業の種類ごとの合計（千円）</h2>
          <TotalsTable
            desk={desk}
            head="種類"
            groupsOf={(key) => one(typeOf.get(key))}
            nameOf={(key) => (key === '' ? '種類なし' : (types.get(key) ?? key))}
            addsUp
          />
        </section>
      )}
      {desk.cells.size > 0 && titles.size > 0 && (
        <section className="section" aria-labelledby="item-title">
          <h2 id="item-title">計画の項目ごとの合計（千円）</h2>
          <p className="quiet">
            いくつもの項目に属する事業は、それぞれに数えます。足しても全体にはなりません。
          </p>
          <TotalsTable
            desk={desk}
            head="項目"
            groupsOf={(key) => (desk.items.get(key) ?? []).map((item) => item.key)}
            nameOf={(key) => (key === '' ? '計画の項目に結び付いていない事業' : (titles.get(key) ?? key))}
            addsUp={false}
          />
        </section>
      )}
      <section className="section" aria-labelledby="checks-title">
        <h2 id="checks-title">点検</h2>
        <Checks desk={desk} />
      </section>
      {plan.correction > 0 && <Corrections desk={desk} />}
    </PlanLayout>
  );
};
