-- ── The day cannot be forged ───────────────────────────────────────────────────────────────────
-- Which revision citizens see, and which one can still be called back, hangs on the day. The setting rashin.today
-- counts only where the owner has said so in this table (the databases of tests do); elsewhere the clock decides.
CREATE TABLE rashin.day_by_setting (allowed boolean PRIMARY KEY CHECK (allowed));
--> statement-breakpoint
-- The day of a preview, for the transaction that makes it and no other. That transaction never commits (preview.ts).
CREATE TABLE rashin.preview_day (transaction xid8 PRIMARY KEY, day date NOT NULL);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['day_by_setting','preview_day'] LOOP
    EXECUTE format('ALTER TABLE rashin.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE rashin.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON rashin.%I TO rashin_migration USING ((SELECT current_user) = ''rashin_migration'') WITH CHECK ((SELECT current_user) = ''rashin_migration'')', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The day it is in Japan. The table is looked into only where it could matter.
CREATE OR REPLACE FUNCTION rashin.today() RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  clock date := (now() AT TIME ZONE 'Asia/Tokyo')::date;
  wanted text := nullif(current_setting('rashin.today', true), '');
BEGIN
  IF wanted IS NULL OR wanted = to_char(clock, 'YYYY-MM-DD') THEN RETURN clock; END IF;
  IF EXISTS (SELECT FROM rashin.day_by_setting) THEN RETURN wanted::date; END IF;
  RETURN clock;
END $$;
--> statement-breakpoint
-- The day for which the public pages are read. A transaction that has written nothing has no number: it is no preview.
CREATE FUNCTION rashin.reading_day() RETURNS date
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE number xid8 := pg_current_xact_id_if_assigned();
BEGIN
  IF number IS NULL THEN RETURN rashin.today(); END IF;
  RETURN coalesce((SELECT p.day FROM rashin.preview_day p WHERE p.transaction = number), rashin.today());
END $$;
--> statement-breakpoint
-- For the application, which sees drafts anyway: from here to the end of the transaction the public role reads as on
-- that day. What may be called back is still decided by rashin.today().
CREATE FUNCTION rashin.preview_on(wanted date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ INSERT INTO rashin.preview_day (transaction, day) VALUES (pg_current_xact_id(), wanted) $$;
--> statement-breakpoint
ALTER POLICY published ON plan_revision USING (
  municipality = (SELECT rashin.public_tenant()) AND state = 'published' AND effective_on <= (SELECT rashin.reading_day()));
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.reading_day(), rashin.preview_on(date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.reading_day() TO rashin_app, rashin_public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.preview_on(date) TO rashin_app;
--> statement-breakpoint

-- ── Sessions opened with the published password of the demonstration ───────────────────────────
ALTER TABLE "session" ADD COLUMN "by_demo_password" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- How the sessions there are were opened is not known: everybody logs in once more.
DELETE FROM session;
--> statement-breakpoint

-- ── What is typed and not saved has a limit per person ─────────────────────────────────────────
ALTER TABLE "autosave" ADD COLUMN "characters" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
UPDATE autosave SET characters = length(fields::text);
--> statement-breakpoint

-- ── Reading the trail of one kind of thing, in its order ───────────────────────────────────────
-- Not by entity_key: under row-level security PostgreSQL does not look up an index by jsonb (its equality is not leakproof).
CREATE INDEX "audit_event_municipality_entity_seq_index" ON "audit_event" USING btree ("municipality","entity","seq");
