import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { SetUpFacts } from '../domain/programme/yearly-cycle-setup.ts';
import { roleGrant } from './schema/access.ts';
import { budgetFrame, budgetScheme, budgetYear, implementationPlan } from './schema/budget.ts';
import { evaluationRound, evaluationScheme } from './schema/evaluation.ts';
import { municipalityTable, organisationUnit } from './schema/organisation.ts';
import { programme, yearlyCycle } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

interface TownTable extends PgTable {
  readonly municipality: AnyColumn;
}

const lengthOf = (list: AnyColumn): SQL<number> =>
  sql<number>`coalesce((SELECT jsonb_array_length(${list}) FROM ${yearlyCycle} WHERE ${yearlyCycle.municipality} = ${municipalityTable.municipality}), 0)::int`;

const count = (table: TownTable, where: SQL = sql`true`, what: SQL = sql`*`): SQL<number> =>
  sql<number>`(SELECT count(${what}) FROM ${table} WHERE ${table.municipality} = ${municipalityTable.municipality} AND ${where})::int`;

/** Counts of everything the yearly cycle needs, in one query. `today`: ISO day of the units and roles. */
export const countSetUp = async (tx: TenantTx, today: string): Promise<SetUpFacts> => {
  const [row] = await tx.q
    .select({
      units: count(
        organisationUnit,
        sql`${organisationUnit.validFrom} <= ${today} AND coalesce(${organisationUnit.validTo} >= ${today}, true)`,
      ),
      unitPeople: count(
        roleGrant,
        sql`${roleGrant.role} IN ('unit-staff', 'unit-head', 'division-head') AND coalesce(${roleGrant.validTo} >= ${today}, true)`,
        sql`DISTINCT ${roleGrant.userId}`,
      ),
      types: lengthOf(yearlyCycle.programmeTypes),
      rates: lengthOf(yearlyCycle.staffRates),
      calendar: lengthOf(yearlyCycle.calendar),
      hardTypes: sql<number>`coalesce((SELECT jsonb_array_length(jsonb_path_query_array(${yearlyCycle.programmeTypes}, '$[*] ? (@.settledIn == "implementation-plan")')) FROM ${yearlyCycle} WHERE ${yearlyCycle.municipality} = ${municipalityTable.municipality}), 0)::int`,
      programmes: count(programme),
      programmesWithoutUnit: count(programme, sql`${programme.unitKey} IS NULL`),
      schemesAdopted: count(evaluationScheme, sql`${evaluationScheme.state} = 'adopted'`),
      schemesDraft: count(evaluationScheme, sql`${evaluationScheme.state} = 'draft'`),
      rounds: count(evaluationRound),
      rulesAdopted: count(budgetScheme, sql`${budgetScheme.state} = 'adopted'`),
      rulesDraft: count(budgetScheme, sql`${budgetScheme.state} = 'draft'`),
      budgetYears: count(budgetYear),
      frames: count(budgetFrame),
      implementationPlans: count(implementationPlan),
    })
    .from(municipalityTable)
    .where(eq(municipalityTable.municipality, tx.municipality));
  if (row === undefined) throw new Error(`countSetUp requires a town that is there, not ${tx.municipality}`);
  const { schemesAdopted, schemesDraft, rulesAdopted, rulesDraft, ...facts } = row;
  return {
    ...facts,
    evaluationSchemes: { adopted: schemesAdopted, draft: schemesDraft },
    budgetSchemes: { adopted: rulesAdopted, draft: rulesDraft },
  };
};
