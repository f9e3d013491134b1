import { eq, sql } from 'drizzle-orm';
import type { MunicipalitySettings } from '../domain/kernel/settings.ts';
import type { Area } from '../domain/organisation/area.ts';
import type { OrganisationUnit, UnitSuccession } from '../domain/organisation/unit.ts';
import { inChunks } from './in-chunks.ts';
import { area, municipalityTable, organisationUnit, unitSuccession } from './schema/organisation.ts';
import type { TenantTx } from './tenant.ts';

export interface NewMunicipality {
  readonly name: string;
  readonly nameKana: string;
  readonly nameEn: string;
  readonly prefecture: string;
  readonly accentColour: string;
  readonly settings: MunicipalitySettings;
}

/** @returns false when the town is there already; nothing is changed then. */
export const insertMunicipality = async (
  tx: TenantTx,
  town: NewMunicipality,
  now: string,
): Promise<boolean> => {
  const rows = await tx.q
    .insert(municipalityTable)
    .values({ municipality: tx.municipality, ...town, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ municipality: municipalityTable.municipality });
  return rows.length === 1;
};

/** Opens the public site; a site that is open keeps its day. */
export const updatePublicSince = async (tx: TenantTx, now: string): Promise<void> => {
  await tx.q
    .update(municipalityTable)
    .set({ publicSince: sql`coalesce(${municipalityTable.publicSince}, ${now}::timestamptz)` })
    .where(eq(municipalityTable.municipality, tx.municipality));
};

/**
 * 記事番号: gives out `count` numbers of the town and returns the first. The row stays locked until the end of the
 * transaction, so that no number is given twice.
 */
export const takeArticleNumbers = async (tx: TenantTx, count: number): Promise<number> => {
  const [row] = await tx.q
    .update(municipalityTable)
    .set({ articleCounter: sql`${municipalityTable.articleCounter} + ${count}::int` })
    .where(eq(municipalityTable.municipality, tx.municipality))
    .returning({ last: municipalityTable.articleCounter });
  if (row === undefined) throw new Error('takeArticleNumbers requires a registered municipality');
  return row.last - count + 1;
};

/** A parent goes before its children: the groups written together may part them. */
const parentsFirst = <Node extends { readonly parentKey: string | null }>(
  nodes: readonly Node[],
  keyOf: (node: Node) => string,
): readonly Node[] => {
  const byKey = new Map(nodes.map((node) => [keyOf(node), node]));
  const ordered = new Set<Node>();
  const place = (node: Node): void => {
    if (ordered.has(node)) return;
    const above: Node[] = [];
    for (
      let next: Node | undefined = node;
      next !== undefined && !ordered.has(next) && !above.includes(next);
      next = next.parentKey === null ? undefined : byKey.get(next.parentKey)
    )
      above.push(next);
    for (const each of above.reverse()) ordered.add(each);
  };
  for (const node of nodes) place(node);
  return [...ordered];
};

export const insertUnits = (tx: TenantTx, units: readonly OrganisationUnit[], now: string): Promise<void> =>
  inChunks(
    parentsFirst(units, (unit) => unit.unitKey),
    2000,
    (chunk) =>
      tx.q
        .insert(organisationUnit)
        .values(chunk.map((unit) => ({ municipality: tx.municipality, ...unit, updatedAt: now }))),
  );

export const insertSuccessions = (
  tx: TenantTx,
  successions: readonly UnitSuccession[],
  now: string,
): Promise<void> =>
  inChunks(successions, 2000, (chunk) =>
    tx.q.insert(unitSuccession).values(
      chunk.map(({ on, ...succession }) => ({
        municipality: tx.municipality,
        ...succession,
        succeededOn: on,
        createdAt: now,
      })),
    ),
  );

export const insertAreas = (tx: TenantTx, areas: readonly Area[], now: string): Promise<void> =>
  inChunks(
    parentsFirst(areas, (entry) => entry.areaKey),
    2000,
    (chunk) =>
      tx.q
        .insert(area)
        .values(chunk.map((entry) => ({ municipality: tx.municipality, ...entry, updatedAt: now }))),
  );
