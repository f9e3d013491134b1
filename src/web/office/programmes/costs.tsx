import { Hono } from 'hono';
import { readCosts } from '../../../app/programme/read-costs.ts';
import { unitsBelow } from '../../../domain/organisation/units-below.ts';
import { costDivisions, costLines, stepBelow } from '../../../domain/programme/list/cost-table.ts';
import type { ProgrammeRow } from '../../../domain/programme/list/programme-row.ts';
import { type AmountKind, amountOf } from '../../../domain/programme/list/totals.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { CostsPage } from './costs-page.tsx';

const amounts: readonly AmountKind[] = ['settled', 'budget', 'total'];

/** 経費 */
export const costRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const costs = await readCosts(actingOf(c, deps));
    const by = costDivisions.find((each) => each === c.req.query('by')) ?? 'unit';
    const amount = amounts.find((each) => each === c.req.query('amount')) ?? 'settled';
    const byKey = new Map(costs.units.map((unit) => [unit.unitKey, unit]));
    const unit = byKey.get(c.req.query('within') ?? '') ?? null;
    if (c.req.query('within') !== undefined && unit === null) return c.notFound();
    const inside = unit === null ? null : unitsBelow(costs.units, unit.unitKey);
    const years = costs.years.map((year) => ({
      ...year,
      rows:
        inside === null
          ? year.rows
          : year.rows.filter(({ unitKey }) => unitKey !== null && inside.has(unitKey)),
    }));
    const within = unit?.unitKey ?? null;
    const base = `/m/${c.var.town.municipality}/office/programmes`;
    const newest = years[0]?.fiscalYear ?? 0;
    const own = (row: ProgrammeRow): boolean => row.unitKey === within;
    // A unit's own programmes stand one by one; what is below it as a line each.
    const listed = by === 'unit' && within !== null ? years.flatMap(({ rows }) => rows.filter(own)) : [];
    const names = new Map(listed.map(({ programme }) => [programme.programmeKey, programme]));
    const index = new Map(
      years.map(({ fiscalYear, rows }) => [
        fiscalYear,
        new Map(rows.map((row) => [row.programme.programmeKey, amountOf(row, amount)])),
      ]),
    );
    const keysOf = (row: ProgrammeRow): readonly (string | null)[] => {
      if (by === 'type') return [row.programme.typeKey];
      if (by === 'class') return [row.programme.expenseClass];
      if (by === 'item') return row.items.length === 0 ? [null] : row.items;
      return [stepBelow(byKey, row.unitKey, within)];
    };
    const counted =
      listed.length === 0
        ? years
        : years.map((year) => ({ ...year, rows: year.rows.filter((row) => !own(row)) }));
    const labels = new Map<string, string>([
      ...costs.units.map(({ unitKey, name }) => [unitKey, name] as const),
      ...costs.types.map(({ key, label }) => [key, label] as const),
      ...costs.expenseClasses.map(({ key, label }) => [key, label] as const),
      ...costs.items.map(
        ({ planKey, itemKey, planTitle, title }) =>
          [`${planKey}/${itemKey}`, `${planTitle} › ${title}`] as const,
      ),
    ]);
    const order = {
      unit: costs.units.map(({ unitKey }) => unitKey),
      type: costs.types.map(({ key }) => key),
      class: costs.expenseClasses.map(({ key }) => key),
      item: costs.items.map(({ planKey, itemKey }) => `${planKey}/${itemKey}`),
    }[by];
    const filterName = { unit: 'unit', type: 'type', class: 'class', item: 'item' }[by];
    const hrefOf = (key: string | null): string | null => {
      if (key !== null && by === 'unit')
        return `${base}/costs?${new URLSearchParams({ amount, within: key })}`;
      const unitPart = within === null ? {} : { unit: within };
      return `${base}?${new URLSearchParams({ year: String(newest), ...unitPart, [filterName]: key ?? 'none' })}`;
    };
    const above: { label: string; href: string }[] = [];
    for (
      let key = unit?.parentKey ?? null;
      key !== null && above.length < 10;
      key = byKey.get(key)?.parentKey ?? null
    )
      above.unshift({ label: labels.get(key) ?? key, href: hrefOf(key) ?? '' });
    return renderPage(
      c,
      <CostsPage
        town={c.var.town}
        viewer={c.var.viewer}
        costs={costs}
        by={by}
        amount={amount}
        within={unit}
        years={years}
        lines={costLines(counted, amount, keysOf, order)}
        nameOf={(key) => (key === null ? 'なし・決めていない' : (labels.get(key) ?? key))}
        hrefOf={hrefOf}
        above={above}
        programmes={[...names.values()].map(({ programmeKey, number, name }) => ({
          programmeKey,
          name: `${number} ${name}`.trim(),
          amounts: years.map(({ fiscalYear }) => index.get(fiscalYear)?.get(programmeKey) ?? null),
        }))}
      />,
    );
  });
