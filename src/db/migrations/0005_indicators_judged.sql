CREATE TABLE "collection" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"due_on" date NOT NULL,
	"note" text NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "collection_municipality_fiscal_year_pk" PRIMARY KEY("municipality","fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "collection_sheet" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"unit_key" text NOT NULL,
	"state" text NOT NULL,
	"due_on" date,
	"reason" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "collection_sheet_municipality_fiscal_year_unit_key_pk" PRIMARY KEY("municipality","fiscal_year","unit_key")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"municipality" text NOT NULL,
	"mail_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"subject_key" text NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_municipality_mail_id_pk" PRIMARY KEY("municipality","mail_id")
);
--> statement-breakpoint
CREATE TABLE "human_judgement" (
	"municipality" text NOT NULL,
	"indicator_key" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"choice" text NOT NULL,
	"reason" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "human_judgement_municipality_indicator_key_fiscal_year_kind_subject_pk" PRIMARY KEY("municipality","indicator_key","fiscal_year","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "judgement_scheme" (
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
	CONSTRAINT "judgement_scheme_municipality_scheme_key_scheme_version_pk" PRIMARY KEY("municipality","scheme_key","scheme_version")
);
--> statement-breakpoint
CREATE TABLE "judgement_year" (
	"municipality" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"scheme_key" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"reason" text NOT NULL,
	"publishes_human" text NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "judgement_year_municipality_fiscal_year_pk" PRIMARY KEY("municipality","fiscal_year")
);
--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "target_basis" jsonb DEFAULT '{"behaviour":null,"since":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "range" jsonb;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "path" jsonb DEFAULT '{"shape":"linear","points":[],"surveyYears":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "unit_changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "computed" jsonb;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "available_after_months" integer;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "common_key" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "baseline_behaviour" text;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD COLUMN "missing" text;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD COLUMN "standard_error" numeric;--> statement-breakpoint
ALTER TABLE "collection" ADD CONSTRAINT "collection_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_sheet" ADD CONSTRAINT "collection_sheet_municipality_fiscal_year_collection_municipality_fiscal_year_fk" FOREIGN KEY ("municipality","fiscal_year") REFERENCES "public"."collection"("municipality","fiscal_year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_sheet" ADD CONSTRAINT "collection_sheet_municipality_unit_key_organisation_unit_municipality_unit_key_fk" FOREIGN KEY ("municipality","unit_key") REFERENCES "public"."organisation_unit"("municipality","unit_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_municipality_user_id_app_user_municipality_user_id_fk" FOREIGN KEY ("municipality","user_id") REFERENCES "public"."app_user"("municipality","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "human_judgement" ADD CONSTRAINT "human_judgement_municipality_indicator_key_indicator_municipality_indicator_key_fk" FOREIGN KEY ("municipality","indicator_key") REFERENCES "public"."indicator"("municipality","indicator_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judgement_scheme" ADD CONSTRAINT "judgement_scheme_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judgement_year" ADD CONSTRAINT "judgement_year_municipality_scheme_key_scheme_version_judgement_scheme_municipality_scheme_key_scheme_version_fk" FOREIGN KEY ("municipality","scheme_key","scheme_version") REFERENCES "public"."judgement_scheme"("municipality","scheme_key","scheme_version") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- One figure says one thing: a number, a milestone in words, or why there is none.
ALTER TABLE indicator_value ADD CONSTRAINT indicator_value_one_thing CHECK (num_nonnulls(value, text, missing) <= 1);
--> statement-breakpoint
ALTER TABLE indicator_value ADD CONSTRAINT indicator_value_standard_error CHECK (standard_error >= 0);
--> statement-breakpoint
ALTER TABLE collection_sheet ADD CONSTRAINT collection_sheet_state CHECK (state IN ('open', 'submitted', 'returned', 'approved'));
--> statement-breakpoint
ALTER TABLE judgement_scheme ADD CONSTRAINT judgement_scheme_state
  CHECK (state = 'draft' OR (state = 'adopted' AND adopted_at IS NOT NULL));
--> statement-breakpoint
ALTER TABLE human_judgement ADD CONSTRAINT human_judgement_kind CHECK (kind IN ('mark', 'override'));
--> statement-breakpoint
CREATE INDEX mail_waiting ON mail (municipality, created_at) WHERE sent_at IS NULL;
--> statement-breakpoint
SELECT rashin.protect_town_table(t) FROM unnest(ARRAY['collection', 'collection_sheet', 'mail', 'human_judgement',
  'judgement_scheme', 'judgement_year']) t;
--> statement-breakpoint
-- Where a message went and what it said is personal; that it was written and sent is in the trail.
SELECT rashin.audit_table('collection', '{fiscal_year}'),
  rashin.audit_table('collection_sheet', '{fiscal_year,unit_key}'),
  rashin.audit_table('mail', '{mail_id}', '{address,body}'),
  rashin.audit_table('human_judgement', '{indicator_key,fiscal_year,kind,subject}'),
  rashin.audit_table('judgement_scheme', '{scheme_key,scheme_version}'),
  rashin.audit_table('judgement_year', '{fiscal_year}');
--> statement-breakpoint
-- Old years keep the scheme they were judged by: an adopted version never changes, the next one does.
CREATE FUNCTION rashin.guard_judgement_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'adopted' THEN
    RAISE EXCEPTION 'version % of scheme % is adopted and cannot change', OLD.scheme_version, OLD.scheme_key USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.guard_judgement_scheme() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON judgement_scheme FOR EACH ROW EXECUTE FUNCTION rashin.guard_judgement_scheme();
--> statement-breakpoint
GRANT SELECT (target_basis, range, path, unit_changes, computed, available_after_months, common_key, baseline_behaviour)
  ON indicator TO rashin_public;
--> statement-breakpoint
GRANT SELECT (missing, standard_error) ON indicator_value TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, fiscal_year, scheme_key, scheme_version, reason, publishes_human, published_at, version, updated_at)
  ON judgement_year TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, scheme_key, scheme_version, name, content, state, adopted_at, version, updated_at)
  ON judgement_scheme TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, indicator_key, fiscal_year, kind, subject, choice, reason, version, updated_at)
  ON human_judgement TO rashin_public;
--> statement-breakpoint
CREATE POLICY published ON judgement_year FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant()) AND published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY published ON judgement_scheme FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant()) AND state = 'adopted'
  AND (scheme_key, scheme_version) IN (SELECT y.scheme_key, y.scheme_version FROM judgement_year y
    WHERE y.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON human_judgement FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant())
  AND fiscal_year IN (SELECT y.fiscal_year FROM judgement_year y
    WHERE y.municipality = (SELECT rashin.public_tenant()) AND y.publishes_human = 'yes')
  AND indicator_key IN (SELECT i.indicator_key FROM indicator i WHERE i.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON judgement_year FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version('published_at', '*');
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON human_judgement FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
