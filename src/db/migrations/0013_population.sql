CREATE TABLE "population_scenario" (
	"municipality" text NOT NULL,
	"scenario_key" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_edition" integer,
	"is_as_published" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "population_scenario_municipality_scenario_key_pk" PRIMARY KEY("municipality","scenario_key")
);
--> statement-breakpoint
CREATE TABLE "population_series" (
	"municipality" text NOT NULL,
	"series_key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"publisher" text NOT NULL,
	"source" text NOT NULL,
	"published_on" text NOT NULL,
	"base_year" integer,
	"terms" text NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "population_series_municipality_series_key_pk" PRIMARY KEY("municipality","series_key")
);
--> statement-breakpoint
CREATE TABLE "population_table" (
	"municipality" text NOT NULL,
	"series_key" text NOT NULL,
	"area_key" text NOT NULL,
	"date" text NOT NULL,
	"area_name" text NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "population_table_municipality_series_key_area_key_date_pk" PRIMARY KEY("municipality","series_key","area_key","date")
);
--> statement-breakpoint
ALTER TABLE "population_scenario" ADD CONSTRAINT "population_scenario_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_series" ADD CONSTRAINT "population_series_municipality_municipality_municipality_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("municipality") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_table" ADD CONSTRAINT "population_table_municipality_series_key_population_series_municipality_series_key_fk" FOREIGN KEY ("municipality","series_key") REFERENCES "public"."population_series"("municipality","series_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
SELECT rashin.protect_town_table(t) FROM unnest(ARRAY['population_series', 'population_table', 'population_scenario']) AS t;
--> statement-breakpoint
SELECT rashin.audit_table('population_series', '{series_key}'),
  rashin.audit_table('population_table', '{series_key,area_key,date}'),
  rashin.audit_table('population_scenario', '{scenario_key}');
--> statement-breakpoint
ALTER TABLE population_series ADD CONSTRAINT population_series_known CHECK (state IN ('draft', 'published')
  AND kind IN ('census', 'register', 'estimate', 'projection', 'own-projection'));
--> statement-breakpoint
ALTER TABLE population_table ADD CONSTRAINT population_table_day CHECK (date ~ '^\d{4}-\d{2}-\d{2}$' AND jsonb_typeof(counts) = 'object');
--> statement-breakpoint
GRANT SELECT (municipality, series_key, kind, name, publisher, source, published_on, base_year, terms, note, state, version, updated_at)
  ON population_series TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, series_key, area_key, date, area_name, counts) ON population_table TO rashin_public;
--> statement-breakpoint
CREATE POLICY published ON population_series FOR SELECT TO rashin_public
  USING (municipality = (SELECT rashin.public_tenant()) AND state = 'published');
--> statement-breakpoint
CREATE POLICY published ON population_table FOR SELECT TO rashin_public
  USING (municipality = (SELECT rashin.public_tenant()) AND EXISTS (SELECT 1 FROM population_series s
    WHERE s.municipality = population_table.municipality AND s.series_key = population_table.series_key AND s.state = 'published'));
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON population_series FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON population_table FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
