import type { Context } from 'hono';
import { Hono } from 'hono';
import { todayInJapan } from '../../../app/acting.ts';
import { createBudgetYear } from '../../../app/budget/open-budget-year.ts';
import { type BudgetDesk, readBudgetDesk } from '../../../app/budget/read-budget-desk.ts';
import { may } from '../../../domain/access/may.ts';
import { fiscalYearOf, formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { BudgetPage, budgetHref, type PageEnv } from './budget-page.tsx';
import { thousandYen, yearStateWords } from './words.ts';
import { typedYear, YearFields } from './year-fields.tsx';

interface Props extends PageEnv {
  readonly desk: BudgetDesk;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const Years = (page: Props) => (
  <TableScroll label="予算編成の年度">
    <table className="table">
      <caption className="visually-hidden">予算編成の年度</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">状態</th>
          <th scope="col">規則</th>
          <th scope="col">基準年度</th>
          <th scope="col" className="number">
            歳入見込み
          </th>
        </tr>
      </thead>
      <tbody>
        {page.desk.years.map((year) => (
          <tr key={year.fiscalYear}>
            <th scope="row">
              <a href={budgetHref(page, `/${year.fiscalYear}`)}>
                {formatFiscalYear(year.fiscalYear, 'wareki')}
              </a>
            </th>
            <td>{yearStateWords[year.state]}</td>
            <td>
              {page.desk.schemes.find(
                (each) => each.schemeKey === year.schemeKey && each.schemeVersion === year.schemeVersion,
              )?.name ?? year.schemeKey}
            </td>
            <td>{formatFiscalYear(year.baseFiscalYear, 'wareki')}</td>
            <td className="number">
              {year.revenueThousandYen === null ? '未定' : thousandYen(year.revenueThousandYen)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const Schemes = (page: Props) => (
  <section className="section" aria-labelledby="schemes-title">
    <h2 id="schemes-title">枠配分の規則</h2>
    {page.desk.schemes.length === 0 ? (
      <p className="quiet">まだありません。ひな形から作れます。</p>
    ) : (
      <ul className="link-list">
        {page.desk.schemes.map(({ schemeKey, schemeVersion, name, state }) => (
          <li key={`${schemeKey} ${schemeVersion}`}>
            <a href={budgetHref(page, `/schemes/${schemeKey}/${schemeVersion}`)}>
              {name}（第{schemeVersion}版）
            </a>
            {state === 'draft' && '　下書き'}
          </li>
        ))}
      </ul>
    )}
    {may(page.viewer.actor, 'budget.manage') && (
      <p>
        <a href={budgetHref(page, '/schemes/new')}>規則を作る</a>
      </p>
    )}
  </section>
);

const Page = (page: Props) => {
  const { desk, form, problems, viewer } = page;
  const isReady = desk.schemes.some(({ state }) => state === 'adopted') && desk.baseYears.length > 0;
  return (
    <BudgetPage {...page} title="予算" above={[]} problems={problems}>
      {desk.years.length === 0 ? (
        <div className="empty">
          <p className="empty__title">まだ予算編成がありません</p>
          <p>財政担当が年度と規則を決めて始めると、部ごとの配分枠が計算できます。</p>
        </div>
      ) : (
        <Years {...page} />
      )}
      <Schemes {...page} />
      <p>
        <a href={`/m/${page.town.municipality}/office/implementation`}>実施計画（数年分の事業費）</a>
      </p>
      {may(viewer.actor, 'budget.manage') && (
        <section className="section" aria-labelledby="create-title">
          <h2 id="create-title">予算編成の年度を始める</h2>
          {isReady ? (
            <form method="post" action={budgetHref(page)} className="form">
              <CsrfField viewer={viewer} />
              <TextField
                form={form}
                name="fiscalYear"
                label="予算の年度"
                hint="例: 令和8年度、R8、2026"
                size="short"
                sentences={fieldSentences(problems)}
                required
              />
              <YearFields form={form} desk={desk} sentences={fieldSentences(problems)} />
              <button type="submit" className="button">
                始める
              </button>
            </form>
          ) : (
            <p>
              先に、枠配分の規則を採用し、事業の予算か決算の額を登録してください。
              <a href={budgetHref(page, '/schemes/new')}>規則を作る</a>
            </p>
          )}
        </section>
      )}
    </BudgetPage>
  );
};

const firstForm = (desk: BudgetDesk, running: number): Form => {
  const scheme = desk.schemes.find(({ state }) => state === 'adopted');
  return formFromEntries([
    ['fiscalYear', formatFiscalYear(running + 1, 'wareki')],
    ['schemeKey', scheme === undefined ? '' : `${scheme.schemeKey} ${scheme.schemeVersion}`],
    ['baseFiscalYear', String(desk.baseYears[0] ?? '')],
    ['roundKey', desk.rounds.find(({ target }) => target === 'programme')?.roundKey ?? ''],
  ]);
};

/** 予算: the years, the rules, and how a new one is begun. */
export const yearsRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (c: Context<OfficeEnv>, refused?: { form: Form; problems: readonly Problem[] }) => {
    const acting = actingOf(c, deps);
    const desk = await readBudgetDesk(acting);
    const form = refused?.form ?? firstForm(desk, fiscalYearOf(todayInJapan(acting)));
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <Page {...{ town, viewer, desk, form }} problems={refused?.problems ?? []} />,
      refused === undefined ? 200 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form } = c.var;
      const year = parseFiscalYear(form.text('fiscalYear'));
      if (!year.ok) return draw(c, { form, problems: [{ ...year.error, path: ['fiscalYear'] }] });
      const made = await createBudgetYear(actingOf(c, deps), year.value, typedYear(form));
      if (made.ok) return c.redirect(budgetHref(c.var, `/${year.value}?done=created`), 303);
      return made.error[0].code === 'not-allowed'
        ? forbidden(c, deps, 'budget.manage')
        : draw(c, { form, problems: made.error });
    });
};
