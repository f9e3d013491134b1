import { type Context, Hono } from 'hono';
import { readProgrammeFile, readProgrammeTable } from '../../../app/programme/read-programme-export.ts';
import { type ProgrammeList, readProgrammeList } from '../../../app/programme/read-programme-list.ts';
import type { StoredProgramme } from '../../../db/read-programme.ts';
import { programmesCsv } from '../../../documents/programme/programme-csv.ts';
import { programmesJson } from '../../../documents/programme/programme-json.ts';
import { unitsBelow } from '../../../domain/organisation/units-below.ts';
import { filterRows, sortRows } from '../../../domain/programme/list/filter.ts';
import type { ProgrammeRow } from '../../../domain/programme/list/programme-row.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { csvFile } from '../csv-file.ts';
import { type ListAddress, pageSize, readListAddress } from './list-address.ts';
import { ListPage } from './list-page.tsx';

/** Rows of the list that answer to the address, in its order. */
export const rowsOfList = (
  list: ProgrammeList,
  { filter, sort, descending }: ListAddress,
): readonly ProgrammeRow<StoredProgramme>[] => {
  const places = new Map(list.units.map(({ unitKey }, index) => [unitKey, index]));
  const found = filterRows(list.rows, filter, list.fiscalYear, (unitKey) => unitsBelow(list.units, unitKey));
  return sortRows(found, sort, descending, (unitKey) =>
    unitKey === null ? list.units.length : (places.get(unitKey) ?? list.units.length),
  );
};

const notices: Readonly<Record<string, (count: number) => string>> = {
  bulk: (count) => `${count}事業を変えました。`,
  imported: (count) => `取り込みました（変わった事業 ${count}）。`,
};

/** Draws the list; also what a refused change of many leads back to. */
export const drawList = async (
  c: Context<OfficeEnv>,
  deps: WebDeps,
  address: ListAddress,
  problems: readonly string[] = [],
): Promise<Response> => {
  const list = await readProgrammeList(actingOf(c, deps), address.fiscalYear);
  const rows = rowsOfList(list, address);
  const last = Math.max(1, Math.ceil(rows.length / pageSize));
  const done = notices[c.req.query('done') ?? ''];
  return renderPage(
    c,
    <ListPage
      town={c.var.town}
      viewer={c.var.viewer}
      list={list}
      address={{ ...address, page: Math.min(address.page, last) }}
      rows={rows}
      notice={problems.length > 0 ? undefined : done?.(Number(c.req.query('n') ?? '0') || 0)}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
};

/** 事務事業の一覧 and what is written out of it. */
export const programmeListRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', (c) =>
      drawList(
        c,
        deps,
        readListAddress((name) => c.req.query(name)),
      ),
    )
    .get('/programmes.csv', async (c) => {
      const acting = actingOf(c, deps);
      const address = readListAddress((name) => c.req.query(name));
      const list = await readProgrammeList(acting, address.fiscalYear);
      const keys = rowsOfList(list, address).map(({ programme }) => programme.programmeKey);
      const table = await readProgrammeTable(acting, list.fiscalYear, keys);
      const place = new Map(keys.map((key, index) => [key, index]));
      const rows = table.rows.toSorted(
        (a, b) => (place.get(a.programme.programmeKey) ?? 0) - (place.get(b.programme.programmeKey) ?? 0),
      );
      const name = `programmes-${c.var.town.municipality}-${list.fiscalYear}.csv`;
      return csvFile(c, programmesCsv(rows, table), name);
    })
    .get('/programmes.json', async (c) =>
      c.body(programmesJson(await readProgrammeFile(actingOf(c, deps))), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="programmes-${c.var.town.municipality}.json"`,
      }),
    );
