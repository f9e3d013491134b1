import {
  bigint,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { YearAmount } from '../../domain/budget/budget.ts';
import { type FrameStep, proposalKinds, proposalStates } from '../../domain/budget/budget.ts';
import { createdAt, decimal, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable, organisationUnit } from './organisation.ts';
import { schemeTable } from './scheme.ts';

const thousandYen = (name: string) => bigint(name, { mode: 'number' });

/** 枠配分の規則: BudgetScheme (domain/budget/budget-scheme.ts) */
export const budgetScheme = schemeTable('budget_scheme');

/** 予算編成の年度. */
export const budgetYear = pgTable(
  'budget_year',
  {
    municipality: municipality(),
    /** The year the money is for. */
    fiscalYear: integer('fiscal_year').notNull(),
    schemeKey: text('scheme_key').notNull(),
    schemeVersion: integer('scheme_version').notNull(),
    /** The year whose amounts the frames are computed from. */
    baseFiscalYear: integer('base_fiscal_year').notNull(),
    /** The evaluation it rests on; null: none yet. */
    roundKey: text('round_key'),
    /** 歳入見込み that limits the whole; null: not estimated */
    revenue: thousandYen('revenue_thousand_yen'),
    state: text('state', { enum: ['preparing', 'notified', 'settled', 'published'] }).notNull(),
    note: text('note').notNull(),
    notifiedAt: instant('notified_at'),
    settledAt: instant('settled_at'),
    publishedAt: instant('published_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear] }),
    foreignKey({
      columns: [t.municipality, t.schemeKey, t.schemeVersion],
      foreignColumns: [budgetScheme.municipality, budgetScheme.schemeKey, budgetScheme.schemeVersion],
    }),
  ],
);

/** 配分枠 of one unit and expense class, with the arithmetic it came from. */
export const budgetFrame = pgTable(
  'budget_frame',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    unitKey: text('unit_key').notNull(),
    expenseClass: text('expense_class').notNull(),
    computed: thousandYen('computed_thousand_yen').notNull(),
    steps: jsonb('steps').$type<readonly FrameStep[]>().notNull(),
    adjustment: thousandYen('adjustment_thousand_yen').notNull(),
    adjustmentReason: text('adjustment_reason').notNull(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear, t.unitKey, t.expenseClass] }),
    foreignKey({
      columns: [t.municipality, t.fiscalYear],
      foreignColumns: [budgetYear.municipality, budgetYear.fiscalYear],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 予算要求の提案: new, expand, continue, reduce or stop, and what became of it. */
export const budgetProposal = pgTable(
  'budget_proposal',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    proposalKey: text('proposal_key').notNull(),
    /** null: something new that is no programme yet */
    programmeKey: text('programme_key'),
    name: text('name').notNull(),
    unitKey: text('unit_key').notNull(),
    expenseClass: text('expense_class').notNull(),
    kind: text('kind', { enum: proposalKinds }).notNull(),
    /** hard: settled in the 実施計画; soft: in budgeting, through evaluation */
    settledIn: text('settled_in', { enum: ['implementation-plan', 'budget'] }).notNull(),
    /** 一般財源 of the base year */
    baseGeneral: thousandYen('base_general_thousand_yen').notNull(),
    /** 要求額 (total), of which 一般財源 */
    requested: thousandYen('requested_thousand_yen').notNull(),
    requestedGeneral: thousandYen('requested_general_thousand_yen').notNull(),
    /** 配分した一般財源; null: not decided */
    allocatedGeneral: thousandYen('allocated_general_thousand_yen'),
    /** 後年度の額 */
    laterYears: jsonb('later_years').$type<readonly YearAmount[]>().notNull(),
    /** 終期: asked of what is new */
    endFiscalYear: integer('end_fiscal_year'),
    obligatory: text('obligatory', { enum: ['yes', 'no'] }).notNull(),
    /** At most one of a group is taken. '' : none */
    alternativeGroup: text('alternative_group').notNull(),
    /** 1 is first; null: not ranked */
    divisionPriority: integer('division_priority'),
    planningPriority: integer('planning_priority'),
    planningNote: text('planning_note').notNull(),
    /** Worth for the decision support, as a decimal; null: from the priorities */
    worth: decimal('worth'),
    /** 評価の方向 it rests on: the word and its common class, as when it was made */
    evaluationWord: text('evaluation_word').notNull(),
    evaluationClass: text('evaluation_class').notNull(),
    reason: text('reason').notNull(),
    state: text('state', { enum: proposalStates }).notNull(),
    decisionReason: text('decision_reason').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear, t.proposalKey] }),
    unique().on(t.municipality, t.fiscalYear, t.programmeKey),
    foreignKey({
      columns: [t.municipality, t.fiscalYear],
      foreignColumns: [budgetYear.municipality, budgetYear.fiscalYear],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 見合いの財源 (スクラップ・アンド・ビルド): what a reduction frees pays for something; never twice. */
export const proposalOffset = pgTable(
  'proposal_offset',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    proposalKey: text('proposal_key').notNull(),
    /** The proposal that frees the money. */
    freedByKey: text('freed_by_key').notNull(),
    amount: thousandYen('amount_thousand_yen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear, t.proposalKey, t.freedByKey] }),
    foreignKey({
      columns: [t.municipality, t.fiscalYear, t.proposalKey],
      foreignColumns: [budgetProposal.municipality, budgetProposal.fiscalYear, budgetProposal.proposalKey],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.fiscalYear, t.freedByKey],
      foreignColumns: [budgetProposal.municipality, budgetProposal.fiscalYear, budgetProposal.proposalKey],
    }).onDelete('cascade'),
  ],
);

/** 流用: money moved between two proposals of a settled budget. Rows are only added. */
export const budgetTransfer = pgTable(
  'budget_transfer',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    transferId: uuid('transfer_id').notNull(),
    fromProposalKey: text('from_proposal_key').notNull(),
    toProposalKey: text('to_proposal_key').notNull(),
    amount: thousandYen('amount_thousand_yen').notNull(),
    reason: text('reason').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: uuid('made_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear, t.transferId] }),
    foreignKey({
      columns: [t.municipality, t.fiscalYear, t.fromProposalKey],
      foreignColumns: [budgetProposal.municipality, budgetProposal.fiscalYear, budgetProposal.proposalKey],
    }),
    foreignKey({
      columns: [t.municipality, t.fiscalYear, t.toProposalKey],
      foreignColumns: [budgetProposal.municipality, budgetProposal.fiscalYear, budgetProposal.proposalKey],
    }),
  ],
);

/** 節減への還元 (インセンティブ): granted by the rule, usable until a year. */
export const budgetIncentive = pgTable(
  'budget_incentive',
  {
    municipality: municipality(),
    incentiveId: uuid('incentive_id').notNull(),
    /** The year it is granted for. */
    fiscalYear: integer('fiscal_year').notNull(),
    unitKey: text('unit_key').notNull(),
    name: text('name').notNull(),
    effect: thousandYen('effect_thousand_yen').notNull(),
    /** Points by criterion of the rule. */
    points: jsonb('points').$type<Readonly<Record<string, number>>>().notNull(),
    granted: thousandYen('granted_thousand_yen').notNull(),
    steps: jsonb('steps').$type<readonly FrameStep[]>().notNull(),
    lastFiscalYear: integer('last_fiscal_year').notNull(),
    used: jsonb('used').$type<readonly YearAmount[]>().notNull(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.incentiveId] }),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 実施計画の3か年. fixed: the three years stand and are corrected; rolling: every year anew. */
export const implementationPlan = pgTable(
  'implementation_plan',
  {
    municipality: municipality(),
    startFiscalYear: integer('start_fiscal_year').notNull(),
    years: integer('years').notNull(),
    mode: text('mode', { enum: ['fixed', 'rolling'] }).notNull(),
    title: text('title').notNull(),
    state: text('state', { enum: ['draft', 'settled', 'published'] }).notNull(),
    /** How many corrections (補正) it has had. */
    correction: integer('correction').notNull(),
    note: text('note').notNull(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.startFiscalYear] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

/** The amount of a programme in one year of the 実施計画; the newest correction counts, earlier ones stay. */
export const implementationAmount = pgTable(
  'implementation_amount',
  {
    municipality: municipality(),
    startFiscalYear: integer('start_fiscal_year').notNull(),
    programmeKey: text('programme_key').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    correction: integer('correction').notNull(),
    amount: thousandYen('amount_thousand_yen').notNull(),
    general: thousandYen('general_thousand_yen'),
    reason: text('reason').notNull(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({
      columns: [t.municipality, t.startFiscalYear, t.programmeKey, t.fiscalYear, t.correction],
    }),
    foreignKey({
      columns: [t.municipality, t.startFiscalYear],
      foreignColumns: [implementationPlan.municipality, implementationPlan.startFiscalYear],
    }).onDelete('cascade'),
  ],
);
