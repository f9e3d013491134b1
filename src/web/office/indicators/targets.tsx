import { Hono } from 'hono';
import { type IndicatorDesk, readIndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { setTarget } from '../../../app/indicator/set-target.ts';
import type { StoredTarget } from '../../../db/read-indicator.ts';
import { may } from '../../../domain/access/may.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { formatTarget } from '../../text/figures.ts';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import { IndicatorLayout } from './indicator-layout.tsx';
import { comparisons } from './indicator-words.data.ts';

interface TargetsPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: IndicatorDesk;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const History = ({ desk }: { readonly desk: IndicatorDesk }) => {
  const { targets, formerTargets, indicator } = desk.loaded;
  const all = [...targets, ...formerTargets].sort((a, b) => a.fiscalYear - b.fiscalYear || b.seq - a.seq);
  if (all.length === 0) return <p>目標はまだありません。</p>;
  const authorOf = (target: StoredTarget): string =>
    desk.authors.find(({ fiscalYear, seq }) => fiscalYear === target.fiscalYear && seq === target.seq)?.by ??
    '―';
  return (
    <TableScroll label="目標値">
      <table className="table">
        <caption>目標値（変えた目標も残ります）</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">目標</th>
            <th scope="col">定めた日</th>
            <th scope="col">定めた人</th>
            <th scope="col">理由</th>
            <th scope="col">いま</th>
          </tr>
        </thead>
        <tbody>
          {all.map((target) => (
            <tr key={`${target.fiscalYear} ${target.seq}`}>
              <th scope="row">{formatFiscalYear(target.fiscalYear, 'wareki')}</th>
              <td>{formatTarget(target, indicator, 'ja')}</td>
              <td>{target.setOn === null ? '―' : formatJapaneseDate(target.setOn)}</td>
              <td>{authorOf(target)}</td>
              <td>{target.reason}</td>
              <td>{targets.includes(target) ? 'いまの目標' : <span className="quiet">前の目標</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const TargetsPage = ({ town, viewer, desk, form, problems, notice }: TargetsPageProps) => {
  const { indicator, targets } = desk.loaded;
  const href = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}/targets`;
  const sentences = sentencesByField(problems, (path) => String(path[0] ?? ''));
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={desk.loaded}
      section="targets"
      title="目標値"
      notice={notice}
      problems={problems.map(placedSentence)}
    >
      <History desk={desk} />
      {may(viewer.actor, 'indicator.define') && (
        <section className="section" aria-labelledby="set-title">
          <h2 id="set-title">目標を定める・変える</h2>
          <p>
            同じ年度の目標を入れると、前の目標は残したまま、新しい目標に変わります。公開中の指標では、すぐに公開画面に出ます。
          </p>
          <form method="post" action={href} className="form">
            <CsrfField viewer={viewer} />
            <input
              type="hidden"
              name="seen"
              value={targets.map(({ fiscalYear, seq }) => `${fiscalYear}:${seq}`).join(' ')}
            />
            <div className="fields-row">
              <TextField
                form={form}
                name="fiscalYear"
                label="年度"
                hint="令和8、R8、2026"
                size="short"
                sentences={sentences}
                required
              />
              <TextField
                form={form}
                name="figure"
                label={`目標値${indicator.unit === '' ? '' : `（${indicator.unit}）`}`}
                hint="未定なら空欄"
                inputMode="decimal"
                size="short"
                sentences={sentences}
              />
              <SelectField
                form={form}
                name="comparison"
                label="達成の見方"
                choices={comparisons}
                sentences={sentences}
              />
            </div>
            <TextField
              form={form}
              name="text"
              label="文字の目標（設置、策定など。数で示せないとき）"
              sentences={sentences}
            />
            <TextArea
              form={form}
              name="reason"
              label="理由"
              rows={2}
              hint="いまの目標を変えるときは必ず。公開画面に載ります。"
              sentences={sentences}
            />
            <TextField form={form} name="sourceDocument" label="出典" sentences={sentences} />
            <button type="submit" className="button">
              目標を定める
            </button>
          </form>
        </section>
      )}
    </IndicatorLayout>
  );
};

/** What the person saw of that year's target: `seq`, 0 for none. */
const seenOf = (text: string, fiscalYear: number): number => {
  const pair = text.split(' ').find((each) => each.startsWith(`${fiscalYear}:`));
  return pair === undefined ? 0 : Number(pair.slice(pair.indexOf(':') + 1));
};

/** 目標値: what holds, what held, who changed it, when and why. */
export const targetRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const { town, viewer } = c.var;
      const desk = await readIndicatorDesk(actingOf(c, deps), c.req.param('indicatorKey') ?? '');
      if (desk === null) return c.notFound();
      const direction = desk.loaded.indicator.direction;
      const comparison = direction === 'down' || direction === 'keep-at-or-below' ? 'at-most' : 'at-least';
      const form = formFromEntries([['comparison', comparison]]);
      const notice = c.req.query('done') === 'set' ? '目標を定めました。' : undefined;
      return renderPage(c, <TargetsPage {...{ town, viewer, desk, form, notice }} problems={[]} />);
    })
    .post('/', async (c) => {
      const { town, viewer, form } = c.var;
      const acting = actingOf(c, deps);
      const key = c.req.param('indicatorKey') ?? '';
      const year = parseFiscalYear(form.text('fiscalYear'));
      const fields = ['figure', 'text', 'comparison', 'reason', 'sourceDocument'] as const;
      const [figure, text, comparison, reason, sourceDocument] = fields.map((field) => form.text(field));
      const set = year.ok
        ? await setTarget(
            acting,
            key,
            {
              fiscalYear: year.value,
              figure: figure ?? '',
              text: text ?? '',
              comparison: comparison ?? '',
              reason: reason ?? '',
              sourceDocument: sourceDocument ?? '',
            },
            seenOf(form.text('seen'), year.value),
          )
        : ({ ok: false, error: [placed(['fiscalYear'], year.error)] } as const);
      if (set.ok)
        return c.redirect(
          `/m/${town.municipality}/office/indicators/${encodeURIComponent(key)}/targets?done=set`,
          303,
        );
      const desk = await readIndicatorDesk(acting, key);
      if (desk === null) return c.notFound();
      const { code } = set.error[0];
      const status = code === 'not-allowed' ? 403 : code === 'changed-meanwhile' ? 409 : 422;
      return renderPage(
        c,
        <TargetsPage {...{ town, viewer, desk, form }} problems={set.error} notice={undefined} />,
        status,
      );
    });
