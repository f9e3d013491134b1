CREATE TABLE "public_version" (
	"municipality" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
SELECT rashin.protect('public_version');
--> statement-breakpoint
GRANT SELECT ON public_version TO rashin_app, rashin_public;
--> statement-breakpoint
CREATE POLICY tenant ON public_version FOR SELECT TO rashin_app USING (municipality = (SELECT rashin.tenant()));
--> statement-breakpoint
CREATE POLICY published ON public_version FOR SELECT TO rashin_public USING (municipality = (SELECT rashin.public_tenant()));
--> statement-breakpoint
-- Random rather than counted: after a restore an old number would come back with other content behind it.
-- Written once per transaction. The head of the audit chain is locked first, as every audited statement does, so that
-- two writers of a town always take their locks in the same order.
-- Arguments: none, or a column and the value ('*': any but null) with which a row is public.
CREATE FUNCTION rashin.touch_public_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE was jsonb; becomes jsonb; town text;
BEGIN
  IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN becomes := to_jsonb(NEW); END IF;
  town := coalesce(becomes, was) ->> 'municipality';
  IF current_setting('rashin.touched', true) = town THEN RETURN NULL; END IF;
  IF TG_NARGS = 2 AND NOT coalesce(was ->> TG_ARGV[0] = TG_ARGV[1] OR (TG_ARGV[1] = '*' AND was ->> TG_ARGV[0] IS NOT NULL), false)
    AND NOT coalesce(becomes ->> TG_ARGV[0] = TG_ARGV[1] OR (TG_ARGV[1] = '*' AND becomes ->> TG_ARGV[0] IS NOT NULL), false) THEN
    RETURN NULL;
  END IF;
  PERFORM rashin.lock_audit_head(town);
  INSERT INTO public_version AS v (municipality, version) VALUES (town, gen_random_uuid()::text)
    ON CONFLICT (municipality) DO UPDATE SET version = excluded.version;
  PERFORM set_config('rashin.touched', town, true);
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.touch_public_version() FROM PUBLIC;
--> statement-breakpoint
-- Items, voices, lineage and links are frozen once their revision is public: the revision's own row tells.
CREATE TRIGGER public_version AFTER INSERT OR DELETE OR UPDATE OF name, name_kana, name_en, prefecture, accent_colour, settings, public_since
  ON municipality FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON organisation_unit FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON unit_succession FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON area FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER UPDATE OR DELETE ON plan FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON plan_revision FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version('state', 'published');
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON indicator FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version('published_at', '*');
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON indicator_target FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version();
--> statement-breakpoint
CREATE TRIGGER public_version AFTER INSERT OR UPDATE OR DELETE ON indicator_value FOR EACH ROW EXECUTE FUNCTION rashin.touch_public_version('stage', 'published');
--> statement-breakpoint
INSERT INTO public_version (municipality, version) SELECT municipality, gen_random_uuid()::text FROM municipality;
