import type { Context } from 'hono';
import { Hono } from 'hono';
import { chooseSubjects } from '../../../../app/evaluation/choose-subjects.ts';
import { handOnSheets } from '../../../../app/evaluation/hand-on-sheets.ts';
import { type ListedSheet, type RoundView, readRound } from '../../../../app/evaluation/read-round.ts';
import { actionOfStage } from '../../../../domain/evaluation/round-rights.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden } from '../../forbidden.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { roundSentence } from '../rounds/words.ts';
import { FilterForm } from './filter-form.tsx';
import { filterQuery, filterSheets, readFilters, type SheetFilters } from './sheet-filters.ts';
import { SheetTable } from './sheet-table.tsx';

export interface SheetListProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundView;
  readonly listed: readonly ListedSheet[];
  readonly filters: SheetFilters;
  readonly base: string;
  readonly form: Form;
}

/** 「段階」 a bulk button hands on: those of the sheets that wait for this person. */
const stagesOfMine = ({ view, listed }: Pick<SheetListProps, 'view' | 'listed'>) =>
  view.scheme.stages.filter(({ key }) => listed.some(({ mine, stage }) => mine && stage?.key === key));

const Bulk = (props: SheetListProps) => {
  const { view, listed } = props;
  const stages = stagesOfMine(props);
  const some = view.manages ? view.scheme.stages.filter(({ subjects }) => subjects === 'some') : [];
  if (view.round.state !== 'open' || (stages.length === 0 && some.length === 0)) return null;
  return (
    <div className="bulk-bar">
      <p>
        チェックを付けたシートをまとめて進めます。足りない欄のあるシートが一つでもあると、どれも進みません。
      </p>
      <p className="actions">
        {stages.map(({ key, label }) => (
          <button key={key} type="submit" name="handOn" value={key} className="button">
            「{label}」をまとめて{view.scheme.stages[0]?.key === key ? '提出' : '承認'}する（あなたの番{' '}
            {listed.filter(({ mine, stage }) => mine && stage?.key === key).length} 件）
          </button>
        ))}
        {some.flatMap(({ key, label }) => [
          <button key={key} type="submit" name="choose" value={key} className="button button--quiet">
            「{label}」の対象にする
          </button>,
          <button
            key={`${key}-off`}
            type="submit"
            name="unchoose"
            value={key}
            className="button button--quiet"
          >
            「{label}」の対象から外す
          </button>,
        ])}
      </p>
    </div>
  );
};

const Page = (
  props: SheetListProps & { readonly problems: readonly Problem[]; readonly notice: string | undefined },
) => {
  const { town, viewer, view, listed, filters, base, problems, notice } = props;
  const office = `/m/${town.municipality}/office`;
  const names = new Map(view.sheets.map(({ subject }) => [subject.subjectKey, subject.name]));
  return (
    <OfficeLayout
      title="評価シートの一覧"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        { label: view.round.title, href: base },
      ]}
      notice={notice}
      problems={problems.map((problem) => roundSentence(problem, names))}
      scripts={['evaluation-list.js']}
    >
      <FilterForm view={view} filters={filters} action={`${base}/sheets`} />
      <p role="status">
        {view.sheets.length}件のうち {listed.length}件
      </p>
      {listed.length === 0 ? (
        <p className="quiet">あてはまるシートはありません。</p>
      ) : (
        <form method="post" action={`${base}/sheets${filterQuery(filters)}`} data-sheet-list>
          <CsrfField viewer={viewer} />
          <Bulk {...props} />
          <SheetTable {...props} />
        </form>
      )}
    </OfficeLayout>
  );
};

const noticeOf = (done: string | undefined): string | undefined => {
  const [what, count] = (done ?? '').split('-');
  if (!/^\d{1,6}$/u.test(count ?? '')) return undefined;
  if (what === 'handed') return `${count}件を次の段階に進めました。`;
  return what === 'chosen' ? `${count}件の対象を変えました。` : undefined;
};

/** シートの一覧: by unit, stage, state and direction, and several handed on at once. */
export const sheetListRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
  ) => {
    const view = await readRound(actingOf(c, deps), c.req.param('round') ?? '');
    if (view === null) return c.notFound();
    const filters = readFilters((name) => c.req.query(name));
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        listed={filterSheets(view, filters)}
        filters={filters}
        base={`/m/${c.var.town.municipality}/office/evaluation/${encodeURIComponent(view.round.roundKey)}`}
        form={refusal?.form ?? formFromEntries([])}
        problems={refusal?.problems ?? []}
        notice={refusal === undefined ? noticeOf(c.req.query('done')) : undefined}
      />,
      refusal === undefined ? 200 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const roundKey = c.req.param('round') ?? '';
      const chosen = form.all('chosen');
      const stageKey = form.text('choose') || form.text('unchoose');
      const done =
        stageKey === ''
          ? await handOnSheets(acting, {
              roundKey,
              stageKey: form.text('handOn'),
              // What was looked at stands beside each tick.
              sheets: chosen.map((subjectKey) => {
                const seen = form.text(`seen.${subjectKey}`);
                return { subjectKey, seenVersion: /^\d{1,9}$/u.test(seen) ? Number(seen) : 0 };
              }),
            })
          : await chooseSubjects(acting, {
              roundKey,
              stageKey,
              subjectKeys: chosen,
              chosen: form.text('choose') !== '',
            });
      if (!done.ok) {
        if (done.error.every(({ code }) => code === 'not-allowed')) {
          const view = stageKey === '' ? await readRound(acting, roundKey) : null;
          const actor = view?.scheme.stages.find(({ key }) => key === form.text('handOn'))?.actor;
          return forbidden(c, deps, actor === undefined ? 'evaluation.manage' : actionOfStage(actor));
        }
        return draw(c, { form, problems: done.error });
      }
      const filters = readFilters((name) => c.req.query(name));
      const query = new URLSearchParams(filterQuery(filters));
      query.set(
        'done',
        'handedOn' in done.value ? `handed-${done.value.handedOn}` : `chosen-${done.value.changed}`,
      );
      return c.redirect(
        `/m/${town.municipality}/office/evaluation/${encodeURIComponent(roundKey)}/sheets?${query}`,
        303,
      );
    });
};
