-- Row-level security, immutability and the audit trail. Written by hand; tables come from drizzle-kit.
-- Runs as rashin_migration, which therefore owns every object. The roles and the schema rashin are made before the
-- first migration (migration-bootstrap.ts).
-- After a transaction-local setting ends, current_setting gives '' rather than null.
CREATE FUNCTION rashin.tenant() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('rashin.municipality', true), '') $$;
--> statement-breakpoint
-- The day it is in Japan: a revision becomes public on its effective date there.
CREATE FUNCTION rashin.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('rashin.today', true), '')::date, (now() AT TIME ZONE 'Asia/Tokyo')::date) $$;
--> statement-breakpoint
-- Who acts, as withTenant says: a user's id, or 'cli', 'demo'.
CREATE FUNCTION rashin.actor() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('rashin.actor', true), '') $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA rashin TO rashin_app, rashin_public;
--> statement-breakpoint
-- A child never stands without its parent. Deferred, so that a tree may be written in any order.
ALTER TABLE plan_item ADD CONSTRAINT plan_item_parent_fk
  FOREIGN KEY (municipality, plan_key, revision, parent_key)
  REFERENCES plan_item (municipality, plan_key, revision, item_key) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Without it, each deleted item looks for its children in the whole revision.
CREATE INDEX plan_item_parent ON plan_item (municipality, plan_key, revision, parent_key);
--> statement-breakpoint
CREATE INDEX plan_item_indicator_by_indicator ON plan_item_indicator (municipality, indicator_key);
--> statement-breakpoint
ALTER TABLE municipality ADD CONSTRAINT municipality_code CHECK (municipality ~ '^[0-9]{6}$');
--> statement-breakpoint
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_years
  CHECK (start_fiscal_year <= end_fiscal_year AND start_fiscal_year BETWEEN 1868 AND 2200 AND end_fiscal_year BETWEEN 1868 AND 2200);
--> statement-breakpoint
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_published
  CHECK (state <> 'published' OR (effective_on IS NOT NULL AND published_at IS NOT NULL));
--> statement-breakpoint
-- The policies and guards below rest on these words.
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_state CHECK (state IN ('draft', 'approved', 'published'));
--> statement-breakpoint
ALTER TABLE indicator_value ADD CONSTRAINT indicator_value_stage CHECK (stage IN ('draft', 'published'));
--> statement-breakpoint

-- ── Row-level security: application role, one town at a time; migration role, all of them ───────
-- FORCE, because PostgreSQL lets an owner pass by. The policy asks for the role in force and not for membership, so that
-- a connection that forgot SET ROLE sees nothing even where it inherits the owner's rights.
CREATE FUNCTION rashin.protect(thing text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', thing);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', thing);
  EXECUTE format('CREATE POLICY maintenance ON %I TO rashin_migration USING ((SELECT current_user) = ''rashin_migration'') WITH CHECK ((SELECT current_user) = ''rashin_migration'')', thing);
END $$;
--> statement-breakpoint
-- A table the application reads and writes, one town at a time.
CREATE FUNCTION rashin.protect_town_table(thing text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rashin.protect(thing);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO rashin_app', thing);
  EXECUTE format('CREATE POLICY tenant ON %I TO rashin_app USING (municipality = (SELECT rashin.tenant())) WITH CHECK (municipality = (SELECT rashin.tenant()))', thing);
END $$;
--> statement-breakpoint
SELECT rashin.protect_town_table(t) FROM unnest(ARRAY['municipality','organisation_unit','unit_succession','area','app_user',
  'role_grant','session','plan','plan_revision','plan_item','plan_item_voice','lineage','indicator','indicator_target',
  'indicator_value','plan_item_indicator']) t;
--> statement-breakpoint
-- The trail: read by the town, written by triggers only.
SELECT rashin.protect('audit_event'), rashin.protect('audit_head'), rashin.protect('autosave');
--> statement-breakpoint
GRANT SELECT ON audit_event, audit_head TO rashin_app;
--> statement-breakpoint
CREATE POLICY tenant ON audit_event FOR SELECT TO rashin_app USING (municipality = (SELECT rashin.tenant()));
--> statement-breakpoint
CREATE POLICY tenant ON audit_head FOR SELECT TO rashin_app USING (municipality = (SELECT rashin.tenant()));
--> statement-breakpoint
-- What somebody has typed and not saved is nobody else's, not even inside the town.
GRANT SELECT, INSERT, UPDATE, DELETE ON autosave TO rashin_app;
--> statement-breakpoint
CREATE POLICY tenant ON autosave TO rashin_app
  USING (municipality = (SELECT rashin.tenant()) AND user_id::text = (SELECT rashin.actor()))
  WITH CHECK (municipality = (SELECT rashin.tenant()) AND user_id::text = (SELECT rashin.actor()));
--> statement-breakpoint

-- ── Row-level security: public role, published rows only, and only the columns a citizen may see ──
GRANT SELECT ON organisation_unit, unit_succession, area, plan, plan_item_voice, plan_item_indicator TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, name, name_kana, name_en, prefecture, accent_colour, settings, public_since, version,
  updated_at) ON municipality TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, plan_key, revision, based_on_revision, state, label, reason, effective_on, published_at,
  title, subtitle, kind_label, start_fiscal_year, end_fiscal_year, update_mode, summary, levels, review_calendar,
  identity, situation, source, version, updated_at) ON plan_revision TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, plan_key, revision, item_key, level_key, parent_key, position, code, title, desired_state,
  current_state, issue, approach, span, investment_kinds, life_stages, area_keys, sdg_goals, lead_unit_keys,
  support_unit_keys, partners, also_under, cross_cutting, reason_keys, source, article_number, version, updated_at)
  ON plan_item TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, plan_key, revision, seq, kind, from_plan_key, from_item_key, to_plan_key, to_item_key,
  reason, created_at) ON lineage TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, indicator_key, name, unit, direction, kind, subjective, time_behaviour, definition,
  formula_text, source, frequency, decimals, unit_key, breakdowns, reference_series, baseline_fiscal_year,
  baseline_value, baseline_note, baseline_source, position, article_number, published_at, version, updated_at)
  ON indicator TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, indicator_key, fiscal_year, seq, value, text, comparison, set_on, reason, source, created_at)
  ON indicator_target TO rashin_public;
--> statement-breakpoint
GRANT SELECT (municipality, indicator_key, series, fiscal_year, breakdown, stage, as_of, value, text, status, source,
  note, version, updated_at) ON indicator_value TO rashin_public;
--> statement-breakpoint
-- The directory of towns is the one thing read without a town.
CREATE POLICY published ON municipality FOR SELECT TO rashin_public USING (public_since IS NOT NULL);
--> statement-breakpoint
CREATE FUNCTION rashin.public_tenant() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT m.municipality FROM public.municipality m WHERE m.municipality = rashin.tenant() AND m.public_since IS NOT NULL $$;
--> statement-breakpoint
CREATE POLICY published ON organisation_unit FOR SELECT TO rashin_public USING (municipality = (SELECT rashin.public_tenant()));
--> statement-breakpoint
CREATE POLICY published ON unit_succession FOR SELECT TO rashin_public USING (municipality = (SELECT rashin.public_tenant()));
--> statement-breakpoint
CREATE POLICY published ON area FOR SELECT TO rashin_public USING (municipality = (SELECT rashin.public_tenant()));
--> statement-breakpoint
CREATE POLICY published ON plan_revision FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant()) AND state = 'published' AND effective_on <= (SELECT rashin.today()));
--> statement-breakpoint
-- The sub-selects below run as the public role too, so they see published revisions only.
CREATE POLICY published ON plan FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant())
  AND plan_key IN (SELECT r.plan_key FROM plan_revision r WHERE r.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON plan_item FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant())
  AND (plan_key, revision) IN (SELECT r.plan_key, r.revision FROM plan_revision r WHERE r.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON plan_item_voice FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant()) AND consent
  AND (plan_key, revision) IN (SELECT r.plan_key, r.revision FROM plan_revision r WHERE r.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON lineage FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant())
  AND (plan_key, revision) IN (SELECT r.plan_key, r.revision FROM plan_revision r WHERE r.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON indicator FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant()) AND published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY published ON indicator_target FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant())
  AND indicator_key IN (SELECT i.indicator_key FROM indicator i WHERE i.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON indicator_value FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant()) AND stage = 'published'
  AND indicator_key IN (SELECT i.indicator_key FROM indicator i WHERE i.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint
CREATE POLICY published ON plan_item_indicator FOR SELECT TO rashin_public USING (
  municipality = (SELECT rashin.public_tenant())
  AND (plan_key, revision) IN (SELECT r.plan_key, r.revision FROM plan_revision r WHERE r.municipality = (SELECT rashin.public_tenant()))
  AND indicator_key IN (SELECT i.indicator_key FROM indicator i WHERE i.municipality = (SELECT rashin.public_tenant())));
--> statement-breakpoint

-- ── What is published never changes ────────────────────────────────────────────────────────────
CREATE FUNCTION rashin.guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'revision % of plan % is % and cannot be deleted', OLD.revision, OLD.plan_key, OLD.state USING ERRCODE = 'RS001';
    END IF;
    RETURN OLD;
  END IF;
  -- A revision that is not in force yet may still be called back.
  IF OLD.state = 'published' AND NOT (NEW.state = 'approved' AND OLD.effective_on > rashin.today()) THEN
    RAISE EXCEPTION 'revision % of plan % is published and cannot change', OLD.revision, OLD.plan_key USING ERRCODE = 'RS001';
  END IF;
  IF OLD.state = 'approved' AND NEW.state = 'approved' THEN
    RAISE EXCEPTION 'revision % of plan % is approved and cannot change', OLD.revision, OLD.plan_key USING ERRCODE = 'RS001';
  END IF;
  -- Leaving the draft state changes nothing but the state's own columns.
  IF OLD.state <> 'draft' AND (to_jsonb(NEW) - '{state,label,reason,effective_on,approved_at,approved_by,published_at,published_by,version,updated_at,updated_by}'::text[])
     <> (to_jsonb(OLD) - '{state,label,reason,effective_on,approved_at,approved_by,published_at,published_by,version,updated_at,updated_by}'::text[]) THEN
    RAISE EXCEPTION 'revision % of plan % is % and its text cannot change', OLD.revision, OLD.plan_key, OLD.state USING ERRCODE = 'RS001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON plan_revision FOR EACH ROW EXECUTE FUNCTION rashin.guard_revision();
--> statement-breakpoint
CREATE FUNCTION rashin.require_draft(town text, plan text, number integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE s text;
BEGIN
  -- Held until the end of the transaction, so that the revision is not approved while a part of it is being written.
  SELECT state INTO s FROM public.plan_revision p
    WHERE p.municipality = town AND p.plan_key = plan AND p.revision = number FOR SHARE;
  -- No row: the revision itself is being deleted, which its own guard has allowed, or the foreign key will refuse.
  IF s IS NOT NULL AND s <> 'draft' THEN
    RAISE EXCEPTION 'revision % of plan % is % and cannot change', number, plan, s USING ERRCODE = 'RS001';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION rashin.guard_revision_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM rashin.require_draft(OLD.municipality, OLD.plan_key, OLD.revision); END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  -- Also when a row is moved from a draft into a revision that is not one.
  IF TG_OP = 'INSERT' OR (NEW.plan_key, NEW.revision) <> (OLD.plan_key, OLD.revision) THEN
    PERFORM rashin.require_draft(NEW.municipality, NEW.plan_key, NEW.revision);
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_item','plan_item_voice','lineage','plan_item_indicator'] LOOP
    EXECUTE format('CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rashin.guard_revision_part()', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- ── Audit trail ────────────────────────────────────────────────────────────────────────────────
-- One row's hash covers its content and the hash before it, so that a changed, removed or reordered row shows.
-- audit-verify.ts has the same expression and does not trust this function.
CREATE FUNCTION rashin.audit_hash(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(e.previous_hash, e.municipality, e.seq,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.origin, e.action, e.entity,
    e.entity_key, e.before, e.after)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The head row is the queue: writers of one town append one after another, in the order they commit.
CREATE FUNCTION rashin.lock_audit_head(town text) RETURNS audit_head LANGUAGE plpgsql AS $$
DECLARE head public.audit_head;
BEGIN
  SELECT * INTO head FROM public.audit_head h WHERE h.municipality = town FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.audit_head (municipality, seq, hash) VALUES (town, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM public.audit_head h WHERE h.municipality = town FOR UPDATE;
  END IF;
  RETURN head;
END $$;
--> statement-breakpoint
-- Writes one event after `head` and gives the new head, which the caller stores once, after its last event.
CREATE FUNCTION rashin.append_audit(head audit_head, what text, thing text, thing_key jsonb, was jsonb, becomes jsonb)
RETURNS audit_head LANGUAGE plpgsql AS $$
DECLARE e public.audit_event;
BEGIN
  e.municipality := head.municipality;
  e.seq := head.seq + 1;
  e.at := clock_timestamp();
  e.actor := coalesce(rashin.actor(), 'system');
  e.origin := coalesce(nullif(current_setting('rashin.origin', true), ''), 'system');
  e.action := what;
  e.entity := thing;
  e.entity_key := thing_key;
  e.before := was;
  e.after := becomes;
  e.previous_hash := head.hash;
  e.hash := rashin.audit_hash(e);
  INSERT INTO public.audit_event VALUES (e.*);
  head.seq := e.seq;
  head.hash := e.hash;
  RETURN head;
END $$;
--> statement-breakpoint
-- A note by the application (login, export) for the town the transaction is set to.
CREATE FUNCTION rashin.audit_note(thing text, thing_key jsonb, content jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE head audit_head;
BEGIN
  IF rashin.tenant() IS NULL THEN RAISE EXCEPTION 'audit_note needs a municipality'; END IF;
  head := rashin.append_audit(rashin.lock_audit_head(rashin.tenant()), 'note', thing, thing_key, NULL, content);
  UPDATE audit_head h SET seq = head.seq, hash = head.hash WHERE h.municipality = head.municipality;
END $$;
--> statement-breakpoint
CREATE FUNCTION rashin.pick(content jsonb, columns text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(c, content -> c), '{}') FROM unnest(columns) c
$$;
--> statement-breakpoint
-- One call a statement, not a row: the head is locked and written once for a thousand items.
-- Arguments: the key columns besides the municipality, then after '-' columns that are secret and stay out of the trail.
CREATE FUNCTION rashin.audit_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  arguments text[] := TG_ARGV;
  cut int := coalesce(array_position(arguments, '-'), cardinality(arguments));
  keys text[] := array_remove(arguments[0:cut], '-');
  secrets text[] := arguments[cut + 1:];
  changes refcursor;
  change record;
  head audit_head;
BEGIN
  IF TG_OP = 'INSERT' THEN
    OPEN changes FOR SELECT NULL::jsonb AS was, to_jsonb(n) - secrets AS becomes FROM new_rows n;
  ELSIF TG_OP = 'DELETE' THEN
    OPEN changes FOR SELECT to_jsonb(o) - secrets AS was, NULL::jsonb AS becomes FROM old_rows o;
  ELSE
    -- A changed key shows as one row gone and one come.
    OPEN changes FOR SELECT o.content AS was, n.content AS becomes
      FROM (SELECT to_jsonb(r) - secrets AS content, rashin.pick(to_jsonb(r), ARRAY['municipality'] || keys) AS place FROM old_rows r) o
      FULL JOIN (SELECT to_jsonb(r) - secrets AS content, rashin.pick(to_jsonb(r), ARRAY['municipality'] || keys) AS place FROM new_rows r) n
        USING (place)
      WHERE o.content IS DISTINCT FROM n.content;
  END IF;
  LOOP
    FETCH changes INTO change;
    EXIT WHEN NOT FOUND;
    IF head.municipality IS DISTINCT FROM coalesce(change.becomes, change.was) ->> 'municipality' THEN
      UPDATE audit_head h SET seq = head.seq, hash = head.hash WHERE h.municipality = head.municipality;
      head := rashin.lock_audit_head(coalesce(change.becomes, change.was) ->> 'municipality');
    END IF;
    head := rashin.append_audit(head,
      CASE WHEN change.was IS NULL THEN 'insert' WHEN change.becomes IS NULL THEN 'delete' ELSE 'update' END,
      TG_TABLE_NAME, rashin.pick(coalesce(change.becomes, change.was), keys), change.was, change.becomes);
  END LOOP;
  CLOSE changes;
  UPDATE audit_head h SET seq = head.seq, hash = head.hash WHERE h.municipality = head.municipality;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- For every table whose changes belong in the trail, here and in later migrations.
CREATE FUNCTION rashin.audit_table(thing text, keys text[], secrets text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE arguments text;
BEGIN
  SELECT string_agg(quote_literal(a), ', ') INTO arguments FROM unnest(keys || '-'::text || secrets) a;
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rashin.audit_statement(%s)', thing, arguments);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rashin.audit_statement(%s)', thing, arguments);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rashin.audit_statement(%s)', thing, arguments);
END $$;
--> statement-breakpoint
SELECT rashin.audit_table('municipality', '{}', '{article_counter}'),
  rashin.audit_table('organisation_unit', '{unit_key}'),
  rashin.audit_table('unit_succession', '{predecessor_key,successor_key,succeeded_on}'),
  rashin.audit_table('area', '{area_key}'),
  rashin.audit_table('app_user', '{user_id}', '{password_hash,totp_secret,totp_last_step,failed_logins}'),
  rashin.audit_table('role_grant', '{grant_id}'),
  rashin.audit_table('plan', '{plan_key}'),
  rashin.audit_table('plan_revision', '{plan_key,revision}'),
  rashin.audit_table('plan_item', '{plan_key,revision,item_key}'),
  rashin.audit_table('plan_item_voice', '{plan_key,revision,item_key,seq}'),
  rashin.audit_table('lineage', '{plan_key,revision,seq}'),
  rashin.audit_table('indicator', '{indicator_key}'),
  rashin.audit_table('indicator_target', '{indicator_key,fiscal_year,seq}'),
  rashin.audit_table('indicator_value', '{indicator_key,series,fiscal_year,breakdown,stage}'),
  rashin.audit_table('plan_item_indicator', '{plan_key,revision,item_key,indicator_key}');
--> statement-breakpoint
CREATE FUNCTION rashin.audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only' USING ERRCODE = 'RS002';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION rashin.audit_is_append_only();
--> statement-breakpoint
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION rashin.audit_is_append_only();
--> statement-breakpoint
-- A function may be called by everybody unless it is said otherwise.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA rashin FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.tenant(), rashin.today() TO rashin_app, rashin_public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.public_tenant() TO rashin_public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.actor(), rashin.require_draft(text, text, integer), rashin.audit_note(text, jsonb, jsonb)
  TO rashin_app;
