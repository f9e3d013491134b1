import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { type MunicipalitySettings, settingsFrom } from '../domain/kernel/settings.ts';
import type { Area } from '../domain/organisation/area.ts';
import type { OrganisationUnit, UnitSuccession } from '../domain/organisation/unit.ts';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { area, municipalityTable, organisationUnit, unitSuccession } from './schema/organisation.ts';
import type { Queries, ReadTx } from './tenant.ts';

export interface MunicipalityRow {
  readonly municipality: MunicipalityCode;
  readonly name: string;
  readonly nameKana: string;
  readonly nameEn: string;
  readonly prefecture: string;
  /** #rrggbb */
  readonly accentColour: string;
  readonly settings: MunicipalitySettings;
  /** ISO instant; null: the public site is not open. */
  readonly publicSince: string | null;
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

const columns = {
  municipality: municipalityTable.municipality,
  name: municipalityTable.name,
  nameKana: municipalityTable.nameKana,
  nameEn: municipalityTable.nameEn,
  prefecture: municipalityTable.prefecture,
  accentColour: municipalityTable.accentColour,
  settings: municipalityTable.settings,
  publicSince: municipalityTable.publicSince,
  version: municipalityTable.version,
  updatedAt: municipalityTable.updatedAt,
};

const townOf = (
  tx: ReadTx,
  row: Omit<MunicipalityRow, 'municipality' | 'settings'> & { readonly settings: unknown },
): MunicipalityRow => ({
  ...row,
  municipality: tx.municipality,
  // Written from the domain type only; what it does not say is the default.
  settings: settingsFrom(row.settings as Parameters<typeof settingsFrom>[0]),
  publicSince: isoInstantOrNull(row.publicSince),
  updatedAt: isoInstant(row.updatedAt),
});

export const findMunicipality = async (tx: ReadTx): Promise<MunicipalityRow | null> => {
  const [row] = await tx.q
    .select(columns)
    .from(municipalityTable)
    .where(eq(municipalityTable.municipality, tx.municipality));
  return row === undefined ? null : townOf(tx, row);
};

interface TownWithPublications {
  readonly town: MunicipalityRow;
  /** Of an evaluation, a budget or an implementation plan */
  readonly hasEvaluations: boolean;
  /** Of a series of population, or of a scenario */
  readonly hasPopulation: boolean;
}

/** The town, and of which kinds it has published anything: one query. */
export const findTownWithPublications = async (tx: ReadTx): Promise<TownWithPublications | null> => {
  const own = sql`p.municipality = ${tx.municipality}`;
  const [row] = await tx.q
    .select({
      ...columns,
      hasEvaluations: sql<boolean>`EXISTS (SELECT FROM publication p WHERE ${own} AND p.kind <> 'population-scenario')`,
      hasPopulation: sql<boolean>`EXISTS (SELECT FROM population_series p WHERE ${own} AND p.state = 'published')
        OR EXISTS (SELECT FROM publication p WHERE ${own} AND p.kind = 'population-scenario')`,
    })
    .from(municipalityTable)
    .where(eq(municipalityTable.municipality, tx.municipality));
  if (row === undefined) return null;
  const { hasEvaluations, hasPopulation, ...town } = row;
  return { town: townOf(tx, town), hasEvaluations, hasPopulation };
};

export type DirectoryEntry = Pick<
  MunicipalityRow,
  'municipality' | 'name' | 'nameKana' | 'nameEn' | 'prefecture' | 'updatedAt'
>;

/** Towns whose public site is open, by code. Inside `withDirectory`. */
export const listMunicipalities = async (q: Queries): Promise<readonly DirectoryEntry[]> => {
  const rows = await q
    .select({
      municipality: municipalityTable.municipality,
      name: municipalityTable.name,
      nameKana: municipalityTable.nameKana,
      nameEn: municipalityTable.nameEn,
      prefecture: municipalityTable.prefecture,
      updatedAt: municipalityTable.updatedAt,
    })
    .from(municipalityTable)
    .where(isNotNull(municipalityTable.publicSince))
    .orderBy(asc(municipalityTable.municipality));
  return rows.map((row) => ({
    ...row,
    // Every stored code went through parseMunicipalityCode.
    municipality: row.municipality as MunicipalityCode,
    updatedAt: isoInstant(row.updatedAt),
  }));
};

/** All units that are or were, in the town's order. */
export const listUnits = async (tx: ReadTx): Promise<readonly OrganisationUnit[]> => {
  const rows = await tx.q
    .select({
      unitKey: organisationUnit.unitKey,
      name: organisationUnit.name,
      kind: organisationUnit.kind,
      parentKey: organisationUnit.parentKey,
      validFrom: organisationUnit.validFrom,
      validTo: organisationUnit.validTo,
      position: organisationUnit.position,
      earlierPlaces: organisationUnit.earlierPlaces,
    })
    .from(organisationUnit)
    .where(eq(organisationUnit.municipality, tx.municipality))
    .orderBy(asc(organisationUnit.position), asc(organisationUnit.unitKey));
  // A unit that never moved is as it was registered.
  return rows.map(({ earlierPlaces, ...unit }) =>
    earlierPlaces.length === 0 ? unit : { ...unit, earlierPlaces },
  );
};

export const listSuccessions = (tx: ReadTx): Promise<readonly UnitSuccession[]> =>
  tx.q
    .select({
      predecessorKey: unitSuccession.predecessorKey,
      successorKey: unitSuccession.successorKey,
      on: unitSuccession.succeededOn,
      kind: unitSuccession.kind,
      reason: unitSuccession.reason,
    })
    .from(unitSuccession)
    .where(eq(unitSuccession.municipality, tx.municipality))
    .orderBy(asc(unitSuccession.succeededOn), asc(unitSuccession.predecessorKey));

export const listAreas = (tx: ReadTx): Promise<readonly Area[]> =>
  tx.q
    .select({
      areaKey: area.areaKey,
      name: area.name,
      layer: area.layer,
      parentKey: area.parentKey,
      position: area.position,
    })
    .from(area)
    .where(eq(area.municipality, tx.municipality))
    .orderBy(asc(area.position), asc(area.areaKey));
