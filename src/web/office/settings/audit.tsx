import { type Context, Hono } from 'hono';
import { startOfDayInJapan } from '../../../app/japan-date.ts';
import { type AuditCheck, readAudit, verifyAuditOf } from '../../../app/town/read-audit.ts';
import type { AuditFilter } from '../../../db/read-audit.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { dayAfter } from '../../../domain/kernel/calendar-day.ts';
import { parseJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { AuditPage } from './audit-page.tsx';

const filterNames = ['actor', 'entity', 'from', 'to'] as const;

/** Filters of the address, and sentences about those that cannot be read. */
const filterOf = (query: Readonly<Record<string, string>>) => {
  const problems: string[] = [];
  const day = (name: 'from' | 'to', label: string): string | undefined => {
    const text = query[name] ?? '';
    if (text === '') return undefined;
    const parsed = parseJapaneseDate(text);
    if (!parsed.ok) problems.push(`${label}: ${problemSentence(parsed.error)}`);
    return parsed.ok ? parsed.value : undefined;
  };
  const [from, to] = [day('from', 'いつから'), day('to', 'いつまで')];
  const filter: AuditFilter = {
    actor: query.actor || undefined,
    entity: query.entity || undefined,
    from: from === undefined ? undefined : startOfDayInJapan(from),
    until: to === undefined ? undefined : startOfDayInJapan(dayAfter(to)),
    before: /^\d{1,15}$/.test(query.before ?? '') ? Number(query.before) : undefined,
  };
  return { filter, problems };
};

export const auditRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'audit.view'));

  const page = async (c: Context<OfficeEnv>, check?: AuditCheck) => {
    const query = c.req.query();
    const { filter, problems } = filterOf(query);
    const found = await readAudit(actingOf(c, deps), filter);
    if (!found.ok) return forbidden(c, deps, 'audit.view');
    const { events, next, entities, users } = found.value;
    const kept = filterNames.flatMap((name) => {
      const value = query[name] ?? '';
      return value === '' ? [] : [[name, value] as const];
    });
    const nextQuery = new URLSearchParams([...kept.map((each) => [...each]), ['before', String(next)]]);
    return renderPage(
      c,
      <AuditPage
        town={c.var.town}
        viewer={c.var.viewer}
        events={events}
        nextHref={next === null ? null : `/m/${c.var.town.municipality}/office/settings/audit?${nextQuery}`}
        entities={entities}
        users={users}
        form={formFromEntries(kept)}
        check={check}
        problems={problems}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  app.get('/', (c) => page(c));
  app.post('/verify', async (c) => {
    const check = await verifyAuditOf(actingOf(c, deps));
    return check.ok ? page(c, check.value) : forbidden(c, deps, 'audit.view');
  });
  return app;
};
