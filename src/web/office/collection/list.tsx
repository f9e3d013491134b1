import type { Context } from 'hono';
import { Hono } from 'hono';
import { openCollection } from '../../../app/collection/open-collection.ts';
import { type CollectionList, readCollections } from '../../../app/collection/read-collection.ts';
import { may } from '../../../domain/access/may.ts';
import type { TypedCollection } from '../../../domain/indicator/collection/decide-collection.ts';
import { fiscalYearOf, formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { entriesOfAll, formFromEntries } from '../forms/entries.ts';
import { TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { CollectionFields, unitsToAsk } from './collection-fields.tsx';
import { sheetSentence } from './words.ts';

export const readTyped = (form: Form, fiscalYear: number): TypedCollection => ({
  fiscalYear,
  dueOn: form.text('dueOn'),
  note: form.text('note'),
  unitKeys: form.all('unitKeys'),
});

/** The year that has just ended (else the one that runs), and everybody who has something to tell. */
const firstForm = (list: CollectionList): Form => {
  const running = fiscalYearOf(list.today);
  const asked = list.collections.some(({ fiscalYear }) => fiscalYear === running - 1);
  return formFromEntries([
    ['fiscalYear', formatFiscalYear(asked ? running : running - 1, 'wareki')],
    ...entriesOfAll(
      'unitKeys',
      unitsToAsk(list).map(({ unitKey }) => unitKey),
    ),
  ]);
};

interface PageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly list: CollectionList;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const Page = ({ town, viewer, list, form, problems }: PageProps) => {
  const office = `/m/${town.municipality}/office`;
  const sentences = fieldSentences(problems);
  const withoutUnit = list.asked.get(null) ?? 0;
  return (
    <OfficeLayout
      title="実績の照会"
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[{ label: '指標', href: `${office}/indicators` }]}
      problems={problems.map((problem) => sheetSentence(problem, new Map()))}
    >
      {list.collections.length === 0 ? (
        <div className="empty">
          <p className="empty__title">まだ照会がありません</p>
          <p>企画担当が年度と期限を決めて始めると、課ごとの入力表ができます。</p>
        </div>
      ) : (
        <TableScroll label="照会の一覧">
          <table className="table">
            <caption className="visually-hidden">照会の一覧</caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col">期限</th>
                <th scope="col">状態</th>
              </tr>
            </thead>
            <tbody>
              {list.collections.map(({ fiscalYear, dueOn, closedAt }) => (
                <tr key={fiscalYear}>
                  <th scope="row">
                    <a href={`${office}/collections/${fiscalYear}`}>
                      {formatFiscalYear(fiscalYear, 'wareki')}
                    </a>
                  </th>
                  <td>{formatJapaneseDate(dueOn)}</td>
                  <td>{closedAt === null ? '受付中' : '締め切り済み'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {may(viewer.actor, 'indicator.collect') && (
        <section className="section" aria-labelledby="open-title">
          <h2 id="open-title">照会を始める</h2>
          <p>
            始めると、選んだ課の「やること」に入力表が出ます。メールは、始めたあとに「督促する」で送ります。
          </p>
          {withoutUnit > 0 && (
            <p className="quiet">
              担当の組織が決まっていない指標が{withoutUnit}
              件あります。だれにも尋ねません。指標の「定義」で決められます。
            </p>
          )}
          <form method="post" action={`${office}/collections`} className="form">
            <CsrfField viewer={viewer} />
            <TextField
              form={form}
              name="fiscalYear"
              label="年度"
              hint="例: 令和7年度、R7、2025"
              size="short"
              sentences={sentences}
              required
            />
            <CollectionFields form={form} sentences={sentences} units={unitsToAsk(list)} />
            <button type="submit" className="button">
              照会を始める
            </button>
          </form>
        </section>
      )}
    </OfficeLayout>
  );
};

export const collectionListRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
  ) => {
    const list = await readCollections(actingOf(c, deps));
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        list={list}
        form={refusal?.form ?? firstForm(list)}
        problems={refusal?.problems ?? []}
      />,
      refusal === undefined ? 200 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const year = parseFiscalYear(form.text('fiscalYear'));
      if (!year.ok) return draw(c, { form, problems: [{ ...year.error, path: ['fiscalYear'] }] });
      const opened = await openCollection(actingOf(c, deps), readTyped(form, year.value));
      if (opened.ok)
        return c.redirect(`/m/${town.municipality}/office/collections/${year.value}?done=opened`, 303);
      if (opened.error[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.collect');
      return draw(c, { form, problems: opened.error });
    });
};
