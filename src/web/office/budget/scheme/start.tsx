import type { Context } from 'hono';
import { Hono } from 'hono';
import { readBudgetDesk } from '../../../../app/budget/read-budget-desk.ts';
import { readBudgetScheme } from '../../../../app/budget/read-budget-scheme.ts';
import { createBudgetScheme } from '../../../../app/budget/save-budget-scheme.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden, requireRight } from '../../forbidden.ts';
import { CsrfField } from '../../layout.tsx';
import { templatesOf } from '../../schemes/templates.ts';
import { BudgetPage, budgetHref, type PageEnv } from '../budget-page.tsx';

/** ひな形: the rules that come with the program, by the name of their file. */
const templates = templatesOf('budget', readBudgetScheme, (a, b) => (a.key < b.key ? -1 : 1));

interface Props extends PageEnv {
  readonly problems: readonly Problem[];
}

const Page = (page: Props) => (
  <BudgetPage {...page} title="枠配分の規則を作る">
    <p>
      近いものを選ぶと、それを写した下書きができます。次の画面で、町の事業で試算しながら直せます。採用するまで、何も変わりません。
    </p>
    <form method="post" action={budgetHref(page, '/schemes/new')} className="form">
      <CsrfField viewer={page.viewer} />
      <fieldset className="field field--choices">
        <legend>写すもの</legend>
        <div className="choices">
          {templates().map(({ key, scheme }, at) => (
            <label className="choice" key={key}>
              <input type="radio" name="from" value={key} defaultChecked={at === 0} />
              <span>
                {scheme.name}
                <span className="choice__note">{scheme.readings[0]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button">
        下書きを作る
      </button>
    </form>
  </BudgetPage>
);

/** 規則を作る: from one of those that come with the program. */
export const budgetSchemeStartRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = (c: Context<OfficeEnv>, problems: readonly Problem[], status: 200 | 422 = 200) => {
    const { town, viewer } = c.var;
    return renderPage(c, <Page {...{ town, viewer, problems }} />, status);
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'budget.manage'))
    .get('/', (c) => draw(c, []))
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const template = templates().find(({ key }) => key === c.var.form.text('from'));
      if (template === undefined)
        return draw(c, [{ code: 'budget-scheme-unknown', path: [], severity: 'error' }], 422);
      const taken = new Set((await readBudgetDesk(acting)).schemes.map(({ schemeKey }) => schemeKey));
      let schemeKey = template.key;
      for (let n = 2; taken.has(schemeKey); n += 1) schemeKey = `${template.key}-${n}`;
      const made = await createBudgetScheme(acting, { ...template.scheme, schemeKey }, schemeKey);
      if (made.ok)
        return c.redirect(
          budgetHref(c.var, `/schemes/${schemeKey}/${made.value.schemeVersion}?done=created`),
          303,
        );
      return made.error[0].code === 'not-allowed'
        ? forbidden(c, deps, 'budget.manage')
        : draw(c, made.error, 422);
    });
};
