import type { Context } from 'hono';
import { Hono } from 'hono';
import {
  changeCollection,
  closeCollection,
  reopenCollection,
} from '../../../app/collection/open-collection.ts';
import { type CollectionView, readCollection } from '../../../app/collection/read-collection.ts';
import { remindCollection, retryReminders } from '../../../app/collection/remind-collection.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Reminded } from '../../../app/remind-once.ts';
import { isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { isHttps, requestHost } from '../../middleware/request-source.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { entriesOfAll, formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { readTyped } from './list.tsx';
import { OverviewPage } from './overview-page.tsx';

const notices: Readonly<Record<string, string>> = {
  opened: '照会を始めました。選んだ課の「やること」に出ています。',
  change: '変えました。',
  'due-days': '課ごとの期限を保存しました。',
  close: '照会を締め切りました。',
  reopen: '照会を開き直しました。',
  retry: '送れなかったメールを、もう一度送ります。',
};

const remindedNotice = ({ mailed, pageOnly, already, unreached }: Reminded): string =>
  [
    mailed + pageOnly === 0 ? '新しく督促した人はいません。' : `${mailed + pageOnly}人に督促しました。`,
    mailed > 0 ? `メールは${mailed}通です。` : '',
    pageOnly > 0 ? `${pageOnly}人はメールアドレスがないため、「やること」の画面だけです。` : '',
    already > 0 ? `${already}人には今日もう督促しています。` : '',
    unreached.length > 0 ? `担当する職員がいない課: ${unreached.join('、')}。` : '',
  ].join('');

const storedForm = ({ collection, sheets }: CollectionView): Form =>
  formFromEntries([
    ['dueOn', collection.dueOn],
    ['note', collection.note],
    ...entriesOfAll(
      'unitKeys',
      sheets.map(({ sheet }) => sheet.unitKey),
    ),
  ]);

export const collectionRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>) => {
    const year = Number(c.req.param('year'));
    return isFiscalYear(year) ? readCollection(actingOf(c, deps), year) : null;
  };
  const draw = (
    c: Context<OfficeEnv>,
    view: CollectionView,
    more: {
      readonly form?: Form;
      readonly problems?: readonly Problem[];
      readonly notice?: string | undefined;
    },
    status: 200 | 409 | 422 = 200,
  ) =>
    renderPage(
      c,
      <OverviewPage
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        form={more.form ?? storedForm(view)}
        problems={more.problems ?? []}
        notice={more.notice}
        hasMailServer={deps.config.smtpUrl !== null}
      />,
      status,
    );

  const run = (c: Context<OfficeEnv>, fiscalYear: number): Promise<Result<unknown, Refusal>> | null => {
    const acting = actingOf(c, deps);
    const { form } = c.var;
    switch (form.text('do')) {
      case 'change':
        return changeCollection(acting, readTyped(form, fiscalYear), seenVersion(form));
      case 'close':
        return closeCollection(acting, fiscalYear, seenVersion(form));
      case 'reopen':
        return reopenCollection(acting, fiscalYear, seenVersion(form));
      case 'retry':
        return retryReminders(acting, fiscalYear);
      default:
        return null;
    }
  };
  /** In a mail an address stands alone: the configured one, else the one this request came by. */
  const addressOf = (c: Context<OfficeEnv>): string => {
    const way = deps.config;
    const own = `${isHttps(c.req.raw, way) ? 'https' : 'http'}://${requestHost(c.req.raw, way)}`;
    return `${way.baseUrl ?? own}/m/${c.var.town.municipality}/office`;
  };

  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const view = await open(c);
      return view === null ? c.notFound() : draw(c, view, { notice: notices[c.req.query('done') ?? ''] });
    })
    .post('/', async (c) => {
      const view = await open(c);
      if (view === null) return c.notFound();
      const { fiscalYear } = view.collection;
      const what = c.var.form.text('do');
      const refuse = (problems: Refusal) => {
        if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.collect');
        const form = what === 'change' ? { form: c.var.form } : {};
        return draw(c, view, { ...form, problems }, problems[0].code === 'changed-since-seen' ? 409 : 422);
      };
      if (what === 'remind') {
        const place = { town: c.var.town.name, href: addressOf(c) };
        const reminded = await remindCollection(actingOf(c, deps), fiscalYear, place);
        if (!reminded.ok) return refuse(reminded.error);
        return draw(c, (await open(c)) ?? view, { notice: remindedNotice(reminded.value) });
      }
      const running = run(c, fiscalYear);
      if (running === null) return c.notFound();
      const done = await running;
      const list = `/m/${c.var.town.municipality}/office/collections`;
      return done.ok ? c.redirect(`${list}/${fiscalYear}?done=${what}`, 303) : refuse(done.error);
    });
};
