import { type Context, Hono } from 'hono';
import { readSettlements, type Settlement } from '../../../app/programme/read-settlements.ts';
import { reopenYear, settleYear } from '../../../app/programme/settle-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv, type Viewer } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { formatInstant } from '../instant-words.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { ProgrammesNav } from './programmes-nav.tsx';
import { sumWords } from './sum-words.tsx';
import { placedProblem } from './words.ts';
import { readYear, yearName } from './year-form.ts';

const Year = ({
  settlement,
  viewer,
  href,
  typed,
}: {
  readonly settlement: Settlement;
  readonly viewer: Viewer;
  readonly href: string;
  /** What was typed before a refusal. */
  readonly typed: string;
}) => {
  const { fiscalYear, sum, settledAt, note } = settlement;
  const name = yearName(fiscalYear);
  const id = `settle-${fiscalYear}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>決算額の合計 {sumWords(sum)}</p>
      {settledAt === null ? (
        <form method="post" action={href} className="form">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="year" value={fiscalYear} />
          <div className="field">
            <label htmlFor={`${id}-note`}>注記（なくてもよい）</label>
            <input
              id={`${id}-note`}
              name="note"
              className="input input--wide"
              defaultValue={typed}
              autoComplete="off"
            />
          </div>
          <button type="submit" className="button" name="step" value="settle">
            {name}の決算を確定する
          </button>
        </form>
      ) : (
        <>
          <p>
            <b>確定しています</b>（{formatInstant(settledAt)}）。{note}
          </p>
          <details open={typed !== ''}>
            <summary>開き直す</summary>
            <form method="post" action={href} className="form">
              <CsrfField viewer={viewer} />
              <input type="hidden" name="year" value={fiscalYear} />
              <div className="field">
                <label htmlFor={`${id}-reason`}>
                  開き直す理由<span className="field__required">必須</span>
                </label>
                <p className="field__hint" id={`${id}-hint`}>
                  理由は監査証跡に残ります。
                </p>
                <input
                  id={`${id}-reason`}
                  name="reason"
                  className="input input--wide"
                  aria-describedby={`${id}-hint`}
                  aria-required
                  defaultValue={typed}
                  autoComplete="off"
                />
              </div>
              <button type="submit" className="button button--quiet" name="step" value="reopen">
                {name}の決算を開き直す
              </button>
            </form>
          </details>
        </>
      )}
    </section>
  );
};

const notices: Readonly<Record<string, string>> = {
  settle: '決算を確定しました。この年度の金額は変えられません。',
  reopen: '決算を開き直しました。',
};

/** 決算の確定 */
export const settlementRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (c: Context<OfficeEnv>, problems: readonly Problem[] = []): Promise<Response> => {
    const office = `/m/${c.var.town.municipality}/office`;
    const settlements = await readSettlements(actingOf(c, deps));
    const refused = c.req.method === 'POST' ? c.var.form : null;
    return renderPage(
      c,
      <OfficeLayout
        title="決算の確定"
        town={c.var.town}
        viewer={c.var.viewer}
        current="programmes"
        breadcrumb={[{ label: '事務事業', href: `${office}/programmes` }]}
        notice={problems.length > 0 ? undefined : notices[c.req.query('done') ?? '']}
        problems={problems.map(placedProblem)}
      >
        <ProgrammesNav office={office} viewer={c.var.viewer} current="settlement" />
        <p className="prose">
          決算を確定した年度の金額・財源・従事時間は、だれも変えられません。画面からも、ファイルの取込みからも断ります。
        </p>
        {settlements.length === 0 && <p className="quiet">記録のある年度がまだありません。</p>}
        {settlements.map((settlement) => (
          <Year
            key={settlement.fiscalYear}
            settlement={settlement}
            viewer={c.var.viewer}
            href={`${office}/programmes/settlement`}
            typed={
              refused?.text('year') === String(settlement.fiscalYear)
                ? refused.text('reason') || refused.text('note')
                : ''
            }
          />
        ))}
      </OfficeLayout>,
      problems.length > 0 ? 422 : 200,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'programme.manage'))
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const { form } = c.var;
      const fiscalYear = readYear(form.text('year'), 0);
      // The page names the year; only a forged form names none.
      if (fiscalYear === 0) return c.notFound();
      const isReopening = form.text('step') === 'reopen';
      const done = isReopening
        ? await reopenYear(acting, fiscalYear, form.text('reason'))
        : await settleYear(acting, fiscalYear, form.text('note'));
      return done.ok
        ? c.redirect(
            `/m/${c.var.town.municipality}/office/programmes/settlement?done=${isReopening ? 'reopen' : 'settle'}`,
            303,
          )
        : draw(c, done.error);
    });
};
