import type { Context } from 'hono';
import { Hono } from 'hono';
import { prepareRound } from '../../../../app/evaluation/prepare-round.ts';
import { type RoundsView, readRounds } from '../../../../app/evaluation/read-rounds.ts';
import { may, mayAnywhere } from '../../../../domain/access/may.ts';
import { proposedTitle } from '../../../../domain/evaluation/round-setup.ts';
import { fiscalYearOf, formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden } from '../../forbidden.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { TextField } from '../../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { fieldSentences } from '../../problem-sentences.ts';
import { ProgrammesNav } from '../../programmes/programmes-nav.tsx';
import { readTypedRound, SchemeField, schemeValue } from './round-fields.tsx';
import { roundSentence, roundStateTags, roundStateWords } from './words.ts';

interface PageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundsView;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const timingWords = { before: '事前', during: '事中', after: '事後' } as const;

const Rounds = ({ base, view }: { readonly base: string; readonly view: RoundsView }) =>
  view.rounds.length === 0 ? (
    <div className="empty">
      <p className="empty__title">評価の回は、まだありません。</p>
      <p>企画担当が様式と期限を決めて始めると、担当する職員の「やること」にシートが出ます。</p>
    </div>
  ) : (
    <TableScroll label="評価の回">
      <table className="table">
        <caption className="visually-hidden">評価の回</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">評価の回</th>
            <th scope="col">時期</th>
            <th scope="col">状態</th>
          </tr>
        </thead>
        <tbody>
          {view.rounds.map((round) => (
            <tr key={round.roundKey}>
              <td>{formatFiscalYear(round.fiscalYear, 'wareki')}</td>
              <th scope="row">
                <a
                  href={`${base}/${encodeURIComponent(round.roundKey)}${round.state === 'preparing' ? '/setup' : ''}`}
                >
                  {round.title}
                </a>
              </th>
              <td>{timingWords[round.timing]}</td>
              <td>
                <span className={`tag status-tag status-tag--${roundStateTags[round.state]}`}>
                  {roundStateWords[round.state]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );

const Page = ({ town, viewer, view, form, problems, notice }: PageProps) => {
  const office = `/m/${town.municipality}/office`;
  const base = `${office}/evaluation`;
  const sentences = fieldSentences(problems);
  const inside = mayAnywhere(viewer.actor, 'evaluation.view');
  return (
    <OfficeLayout
      title="評価の回"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={inside ? [{ label: '事業と評価', href: `${office}/programmes` }] : []}
      notice={notice}
      problems={problems.map((problem) => roundSentence(problem))}
    >
      {inside && <ProgrammesNav office={office} viewer={viewer} current="evaluation" />}
      <Rounds base={base} view={view} />
      {may(viewer.actor, 'evaluation.manage') && (
        <section className="section" aria-labelledby="new-title">
          <h2 id="new-title">評価の回を用意する</h2>
          {view.schemes.length === 0 ? (
            <p>
              採用済みの様式がまだありません。先に<a href={`${base}/schemes/new`}>評価の様式を作り</a>
              、採用してください。
            </p>
          ) : (
            <form method="post" action={base} className="form">
              <CsrfField viewer={viewer} />
              <TextField
                form={form}
                name="fiscalYear"
                label="評価する年度"
                hint="例: 令和6年度、R6、2024"
                size="short"
                sentences={sentences}
                required
              />
              <SchemeField view={view} form={form} sentences={sentences} />
              <p>期限と対象は、次の画面で決めます。始めるまで、職員には何も出ません。</p>
              <p className="actions">
                <button type="submit" className="button">
                  用意する
                </button>
              </p>
            </form>
          )}
        </section>
      )}
    </OfficeLayout>
  );
};

const notices: Readonly<Record<string, string>> = { discarded: '評価の回をやめました。' };

/** A day for each stage until the planner says another: a month apart from today on. */
const firstDays = (view: RoundsView, value: string): Readonly<Record<string, string>> => {
  const scheme = view.schemes.find((each) => schemeValue(each) === value)?.scheme;
  return Object.fromEntries(
    (scheme?.stages ?? []).map(({ key }, at) => {
      const day = new Date(`${view.today}T00:00:00Z`);
      day.setUTCDate(day.getUTCDate() + 30 * (at + 1));
      return [key, day.toISOString().slice(0, 10)];
    }),
  );
};

export const roundListRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
  ) => {
    const view = await readRounds(actingOf(c, deps));
    const year = formatFiscalYear(fiscalYearOf(view.today) - 1, 'wareki');
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        form={refusal?.form ?? formFromEntries([['fiscalYear', year]])}
        problems={refusal?.problems ?? []}
        notice={notices[c.req.query('done') ?? '']}
      />,
      refusal === undefined ? 200 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const typed = readTypedRound(form);
      const view = await readRounds(acting);
      const scheme = view.schemes.find((each) => schemeValue(each) === form.text('scheme'))?.scheme;
      const prepared = await prepareRound(acting, {
        ...typed,
        title: proposedTitle(Math.max(typed.fiscalYear, 1989), scheme?.timing ?? 'after'),
        dueOn: firstDays(view, form.text('scheme')),
      });
      if (prepared.ok)
        return c.redirect(
          `/m/${town.municipality}/office/evaluation/${prepared.value.roundKey}/setup?done=prepared`,
          303,
        );
      if (prepared.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
      return draw(c, { form, problems: prepared.error });
    });
};
