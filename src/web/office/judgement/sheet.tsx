import { Hono } from 'hono';
import { readJudgementSheet } from '../../../app/judgement/read-judgement-sheet.ts';
import { may } from '../../../domain/access/may.ts';
import { ancestorsOf } from '../../../domain/organisation/ancestors.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { filtered, readFilter } from './sheet-filters.tsx';
import { SheetPage } from './sheet-page.tsx';

/** 年度の判定表: /m/{code}/office/judgement/{fiscalYear}. */
export const sheetRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/:fiscalYear{[0-9]{4}}', async (c) => {
    const { town, viewer } = c.var;
    const filter = readFilter((name) => c.req.query(name));
    const sheet = await readJudgementSheet(actingOf(c, deps), { drafts: filter.drafts });
    const year = sheet.town.ofYear(Number(c.req.param('fiscalYear')));
    if (year === null) return c.notFound();
    const ancestors = ancestorsOf(sheet.units);
    const { fiscalYear } = year.year;
    const entered = sheet.town.loaded.flatMap(({ values }) =>
      values.filter(
        (value) => value.stage === 'draft' && value.series === 'actual' && value.fiscalYear <= fiscalYear,
      ),
    ).length;
    return renderPage(
      c,
      <SheetPage
        town={town}
        viewer={viewer}
        sheet={sheet}
        year={year}
        filter={filter}
        shown={filtered(year, filter)}
        entered={entered}
        mayMark={(unitKey) =>
          may(viewer.actor, 'judgement.mark', { unitKeys: unitKey === null ? [] : [unitKey], ancestors })
        }
        notice={c.req.query('done') === 'judged' ? '人による判定を保存しました。' : undefined}
      />,
    );
  });
