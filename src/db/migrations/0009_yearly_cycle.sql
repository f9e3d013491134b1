CREATE TABLE "budget_frame" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"unit_key" text NOT NULL,
	"expense_class" text NOT NULL,
	"computed_thousand_yen" bigint NOT NULL,
	"steps" jsonb NOT NULL,
	"adjustment_thousand_yen" bigint NOT NULL,
	"adjustment_reason" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "budget_frame_municipality_fiscal_year_unit_key_expense_class_pk" PRIMARY KEY("municipality","fiscal_year","unit_key","expense_class")
);
--> statement-breakpoint
CREATE TABLE "budget_incentive" (
	"municipality" text NOT NULL,
	"incentive_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"unit_key" text NOT NULL,
	"name" text NOT NULL,
	"effect_thousand_yen" bigint NOT NULL,
	"points" jsonb NOT NULL,
	"granted_thousand_yen" bigint NOT NULL,
	"steps" jsonb NOT NULL,
	"last_fiscal_year" integer NOT NULL,
	"used" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "budget_incentive_municipality_incentive_id_pk" PRIMARY KEY("municipality","incentive_id")
);
--> statement-breakpoint
CREATE TABLE "budget_proposal" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"proposal_key" text NOT NULL,
	"programme_key" text,
	"name" text NOT NULL,
	"unit_key" text NOT NULL,
	"expense_class" text NOT NULL,
	"kind" text NOT NULL,
	"settled_in" text NOT NULL,
	"base_general_thousand_yen" bigint NOT NULL,
	"requested_thousand_yen" bigint NOT NULL,
	"requested_general_thousand_yen" bigint NOT NULL,
	"allocated_general_thousand_yen" bigint,
	"later_years" jsonb NOT NULL,
	"end_fiscal_year" integer,
	"obligatory" text NOT NULL,
	"alternative_group" text NOT NULL,
	"division_priority" integer,
	"planning_priority" integer,
	"planning_note" text NOT NULL,
	"worth" numeric,
	"evaluation_word" text NOT NULL,
	"evaluation_class" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"decision_reason" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "budget_proposal_municipality_fiscal_year_proposal_key_pk" PRIMARY KEY("municipality","fiscal_year","proposal_key"),
	CONSTRAINT "budget_proposal_municipality_fiscal_year_programme_key_unique" UNIQUE("municipality","fiscal_year","programme_key")
);
--> statement-breakpoint
CREATE TABLE "budget_scheme" (
	"municipality" text NOT NULL,
	"scheme_key" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"adopted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "budget_scheme_municipality_scheme_key_scheme_version_pk" PRIMARY KEY("municipality","scheme_key","scheme_version")
);
--> statement-breakpoint
CREATE TABLE "budget_transfer" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"transfer_id" uuid NOT NULL,
	"from_proposal_key" text NOT NULL,
	"to_proposal_key" text NOT NULL,
	"amount_thousand_yen" bigint NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	CONSTRAINT "budget_transfer_municipality_fiscal_year_transfer_id_pk" PRIMARY KEY("municipality","fiscal_year","transfer_id")
);
--> statement-breakpoint
CREATE TABLE "budget_year" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"scheme_key" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"base_fiscal_year" integer NOT NULL,
	"round_key" text,
	"revenue_thousand_yen" bigint,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"notified_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "budget_year_municipality_fiscal_year_pk" PRIMARY KEY("municipality","fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "implementation_amount" (
	"municipality" text NOT NULL,
	"start_fiscal_year" integer NOT NULL,
	"programme_key" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"correction" integer NOT NULL,
	"amount_thousand_yen" bigint NOT NULL,
	"general_thousand_yen" bigint,
	"reason" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "implementation_amount_municipality_start_fiscal_year_programme_key_fiscal_year_correction_pk" PRIMARY KEY("municipality","start_fiscal_year","programme_key","fiscal_year","correction")
);
--> statement-breakpoint
CREATE TABLE "implementation_plan" (
	"municipality" text NOT NULL,
	"start_fiscal_year" integer NOT NULL,
	"years" integer NOT NULL,
	"mode" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"correction" integer NOT NULL,
	"note" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "implementation_plan_municipality_start_fiscal_year_pk" PRIMARY KEY("municipality","start_fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "proposal_offset" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"proposal_key" text NOT NULL,
	"freed_by_key" text NOT NULL,
	"amount_thousand_yen" bigint NOT NULL,
	CONSTRAINT "proposal_offset_municipality_fiscal_year_proposal_key_freed_by_key_pk" PRIMARY KEY("municipality","fiscal_year","proposal_key","freed_by_key")
);
--> statement-breakpoint
CREATE TABLE "evaluation_delegation" (
	"municipality" text NOT NULL,
	"delegation_id" uuid NOT NULL,
	"round_key" text NOT NULL,
	"stage_key" text NOT NULL,
	"unit_key" text,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"valid_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "evaluation_delegation_municipality_delegation_id_pk" PRIMARY KEY("municipality","delegation_id"),
	CONSTRAINT "evaluation_delegation_municipality_round_key_stage_key_unit_key_user_id_unique" UNIQUE("municipality","round_key","stage_key","unit_key","user_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_event" (
	"municipality" text NOT NULL,
	"round_key" text NOT NULL,
	"subject_key" text NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stage_key" text NOT NULL,
	"note" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"happened_by" uuid,
	CONSTRAINT "evaluation_event_municipality_round_key_subject_key_event_id_pk" PRIMARY KEY("municipality","round_key","subject_key","event_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_record" (
	"municipality" text NOT NULL,
	"round_key" text NOT NULL,
	"subject_key" text NOT NULL,
	"stage_key" text NOT NULL,
	"answers" jsonb NOT NULL,
	"prefilled" jsonb NOT NULL,
	"first_saved_at" timestamp with time zone,
	"last_saved_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "evaluation_record_municipality_round_key_subject_key_stage_key_pk" PRIMARY KEY("municipality","round_key","subject_key","stage_key")
);
--> statement-breakpoint
CREATE TABLE "evaluation_remark" (
	"municipality" text NOT NULL,
	"remark_id" uuid NOT NULL,
	"target" text NOT NULL,
	"subject_key" text NOT NULL,
	"round_key" text,
	"fiscal_year" integer NOT NULL,
	"stage_key" text NOT NULL,
	"body" text NOT NULL,
	"audience" text NOT NULL,
	"answer" text NOT NULL,
	"answered_round_key" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "evaluation_remark_municipality_remark_id_pk" PRIMARY KEY("municipality","remark_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_round" (
	"municipality" text NOT NULL,
	"round_key" text NOT NULL,
	"title" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"timing" text NOT NULL,
	"target" text NOT NULL,
	"plan_key" text,
	"scheme_key" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"state" text NOT NULL,
	"due_on" jsonb NOT NULL,
	"note" text NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "evaluation_round_municipality_round_key_pk" PRIMARY KEY("municipality","round_key")
);
--> statement-breakpoint
CREATE TABLE "evaluation_scheme" (
	"municipality" text NOT NULL,
	"scheme_key" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"adopted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "evaluation_scheme_municipality_scheme_key_scheme_version_pk" PRIMARY KEY("municipality","scheme_key","scheme_version")
);
--> statement-breakpoint
CREATE TABLE "evaluation_sheet" (
	"municipality" text NOT NULL,
	"round_key" text NOT NULL,
	"subject_key" text NOT NULL,
	"position" integer NOT NULL,
	"unit_key" text,
	"stage_keys" jsonb NOT NULL,
	"exemption" text NOT NULL,
	"status" text NOT NULL,
	"stage_index" integer NOT NULL,
	"reason" text NOT NULL,
	"figures" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "evaluation_sheet_municipality_round_key_subject_key_pk" PRIMARY KEY("municipality","round_key","subject_key")
);
--> statement-breakpoint
CREATE TABLE "measure" (
	"municipality" text NOT NULL,
	"measure_key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"indicator_key" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "measure_municipality_measure_key_pk" PRIMARY KEY("municipality","measure_key")
);
--> statement-breakpoint
CREATE TABLE "measure_year" (
	"municipality" text NOT NULL,
	"measure_key" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"target" numeric,
	"actual" numeric,
	"actual_text" text,
	"missing" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "measure_year_municipality_measure_key_fiscal_year_pk" PRIMARY KEY("municipality","measure_key","fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"municipality" text NOT NULL,
	"programme_key" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"type_key" text,
	"legal_obligation" text NOT NULL,
	"legal_basis" text NOT NULL,
	"target_group" text NOT NULL,
	"means" text NOT NULL,
	"intent" text NOT NULL,
	"unit_key" text,
	"stated_place" text NOT NULL,
	"expense_class" text,
	"start_fiscal_year" integer,
	"end_fiscal_year" integer,
	"note" text NOT NULL,
	"source" jsonb,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "programme_municipality_programme_key_pk" PRIMARY KEY("municipality","programme_key")
);
--> statement-breakpoint
CREATE TABLE "programme_measure" (
	"municipality" text NOT NULL,
	"programme_key" text NOT NULL,
	"measure_key" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "programme_measure_municipality_programme_key_measure_key_pk" PRIMARY KEY("municipality","programme_key","measure_key")
);
--> statement-breakpoint
CREATE TABLE "programme_plan_item" (
	"municipality" text NOT NULL,
	"programme_key" text NOT NULL,
	"plan_key" text NOT NULL,
	"item_key" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "programme_plan_item_municipality_programme_key_plan_key_item_key_pk" PRIMARY KEY("municipality","programme_key","plan_key","item_key")
);
--> statement-breakpoint
CREATE TABLE "programme_year" (
	"municipality" text NOT NULL,
	"programme_key" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"unit_key" text,
	"budget_codes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"budget_thousand_yen" bigint,
	"budget_national_thousand_yen" bigint,
	"budget_prefecture_thousand_yen" bigint,
	"budget_bond_thousand_yen" bigint,
	"budget_other_thousand_yen" bigint,
	"budget_general_thousand_yen" bigint,
	"settled_thousand_yen" bigint,
	"settled_national_thousand_yen" bigint,
	"settled_prefecture_thousand_yen" bigint,
	"settled_bond_thousand_yen" bigint,
	"settled_other_thousand_yen" bigint,
	"settled_general_thousand_yen" bigint,
	"staff_hours" numeric,
	"personnel_included" text NOT NULL,
	"note" text NOT NULL,
	"source" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "programme_year_municipality_programme_key_fiscal_year_pk" PRIMARY KEY("municipality","programme_key","fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "settled_year" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"settled_at" timestamp with time zone NOT NULL,
	"settled_by" uuid,
	"note" text NOT NULL,
	CONSTRAINT "settled_year_municipality_fiscal_year_pk" PRIMARY KEY("municipality","fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "yearly_cycle" (
	"municipality" text PRIMARY KEY NOT NULL,
	"programme_types" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"staff_rates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"calendar" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"municipality" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"edition" integer NOT NULL,
	"fiscal_year" integer NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	CONSTRAINT "publication_municipality_kind_key_edition_pk" PRIMARY KEY("municipality","kind","key","edition")
);
--> statement-breakpoint
CREATE TABLE "publication_entry" (
	"municipality" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"edition" integer NOT NULL,
	"subject_key" text NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "publication_entry_municipality_kind_key_edition_subject_key_pk" PRIMARY KEY("municipality","kind","key","edition","subject_key")
);
--> statement-breakpoint
ALTER TABLE "budget_frame" ADD CONSTRAINT "budget_frame_municipality_fiscal_year_budget_year_municipality_fiscal_year_fk" FOREIGN KEY ("municipality","fiscal_year") REFERENCES "public"."budget_year"("municipality","fiscal_year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_frame" ADD CONSTRAINT "budget_frame_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_incentive" ADD CONSTRAINT "budget_incentive_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_proposal" ADD CONSTRAINT "budget_proposal_municipality_fiscal_year_budget_year_municipality_fiscal_year_fk" FOREIGN KEY ("municipality","fiscal_year") REFERENCES "public"."budget_year"("municipality","fiscal_year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_proposal" ADD CONSTRAINT "budget_proposal_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_scheme" ADD CONSTRAINT "budget_scheme_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfer" ADD CONSTRAINT "budget_transfer_municipality_fiscal_year_from_proposal_key_budget_proposal_municipality_fiscal_year_proposal_key_fk" FOREIGN KEY ("municipality","fiscal_year","from_proposal_key") REFERENCES "public"."budget_proposal"("municipality","fiscal_year","proposal_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfer" ADD CONSTRAINT "budget_transfer_municipality_fiscal_year_to_proposal_key_budget_proposal_municipality_fiscal_year_proposal_key_fk" FOREIGN KEY ("municipality","fiscal_year","to_proposal_key") REFERENCES "public"."budget_proposal"("municipality","fiscal_year","proposal_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_year" ADD CONSTRAINT "budget_year_municipality_scheme_key_scheme_version_budget_scheme_municipality_scheme_key_scheme_version_fk" FOREIGN KEY ("municipality","scheme_key","scheme_version") REFERENCES "public"."budget_scheme"("municipality","scheme_key","scheme_version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementation_amount" ADD CONSTRAINT "implementation_amount_municipality_start_fiscal_year_implementation_plan_municipality_start_fiscal_year_fk" FOREIGN KEY ("municipality","start_fiscal_year") REFERENCES "public"."implementation_plan"("municipality","start_fiscal_year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementation_plan" ADD CONSTRAINT "implementation_plan_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_offset" ADD CONSTRAINT "proposal_offset_municipality_fiscal_year_proposal_key_budget_proposal_municipality_fiscal_year_proposal_key_fk" FOREIGN KEY ("municipality","fiscal_year","proposal_key") REFERENCES "public"."budget_proposal"("municipality","fiscal_year","proposal_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_offset" ADD CONSTRAINT "proposal_offset_municipality_fiscal_year_freed_by_key_budget_proposal_municipality_fiscal_year_proposal_key_fk" FOREIGN KEY ("municipality","fiscal_year","freed_by_key") REFERENCES "public"."budget_proposal"("municipality","fiscal_year","proposal_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_delegation" ADD CONSTRAINT "evaluation_delegation_municipality_round_key_evaluation_round_municipality_round_key_fk" FOREIGN KEY ("municipality","round_key") REFERENCES "public"."evaluation_round"("municipality","round_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_delegation" ADD CONSTRAINT "evaluation_delegation_municipality_user_id_app_user_municipality_user_id_fk" FOREIGN KEY ("municipality","user_id") REFERENCES "public"."app_user"("municipality","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_event" ADD CONSTRAINT "evaluation_event_municipality_round_key_subject_key_evaluation_sheet_municipality_round_key_subject_key_fk" FOREIGN KEY ("municipality","round_key","subject_key") REFERENCES "public"."evaluation_sheet"("municipality","round_key","subject_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_record" ADD CONSTRAINT "evaluation_record_municipality_round_key_subject_key_evaluation_sheet_municipality_round_key_subject_key_fk" FOREIGN KEY ("municipality","round_key","subject_key") REFERENCES "public"."evaluation_sheet"("municipality","round_key","subject_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_remark" ADD CONSTRAINT "evaluation_remark_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_round" ADD CONSTRAINT "evaluation_round_municipality_scheme_key_scheme_version_evaluation_scheme_municipality_scheme_key_scheme_version_fk" FOREIGN KEY ("municipality","scheme_key","scheme_version") REFERENCES "public"."evaluation_scheme"("municipality","scheme_key","scheme_version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_scheme" ADD CONSTRAINT "evaluation_scheme_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_sheet" ADD CONSTRAINT "evaluation_sheet_municipality_round_key_evaluation_round_municipality_round_key_fk" FOREIGN KEY ("municipality","round_key") REFERENCES "public"."evaluation_round"("municipality","round_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_sheet" ADD CONSTRAINT "evaluation_sheet_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_year" ADD CONSTRAINT "measure_year_municipality_measure_key_measure_municipality_measure_key_fk" FOREIGN KEY ("municipality","measure_key") REFERENCES "public"."measure"("municipality","measure_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_measure" ADD CONSTRAINT "programme_measure_municipality_programme_key_programme_municipality_programme_key_fk" FOREIGN KEY ("municipality","programme_key") REFERENCES "public"."programme"("municipality","programme_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_measure" ADD CONSTRAINT "programme_measure_municipality_measure_key_measure_municipality_measure_key_fk" FOREIGN KEY ("municipality","measure_key") REFERENCES "public"."measure"("municipality","measure_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_plan_item" ADD CONSTRAINT "programme_plan_item_municipality_programme_key_programme_municipality_programme_key_fk" FOREIGN KEY ("municipality","programme_key") REFERENCES "public"."programme"("municipality","programme_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_municipality_programme_key_programme_municipality_programme_key_fk" FOREIGN KEY ("municipality","programme_key") REFERENCES "public"."programme"("municipality","programme_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settled_year" ADD CONSTRAINT "settled_year_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_cycle" ADD CONSTRAINT "yearly_cycle_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_entry" ADD CONSTRAINT "publication_entry_municipality_kind_key_edition_publication_municipality_kind_key_edition_fk" FOREIGN KEY ("municipality","kind","key","edition") REFERENCES "public"."publication"("municipality","kind","key","edition") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint

-- ── The yearly cycle: what is a number adds up, what is settled or published does not change ────────────────
SELECT rashin.protect_town_table(t) FROM unnest(ARRAY['yearly_cycle', 'settled_year', 'programme', 'programme_year', 'measure',
  'programme_measure', 'measure_year', 'programme_plan_item', 'evaluation_scheme', 'evaluation_round', 'evaluation_sheet',
  'evaluation_record', 'evaluation_event', 'evaluation_remark', 'evaluation_delegation', 'budget_scheme', 'budget_year',
  'budget_frame', 'budget_proposal', 'proposal_offset', 'budget_transfer', 'budget_incentive', 'implementation_plan',
  'implementation_amount', 'publication', 'publication_entry']) t;
--> statement-breakpoint
SELECT rashin.audit_table('yearly_cycle', '{}'),
  rashin.audit_table('settled_year', '{fiscal_year}'),
  rashin.audit_table('programme', '{programme_key}'),
  rashin.audit_table('programme_year', '{programme_key,fiscal_year}'),
  rashin.audit_table('measure', '{measure_key}'),
  rashin.audit_table('programme_measure', '{programme_key,measure_key}'),
  rashin.audit_table('measure_year', '{measure_key,fiscal_year}'),
  rashin.audit_table('programme_plan_item', '{programme_key,plan_key,item_key}'),
  rashin.audit_table('evaluation_scheme', '{scheme_key,scheme_version}'),
  rashin.audit_table('evaluation_round', '{round_key}'),
  rashin.audit_table('evaluation_sheet', '{round_key,subject_key}'),
  rashin.audit_table('evaluation_record', '{round_key,subject_key,stage_key}'),
  rashin.audit_table('evaluation_event', '{round_key,subject_key,event_id}'),
  rashin.audit_table('evaluation_remark', '{remark_id}'),
  rashin.audit_table('evaluation_delegation', '{delegation_id}'),
  rashin.audit_table('budget_scheme', '{scheme_key,scheme_version}'),
  rashin.audit_table('budget_year', '{fiscal_year}'),
  rashin.audit_table('budget_frame', '{fiscal_year,unit_key,expense_class}'),
  rashin.audit_table('budget_proposal', '{fiscal_year,proposal_key}'),
  rashin.audit_table('proposal_offset', '{fiscal_year,proposal_key,freed_by_key}'),
  rashin.audit_table('budget_transfer', '{fiscal_year,transfer_id}'),
  rashin.audit_table('budget_incentive', '{incentive_id}'),
  rashin.audit_table('implementation_plan', '{start_fiscal_year}'),
  rashin.audit_table('implementation_amount', '{start_fiscal_year,programme_key,fiscal_year,correction}'),
  rashin.audit_table('publication', '{kind,key,edition}'),
  rashin.audit_table('publication_entry', '{kind,key,edition,subject_key}');
--> statement-breakpoint
CREATE INDEX programme_year_by_year ON programme_year (municipality, fiscal_year);
--> statement-breakpoint
CREATE INDEX programme_measure_by_measure ON programme_measure (municipality, measure_key);
--> statement-breakpoint
CREATE INDEX programme_plan_item_by_item ON programme_plan_item (municipality, plan_key, item_key);
--> statement-breakpoint
CREATE INDEX evaluation_sheet_by_subject ON evaluation_sheet (municipality, subject_key);
--> statement-breakpoint
CREATE INDEX evaluation_remark_by_subject ON evaluation_remark (municipality, subject_key);
--> statement-breakpoint
CREATE INDEX publication_entry_by_subject ON publication_entry (municipality, kind, subject_key);
--> statement-breakpoint
-- Sources that are known are all known, and are the total to the yen it is kept in.
ALTER TABLE programme_year ADD CONSTRAINT programme_year_budget_adds_up CHECK (
  num_nonnulls(budget_national_thousand_yen, budget_prefecture_thousand_yen, budget_bond_thousand_yen,
    budget_other_thousand_yen, budget_general_thousand_yen) = 0
  OR coalesce(budget_national_thousand_yen + budget_prefecture_thousand_yen + budget_bond_thousand_yen
    + budget_other_thousand_yen + budget_general_thousand_yen = budget_thousand_yen, false));
--> statement-breakpoint
ALTER TABLE programme_year ADD CONSTRAINT programme_year_settled_adds_up CHECK (
  num_nonnulls(settled_national_thousand_yen, settled_prefecture_thousand_yen, settled_bond_thousand_yen,
    settled_other_thousand_yen, settled_general_thousand_yen) = 0
  OR coalesce(settled_national_thousand_yen + settled_prefecture_thousand_yen + settled_bond_thousand_yen
    + settled_other_thousand_yen + settled_general_thousand_yen = settled_thousand_yen, false));
--> statement-breakpoint
ALTER TABLE measure_year ADD CONSTRAINT measure_year_one CHECK (num_nonnulls(actual, actual_text, missing) <= 1);
--> statement-breakpoint
ALTER TABLE evaluation_sheet ADD CONSTRAINT evaluation_sheet_status CHECK (
  status IN ('not-started', 'draft', 'submitted', 'returned', 'approved', 'final', 'published') AND stage_index >= 0);
--> statement-breakpoint
ALTER TABLE proposal_offset ADD CONSTRAINT proposal_offset_other CHECK (amount_thousand_yen > 0 AND proposal_key <> freed_by_key);
--> statement-breakpoint
ALTER TABLE budget_transfer ADD CONSTRAINT budget_transfer_other CHECK (amount_thousand_yen > 0 AND from_proposal_key <> to_proposal_key);
--> statement-breakpoint
CREATE FUNCTION rashin.guard_settled_year() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE year integer;
BEGIN
  FOREACH year IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.fiscal_year] WHEN 'DELETE' THEN ARRAY[OLD.fiscal_year]
    ELSE ARRAY[OLD.fiscal_year, NEW.fiscal_year] END LOOP
    IF EXISTS (SELECT 1 FROM public.settled_year s
      WHERE s.municipality = CASE TG_OP WHEN 'DELETE' THEN OLD.municipality ELSE NEW.municipality END AND s.fiscal_year = year) THEN
      RAISE EXCEPTION 'fiscal year % is settled and cannot change', year USING ERRCODE = 'RS001';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.guard_settled_year() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON programme_year FOR EACH ROW EXECUTE FUNCTION rashin.guard_settled_year();
--> statement-breakpoint
-- Old years keep the rules they were evaluated and budgeted by.
CREATE FUNCTION rashin.guard_adopted_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'adopted' THEN
    RAISE EXCEPTION 'version % of scheme % is adopted and cannot change', OLD.scheme_version, OLD.scheme_key USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.guard_adopted_scheme() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON evaluation_scheme FOR EACH ROW EXECUTE FUNCTION rashin.guard_adopted_scheme();
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON budget_scheme FOR EACH ROW EXECUTE FUNCTION rashin.guard_adopted_scheme();
--> statement-breakpoint
CREATE FUNCTION rashin.guard_evaluation_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'published' THEN
    RAISE EXCEPTION 'sheet % of round % is published and cannot change', OLD.subject_key, OLD.round_key USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.guard_evaluation_sheet() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON evaluation_sheet FOR EACH ROW EXECUTE FUNCTION rashin.guard_evaluation_sheet();
--> statement-breakpoint
-- What a stage has handed on stays as it was, until it is given back to it.
CREATE FUNCTION rashin.guard_evaluation_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.submitted_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'record of stage % on sheet % is handed on and cannot change', OLD.stage_key, OLD.subject_key USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM public.evaluation_sheet s WHERE s.municipality = NEW.municipality
      AND s.round_key = NEW.round_key AND s.subject_key = NEW.subject_key AND s.status = 'published') THEN
    RAISE EXCEPTION 'sheet % of round % is published and cannot change', NEW.subject_key, NEW.round_key USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.guard_evaluation_record() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON evaluation_record FOR EACH ROW EXECUTE FUNCTION rashin.guard_evaluation_record();
--> statement-breakpoint
-- Rows that are only ever added.
REVOKE UPDATE, DELETE ON evaluation_event, budget_transfer, publication, publication_entry FROM rashin_app;
--> statement-breakpoint
GRANT SELECT (municipality, kind, key, edition, fiscal_year, title, reason, content, published_at) ON publication TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, kind, key, edition, subject_key, position, content) ON publication_entry TO rashin_public;
--> statement-breakpoint
CREATE POLICY published ON publication FOR SELECT TO rashin_public USING (municipality = (SELECT rashin.public_tenant()));
--> statement-breakpoint
CREATE POLICY published ON publication_entry FOR SELECT TO rashin_public USING (municipality = (SELECT rashin.public_tenant()));
--> statement-breakpoint
-- Towns are compared by what they have published, read without a town as their directory is.
CREATE POLICY across_towns ON publication FOR SELECT TO rashin_public USING ((SELECT rashin.tenant()) IS NULL
  AND EXISTS (SELECT 1 FROM municipality m WHERE m.municipality = publication.municipality));
--> statement-breakpoint
CREATE POLICY across_towns ON publication_entry FOR SELECT TO rashin_public USING ((SELECT rashin.tenant()) IS NULL
  AND EXISTS (SELECT 1 FROM municipality m WHERE m.municipality = publication_entry.municipality));
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
