import { bigint, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Source } from '../../domain/kernel/source.ts';
import type { BudgetCode } from '../../domain/programme/programme.ts';
import { legalObligations, measureKinds, programmeMissingReasons } from '../../domain/programme/programme.ts';
import type { CycleEvent, ProgrammeType, StaffRate } from '../../domain/programme/yearly-cycle.ts';
import { createdAt, decimal, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable, organisationUnit } from './organisation.ts';

const thousandYen = (name: string) => bigint(name, { mode: 'number' });

/** 年度サイクルの設定: what kinds of programmes there are, what an hour of work costs, what happens in which month. */
export const yearlyCycle = pgTable(
  'yearly_cycle',
  {
    municipality: municipality().primaryKey(),
    programmeTypes: jsonb('programme_types').$type<readonly ProgrammeType[]>().notNull().default([]),
    staffRates: jsonb('staff_rates').$type<readonly StaffRate[]>().notNull().default([]),
    calendar: jsonb('calendar').$type<readonly CycleEvent[]>().notNull().default([]),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] })],
);

/** 決算の確定: from here on the amounts of the year do not change, until it is opened again with a reason. */
export const settledYear = pgTable(
  'settled_year',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    settledAt: instant('settled_at').notNull(),
    settledBy: uuid('settled_by'),
    note: text('note').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

/** 事務事業. Keeps its key through renames, renumbering and reorganisation. */
export const programme = pgTable(
  'programme',
  {
    municipality: municipality(),
    programmeKey: text('programme_key').notNull(),
    /** 事業番号 as the town writes it; '' where it has none */
    number: text('number').notNull(),
    name: text('name').notNull(),
    /** Key in the town's list of types; null: not known. */
    typeKey: text('type_key'),
    legalObligation: text('legal_obligation', { enum: legalObligations }).notNull(),
    legalBasis: text('legal_basis').notNull(),
    targetGroup: text('target_group').notNull(),
    means: text('means').notNull(),
    intent: text('intent').notNull(),
    unitKey: text('unit_key'),
    /** Where it stands in the source's own order of things (施策名など), kept as written. */
    statedPlace: text('stated_place').notNull(),
    /** 経費区分 in the town's budget rule; null: not sorted yet */
    expenseClass: text('expense_class'),
    startFiscalYear: integer('start_fiscal_year'),
    endFiscalYear: integer('end_fiscal_year'),
    note: text('note').notNull(),
    source: jsonb('source').$type<Source>(),
    position: integer('position').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.programmeKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 事務事業の年度: who had it, and its money. null: not known; nought is nought. Where any source is known, all are, and they add up. */
export const programmeYear = pgTable(
  'programme_year',
  {
    municipality: municipality(),
    programmeKey: text('programme_key').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    unitKey: text('unit_key'),
    budgetCodes: jsonb('budget_codes').$type<readonly BudgetCode[]>().notNull().default([]),
    budget: thousandYen('budget_thousand_yen'),
    budgetNational: thousandYen('budget_national_thousand_yen'),
    budgetPrefecture: thousandYen('budget_prefecture_thousand_yen'),
    budgetBond: thousandYen('budget_bond_thousand_yen'),
    budgetOther: thousandYen('budget_other_thousand_yen'),
    budgetGeneral: thousandYen('budget_general_thousand_yen'),
    settled: thousandYen('settled_thousand_yen'),
    settledNational: thousandYen('settled_national_thousand_yen'),
    settledPrefecture: thousandYen('settled_prefecture_thousand_yen'),
    settledBond: thousandYen('settled_bond_thousand_yen'),
    settledOther: thousandYen('settled_other_thousand_yen'),
    settledGeneral: thousandYen('settled_general_thousand_yen'),
    /** Hours of staff in the year, as a decimal string. */
    staffHours: decimal('staff_hours'),
    /** Whether the amounts above already hold what staff cost. */
    personnelIncluded: text('personnel_included', { enum: ['yes', 'no', 'unknown'] }).notNull(),
    note: text('note').notNull(),
    source: jsonb('source').$type<Source>(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.programmeKey, t.fiscalYear] }),
    foreignKey({
      columns: [t.municipality, t.programmeKey],
      foreignColumns: [programme.municipality, programme.programmeKey],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 活動・成果の指標 of programmes. One measure may be shared by many programmes; it may be an indicator of the town. */
export const measure = pgTable(
  'measure',
  {
    municipality: municipality(),
    measureKey: text('measure_key').notNull(),
    kind: text('kind', { enum: measureKinds }).notNull(),
    name: text('name').notNull(),
    /** '' where none is stated */
    unit: text('unit').notNull(),
    direction: text('direction', { enum: ['up', 'down', 'none'] }).notNull(),
    /** Its figures are this indicator's. */
    indicatorKey: text('indicator_key'),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.measureKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

export const programmeMeasure = pgTable(
  'programme_measure',
  {
    municipality: municipality(),
    programmeKey: text('programme_key').notNull(),
    measureKey: text('measure_key').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.programmeKey, t.measureKey] }),
    foreignKey({
      columns: [t.municipality, t.programmeKey],
      foreignColumns: [programme.municipality, programme.programmeKey],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.measureKey],
      foreignColumns: [measure.municipality, measure.measureKey],
    }).onDelete('cascade'),
  ],
);

/** The figure of a measure in a year: number, words, or why there is none. */
export const measureYear = pgTable(
  'measure_year',
  {
    municipality: municipality(),
    measureKey: text('measure_key').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    target: decimal('target'),
    actual: decimal('actual'),
    actualText: text('actual_text'),
    missing: text('missing', { enum: programmeMissingReasons }),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.measureKey, t.fiscalYear] }),
    foreignKey({
      columns: [t.municipality, t.measureKey],
      foreignColumns: [measure.municipality, measure.measureKey],
    }).onDelete('cascade'),
  ],
);

/** 事務事業と計画項目 (many to many); by the item's key, which it keeps through revisions. */
export const programmePlanItem = pgTable(
  'programme_plan_item',
  {
    municipality: municipality(),
    programmeKey: text('programme_key').notNull(),
    planKey: text('plan_key').notNull(),
    itemKey: text('item_key').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.programmeKey, t.planKey, t.itemKey] }),
    foreignKey({
      columns: [t.municipality, t.programmeKey],
      foreignColumns: [programme.municipality, programme.programmeKey],
    }).onDelete('cascade'),
  ],
);
