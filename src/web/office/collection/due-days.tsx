import type { Context } from 'hono';
import { Hono } from 'hono';
import { setDueDays } from '../../../app/collection/open-collection.ts';
import { type CollectionView, readCollection } from '../../../app/collection/read-collection.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { formatFiscalYear, isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { TextField } from '../forms/field.tsx';
import { seenVersion } from '../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { sheetSentence, stateTags, stateWords } from './words.ts';

interface PageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: CollectionView;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const fieldOf = (unitKey: string): string => `dueOn.${unitKey}`;

const storedForm = ({ sheets }: CollectionView): Form =>
  formFromEntries(sheets.map(({ sheet }) => [fieldOf(sheet.unitKey), sheet.dueOn ?? '']));

/** Beside its field; what is about no unit stands on top only. */
const besideFields = (problems: readonly Problem[]) =>
  new Map(problems.map((problem) => [fieldOf(String(problem.path[0])), [problemSentence(problem)]] as const));

const Page = ({ town, viewer, view, form, problems }: PageProps) => {
  const { collection, sheets } = view;
  const list = `/m/${town.municipality}/office/collections`;
  const href = `${list}/${collection.fiscalYear}`;
  const year = formatFiscalYear(collection.fiscalYear, 'wareki');
  const sentences = besideFields(problems);
  const names = new Map(sheets.map(({ sheet, unitName }) => [sheet.unitKey, unitName]));
  return (
    <OfficeLayout
      title={`課ごとの期限（${year}）`}
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `/m/${town.municipality}/office/indicators` },
        { label: '実績の照会', href: list },
        { label: year, href },
      ]}
      problems={problems.map((problem) => sheetSentence(problem, names))}
    >
      <p>
        照会の期限は{formatJapaneseDate(collection.dueOn)}
        です。違う日にする課にだけ日付を入れます。空にすると照会の期限に戻り、照会の期限を変えると一緒に変わります。
      </p>
      <form method="post" action={`${href}/due-days`} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={collection.version} />
        <TableScroll label="課ごとの期限">
          <table className="table">
            <caption className="visually-hidden">課ごとの期限</caption>
            <thead>
              <tr>
                <th scope="col">課</th>
                <th scope="col">状態</th>
                <th scope="col">この課だけの期限</th>
              </tr>
            </thead>
            <tbody>
              {sheets.map(({ sheet, unitName }) => (
                <tr key={sheet.unitKey}>
                  <th scope="row">{unitName}</th>
                  <td>
                    <span className={`tag status-tag status-tag--${stateTags[sheet.state]}`}>
                      {stateWords[sheet.state]}
                    </span>
                  </td>
                  <td>
                    <TextField
                      form={form}
                      name={fieldOf(sheet.unitKey)}
                      label={`${unitName}の期限`}
                      type="date"
                      size="short"
                      sentences={sentences}
                      quietLabel
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
        <p className="actions">
          <button type="submit" className="button">
            期限を保存する
          </button>
        </p>
      </form>
    </OfficeLayout>
  );
};

/** 課ごとの期限: another day than the collection's for some of the units. */
export const dueDayRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>): Promise<CollectionView | null> => {
    const year = Number(c.req.param('year'));
    const view = isFiscalYear(year) ? await readCollection(actingOf(c, deps), year) : null;
    return view === null || view.collection.closedAt !== null ? null : view;
  };
  const draw = (
    c: Context<OfficeEnv>,
    view: CollectionView,
    refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
  ) =>
    renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        form={refusal?.form ?? storedForm(view)}
        problems={refusal?.problems ?? []}
      />,
      refusal === undefined ? 200 : refusal.problems[0]?.code === 'changed-since-seen' ? 409 : 422,
    );
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const view = await open(c);
      if (view === null) return c.notFound();
      return view.mayCollect ? draw(c, view) : forbidden(c, deps, 'indicator.collect');
    })
    .post('/', async (c) => {
      const view = await open(c);
      if (view === null) return c.notFound();
      const { form } = c.var;
      const { fiscalYear } = view.collection;
      const typed = form.entries.flatMap(([name, dueOn]) =>
        name.startsWith('dueOn.') ? [{ unitKey: name.slice('dueOn.'.length), dueOn }] : [],
      );
      const set = await setDueDays(actingOf(c, deps), fiscalYear, typed, seenVersion(form));
      if (set.ok)
        return c.redirect(
          `/m/${c.var.town.municipality}/office/collections/${fiscalYear}?done=due-days`,
          303,
        );
      if (set.error[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.collect');
      return draw(c, view, { form, problems: set.error });
    });
};
