CREATE TABLE "app_user" (
	"municipality" text NOT NULL,
	"user_id" uuid NOT NULL,
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"must_change_password" text DEFAULT 'no' NOT NULL,
	"totp_secret" text,
	"totp_last_step" integer,
	"failed_logins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_user_municipality_user_id_pk" PRIMARY KEY("municipality","user_id"),
	CONSTRAINT "app_user_municipality_login_unique" UNIQUE("municipality","login")
);
--> statement-breakpoint
CREATE TABLE "autosave" (
	"municipality" text NOT NULL,
	"user_id" uuid NOT NULL,
	"form_key" text NOT NULL,
	"fields" jsonb NOT NULL,
	"base_version" integer NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "autosave_municipality_user_id_form_key_pk" PRIMARY KEY("municipality","user_id","form_key")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"municipality" text NOT NULL,
	"grant_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_key" text,
	"valid_from" date,
	"valid_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_grant_municipality_grant_id_pk" PRIMARY KEY("municipality","grant_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"municipality" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"csrf_token" text NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_municipality_token_hash_pk" PRIMARY KEY("municipality","token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"municipality" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"origin" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_key" jsonb NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_event_municipality_seq_pk" PRIMARY KEY("municipality","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"municipality" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"municipality" text NOT NULL,
	"indicator_key" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"kind" text NOT NULL,
	"subjective" boolean NOT NULL,
	"time_behaviour" text NOT NULL,
	"definition" text NOT NULL,
	"formula_text" text NOT NULL,
	"source" jsonb,
	"frequency" text NOT NULL,
	"decimals" integer NOT NULL,
	"unit_key" text,
	"breakdowns" jsonb NOT NULL,
	"reference_series" jsonb NOT NULL,
	"baseline_fiscal_year" integer,
	"baseline_value" numeric,
	"baseline_note" text DEFAULT '' NOT NULL,
	"baseline_source" jsonb,
	"position" integer NOT NULL,
	"article_number" integer NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "indicator_municipality_indicator_key_pk" PRIMARY KEY("municipality","indicator_key")
);
--> statement-breakpoint
CREATE TABLE "indicator_target" (
	"municipality" text NOT NULL,
	"indicator_key" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"seq" integer NOT NULL,
	"value" numeric,
	"text" text,
	"comparison" text NOT NULL,
	"set_on" date,
	"reason" text NOT NULL,
	"source" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "indicator_target_municipality_indicator_key_fiscal_year_seq_pk" PRIMARY KEY("municipality","indicator_key","fiscal_year","seq")
);
--> statement-breakpoint
CREATE TABLE "indicator_value" (
	"municipality" text NOT NULL,
	"indicator_key" text NOT NULL,
	"series" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"breakdown" text NOT NULL,
	"stage" text NOT NULL,
	"as_of" date,
	"value" numeric,
	"text" text,
	"status" text NOT NULL,
	"source" jsonb,
	"note" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "indicator_value_municipality_indicator_key_series_fiscal_year_breakdown_stage_pk" PRIMARY KEY("municipality","indicator_key","series","fiscal_year","breakdown","stage")
);
--> statement-breakpoint
CREATE TABLE "plan_item_indicator" (
	"municipality" text NOT NULL,
	"plan_key" text NOT NULL,
	"revision" integer NOT NULL,
	"item_key" text NOT NULL,
	"indicator_key" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "plan_item_indicator_municipality_plan_key_revision_item_key_indicator_key_pk" PRIMARY KEY("municipality","plan_key","revision","item_key","indicator_key")
);
--> statement-breakpoint
CREATE TABLE "area" (
	"municipality" text NOT NULL,
	"area_key" text NOT NULL,
	"name" text NOT NULL,
	"layer" text NOT NULL,
	"parent_key" text,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "area_municipality_area_key_pk" PRIMARY KEY("municipality","area_key")
);
--> statement-breakpoint
CREATE TABLE "municipality" (
	"municipality" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"name_en" text NOT NULL,
	"prefecture" text NOT NULL,
	"accent_colour" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"public_since" timestamp with time zone,
	"article_counter" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_unit" (
	"municipality" text NOT NULL,
	"unit_key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent_key" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_unit_municipality_unit_key_pk" PRIMARY KEY("municipality","unit_key")
);
--> statement-breakpoint
CREATE TABLE "unit_succession" (
	"municipality" text NOT NULL,
	"predecessor_key" text NOT NULL,
	"successor_key" text NOT NULL,
	"succeeded_on" date NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_succession_municipality_predecessor_key_successor_key_succeeded_on_pk" PRIMARY KEY("municipality","predecessor_key","successor_key","succeeded_on")
);
--> statement-breakpoint
CREATE TABLE "lineage" (
	"municipality" text NOT NULL,
	"plan_key" text NOT NULL,
	"revision" integer NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"from_plan_key" text,
	"from_item_key" text,
	"to_plan_key" text,
	"to_item_key" text,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "lineage_municipality_plan_key_revision_seq_pk" PRIMARY KEY("municipality","plan_key","revision","seq")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"municipality" text NOT NULL,
	"plan_key" text NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"parent_plan_key" text,
	"predecessor_plan_key" text,
	"position" integer NOT NULL,
	"article_number" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_municipality_plan_key_pk" PRIMARY KEY("municipality","plan_key"),
	CONSTRAINT "plan_municipality_slug_unique" UNIQUE("municipality","slug")
);
--> statement-breakpoint
CREATE TABLE "plan_item" (
	"municipality" text NOT NULL,
	"plan_key" text NOT NULL,
	"revision" integer NOT NULL,
	"item_key" text NOT NULL,
	"level_key" text NOT NULL,
	"parent_key" text,
	"position" integer NOT NULL,
	"code" text,
	"title" text NOT NULL,
	"desired_state" text NOT NULL,
	"current_state" text NOT NULL,
	"issue" text NOT NULL,
	"approach" text NOT NULL,
	"span" text,
	"investment_kinds" text[] NOT NULL,
	"life_stages" text[] NOT NULL,
	"area_keys" text[] NOT NULL,
	"sdg_goals" integer[] NOT NULL,
	"lead_unit_keys" text[] NOT NULL,
	"support_unit_keys" text[] NOT NULL,
	"partners" jsonb NOT NULL,
	"also_under" jsonb NOT NULL,
	"cross_cutting" boolean NOT NULL,
	"reason_keys" text[] NOT NULL,
	"source" jsonb,
	"article_number" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "plan_item_municipality_plan_key_revision_item_key_pk" PRIMARY KEY("municipality","plan_key","revision","item_key")
);
--> statement-breakpoint
CREATE TABLE "plan_item_voice" (
	"municipality" text NOT NULL,
	"plan_key" text NOT NULL,
	"revision" integer NOT NULL,
	"item_key" text NOT NULL,
	"seq" integer NOT NULL,
	"body" text NOT NULL,
	"origin" text NOT NULL,
	"heard_on" date,
	"consent" boolean NOT NULL,
	CONSTRAINT "plan_item_voice_municipality_plan_key_revision_item_key_seq_pk" PRIMARY KEY("municipality","plan_key","revision","item_key","seq")
);
--> statement-breakpoint
CREATE TABLE "plan_revision" (
	"municipality" text NOT NULL,
	"plan_key" text NOT NULL,
	"revision" integer NOT NULL,
	"based_on_revision" integer,
	"state" text NOT NULL,
	"label" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"effective_on" date,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"title" text NOT NULL,
	"subtitle" text NOT NULL,
	"kind_label" text NOT NULL,
	"start_fiscal_year" integer NOT NULL,
	"end_fiscal_year" integer NOT NULL,
	"update_mode" text NOT NULL,
	"summary" text NOT NULL,
	"levels" jsonb NOT NULL,
	"review_calendar" jsonb NOT NULL,
	"identity" jsonb NOT NULL,
	"situation" jsonb NOT NULL,
	"source" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "plan_revision_municipality_plan_key_revision_pk" PRIMARY KEY("municipality","plan_key","revision")
);
--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "autosave" ADD CONSTRAINT "autosave_municipality_user_id_app_user_municipality_user_id_fk" FOREIGN KEY ("municipality","user_id") REFERENCES "public"."app_user"("municipality","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_municipality_user_id_app_user_municipality_user_id_fk" FOREIGN KEY ("municipality","user_id") REFERENCES "public"."app_user"("municipality","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_municipality_user_id_app_user_municipality_user_id_fk" FOREIGN KEY ("municipality","user_id") REFERENCES "public"."app_user"("municipality","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_municipality_indicator_key_indicator_municipality_indicator_key_fk" FOREIGN KEY ("municipality","indicator_key") REFERENCES "public"."indicator"("municipality","indicator_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_municipality_indicator_key_indicator_municipality_indicator_key_fk" FOREIGN KEY ("municipality","indicator_key") REFERENCES "public"."indicator"("municipality","indicator_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item_indicator" ADD CONSTRAINT "plan_item_indicator_municipality_plan_key_revision_item_key_plan_item_municipality_plan_key_revision_item_key_fk" FOREIGN KEY ("municipality","plan_key","revision","item_key") REFERENCES "public"."plan_item"("municipality","plan_key","revision","item_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item_indicator" ADD CONSTRAINT "plan_item_indicator_municipality_indicator_key_indicator_municipality_indicator_key_fk" FOREIGN KEY ("municipality","indicator_key") REFERENCES "public"."indicator"("municipality","indicator_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_municipality_parent_key_area_municipality_area_key_fk" FOREIGN KEY ("municipality","parent_key") REFERENCES "public"."area"("municipality","area_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_unit" ADD CONSTRAINT "organisation_unit_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_unit" ADD CONSTRAINT "organisation_unit_municipality_parent_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","parent_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_municipality_predecessor_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","predecessor_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_municipality_successor_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","successor_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_municipality_plan_key_revision_plan_revision_municipality_plan_key_revision_fk" FOREIGN KEY ("municipality","plan_key","revision") REFERENCES "public"."plan_revision"("municipality","plan_key","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_parent_plan_key_plan_municipality_plan_key_fk" FOREIGN KEY ("municipality","parent_plan_key") REFERENCES "public"."plan"("municipality","plan_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_predecessor_plan_key_plan_municipality_plan_key_fk" FOREIGN KEY ("municipality","predecessor_plan_key") REFERENCES "public"."plan"("municipality","plan_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_municipality_plan_key_revision_plan_revision_municipality_plan_key_revision_fk" FOREIGN KEY ("municipality","plan_key","revision") REFERENCES "public"."plan_revision"("municipality","plan_key","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item_voice" ADD CONSTRAINT "plan_item_voice_municipality_plan_key_revision_item_key_plan_item_municipality_plan_key_revision_item_key_fk" FOREIGN KEY ("municipality","plan_key","revision","item_key") REFERENCES "public"."plan_item"("municipality","plan_key","revision","item_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_revision" ADD CONSTRAINT "plan_revision_municipality_plan_key_plan_municipality_plan_key_fk" FOREIGN KEY ("municipality","plan_key") REFERENCES "public"."plan"("municipality","plan_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_item_municipality_plan_key_item_key_index" ON "plan_item" USING btree ("municipality","plan_key","item_key");