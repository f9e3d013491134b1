import type { Context } from 'hono';
import { Hono } from 'hono';
import {
  previewFrames,
  readBudgetDesk,
  readSchemeSurroundings,
} from '../../../../app/budget/read-budget-desk.ts';
import { readBudgetScheme } from '../../../../app/budget/read-budget-scheme.ts';
import {
  adoptBudgetScheme,
  createBudgetScheme,
  discardBudgetScheme,
  saveBudgetScheme,
} from '../../../../app/budget/save-budget-scheme.ts';
import type { Refusal } from '../../../../app/refusal.ts';
import type { BudgetScheme } from '../../../../domain/budget/budget-scheme.ts';
import { errorAt, type Problem } from '../../../../domain/kernel/problem.ts';
import type { Result } from '../../../../domain/kernel/result.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderFragment, renderPage } from '../../../render.tsx';
import { forbidden } from '../../forbidden.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { seenVersion } from '../../forms/seen-version.ts';
import { budgetHref, statusOf } from '../budget-page.tsx';
import { typedAmount } from '../words.ts';
import { EditorPage } from './editor-page.tsx';
import { FramesPreview } from './frames-preview.tsx';
import { typedScheme } from './scheme-form.ts';

const notices: Readonly<Record<string, string>> = {
  created: '下書きを作りました。町に合わせて直し、試算で確かめてください。',
  save: '下書きを保存しました。',
  json: 'JSON から置き換えました。',
  adopt: '採用しました。予算の年度で選べます。',
  next: '次の版の下書きを作りました。',
};

const print = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/** JSON as pasted; undefined: no JSON. */
const pasted = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface More {
  readonly scheme?: BudgetScheme;
  readonly form?: Form;
  readonly json?: string;
  readonly problems?: readonly Problem[];
  readonly status?: 200 | 409 | 422;
  readonly notice?: string | undefined;
}

/** 枠配分の規則の編集. */
export const budgetSchemeEditorRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const idOf = (c: Context<OfficeEnv>) => {
    const version = c.req.param('schemeVersion') ?? '';
    return {
      schemeKey: c.req.param('schemeKey') ?? '',
      schemeVersion: /^\d{1,6}$/u.test(version) ? Number(version) : 0,
    };
  };
  const open = async (c: Context<OfficeEnv>) => {
    const acting = actingOf(c, deps);
    const id = idOf(c);
    const desk = await readBudgetDesk(acting);
    const stored = desk.schemes.find(
      (each) => each.schemeKey === id.schemeKey && each.schemeVersion === id.schemeVersion,
    );
    const scheme = stored === undefined ? null : readBudgetScheme(stored.content);
    return stored !== undefined && scheme?.ok ? { id, desk, stored, scheme: scheme.value } : null;
  };
  type Opened = NonNullable<Awaited<ReturnType<typeof open>>>;
  const previewOf = async (c: Context<OfficeEnv>, { desk }: Opened, scheme: BudgetScheme, form: Form) => {
    const asked = Number(form.text('trial.year'));
    const baseFiscalYear = desk.baseYears.includes(asked) ? asked : (desk.baseYears[0] ?? 0);
    const round = desk.rounds.find(({ roundKey }) => roundKey === form.text('trial.round'));
    const revenue = typedAmount(form, 'trial.revenue');
    const read = readBudgetScheme(scheme);
    const revenueThousandYen = Number.isSafeInteger(revenue) ? revenue : null;
    const basis = { baseFiscalYear, roundKey: round?.roundKey ?? null, revenueThousandYen };
    return {
      trial: { baseFiscalYear, roundKey: basis.roundKey ?? '', revenue: form.text('trial.revenue') },
      preview: read.ok
        ? {
            scheme: read.value,
            frames: await previewFrames(actingOf(c, deps), { ...basis, scheme: read.value }),
            problems: [],
          }
        : { scheme, frames: null, problems: read.error },
    };
  };
  const draw = async (c: Context<OfficeEnv>, opened: Opened, more: More = {}) => {
    const scheme = more.scheme ?? opened.scheme;
    const { town, viewer } = c.var;
    const { trial, preview } = await previewOf(c, opened, scheme, more.form ?? formFromEntries([]));
    const { units, types } = await readSchemeSurroundings(actingOf(c, deps));
    return renderPage(
      c,
      <EditorPage
        {...{ town, viewer, scheme, trial, preview, units, types }}
        stored={opened.stored}
        desk={opened.desk}
        version={more.form === undefined ? opened.stored.version : seenVersion(more.form)}
        json={more.json ?? print(opened.stored.content)}
        problems={more.problems ?? []}
        notice={more.notice}
      />,
      more.status ?? 200,
    );
  };
  const run = async (
    c: Context<OfficeEnv>,
    { id, scheme, stored }: Opened,
  ): Promise<Result<unknown, Refusal> | null> => {
    const acting = actingOf(c, deps);
    const { form } = c.var;
    const seen = seenVersion(form);
    switch (form.text('do')) {
      case 'save':
        return saveBudgetScheme(acting, id, typedScheme(form, scheme), seen);
      case 'json': {
        const content = pasted(form.text('json'));
        return content === undefined
          ? { ok: false, error: [errorAt('json-unexpected', [])] }
          : saveBudgetScheme(acting, id, content, seen);
      }
      case 'adopt':
        return adoptBudgetScheme(acting, id, seen);
      case 'discard':
        return discardBudgetScheme(acting, id, seen);
      case 'next':
        return createBudgetScheme(acting, stored.content, id.schemeKey);
      default:
        return null;
    }
  };
  const afterwards = (c: Context<OfficeEnv>, { id }: Opened, value: unknown): string => {
    const what = c.var.form.text('do');
    if (what === 'discard') return budgetHref(c.var);
    const version =
      what === 'next' ? (value as { readonly schemeVersion: number }).schemeVersion : id.schemeVersion;
    return budgetHref(c.var, `/schemes/${id.schemeKey}/${version}?done=${what}`);
  };
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const opened = await open(c);
      return opened === null ? c.notFound() : draw(c, opened, { notice: notices[c.req.query('done') ?? ''] });
    })
    .get('/scheme.json', async (c) => {
      const opened = await open(c);
      if (opened === null) return c.notFound();
      const { schemeKey, schemeVersion } = opened.id;
      return c.body(print(opened.stored.content), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${schemeKey}-${schemeVersion}.json"`,
      });
    })
    .post('/preview', async (c) => {
      const opened = await open(c);
      if (opened === null) return c.notFound();
      const { form } = c.var;
      const { preview } = await previewOf(c, opened, typedScheme(form, opened.scheme), form);
      return renderFragment(c, <FramesPreview {...preview} />);
    })
    .post('/', async (c) => {
      const opened = await open(c);
      if (opened === null) return c.notFound();
      const { form } = c.var;
      const what = form.text('do');
      if (what === 'try') return draw(c, opened, { form, scheme: typedScheme(form, opened.scheme) });
      const done = await run(c, opened);
      if (done === null) return c.notFound();
      if (done.ok) return c.redirect(afterwards(c, opened, done.value), 303);
      if (done.error[0].code === 'not-allowed') return forbidden(c, deps, 'budget.manage');
      return draw(c, opened, {
        ...(what === 'save' ? { form, scheme: typedScheme(form, opened.scheme) } : {}),
        ...(what === 'json' ? { json: form.text('json') } : {}),
        problems: done.error,
        status: statusOf(done.error),
      });
    });
};
