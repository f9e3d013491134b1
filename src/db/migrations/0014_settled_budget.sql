-- What a settled budget gives whom does not change any more; only transfers are added. A year is not unsettled.
CREATE FUNCTION rashin.is_budget_settled(town text, year integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM public.budget_year y
    WHERE y.municipality = town AND y.fiscal_year = year AND y.state IN ('settled', 'published'))
$$;
--> statement-breakpoint
CREATE FUNCTION rashin.guard_settled_budget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND rashin.is_budget_settled(OLD.municipality, OLD.fiscal_year) THEN
    RAISE EXCEPTION 'the budget of % is settled and cannot change', OLD.fiscal_year USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP <> 'DELETE' AND rashin.is_budget_settled(NEW.municipality, NEW.fiscal_year) THEN
    RAISE EXCEPTION 'the budget of % is settled and cannot change', NEW.fiscal_year USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The year itself goes on from settled to published, and is published again.
CREATE FUNCTION rashin.guard_budget_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('settled', 'published') AND (TG_OP = 'DELETE' OR NEW.state NOT IN ('published', OLD.state)
      OR (NEW.municipality, NEW.fiscal_year, NEW.scheme_key, NEW.scheme_version, NEW.base_fiscal_year, NEW.round_key,
          NEW.revenue_thousand_yen, NEW.note, NEW.notified_at, NEW.settled_at)
        IS DISTINCT FROM (OLD.municipality, OLD.fiscal_year, OLD.scheme_key, OLD.scheme_version, OLD.base_fiscal_year,
          OLD.round_key, OLD.revenue_thousand_yen, OLD.note, OLD.notified_at, OLD.settled_at)) THEN
    RAISE EXCEPTION 'the budget of % is settled and cannot change', OLD.fiscal_year USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What an incentive adds to the frames of a settled year stays; in later years it is used on.
CREATE FUNCTION rashin.settled_use(town text, used jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(each ORDER BY each), '[]') FROM jsonb_array_elements(used) each
    WHERE rashin.is_budget_settled(town, (each ->> 'fiscalYear')::integer)
$$;
--> statement-breakpoint
CREATE FUNCTION rashin.guard_settled_incentive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE TG_OP WHEN 'INSERT' THEN '[]' ELSE rashin.settled_use(OLD.municipality, OLD.used) END;
  afterwards jsonb := CASE TG_OP WHEN 'DELETE' THEN '[]' ELSE rashin.settled_use(NEW.municipality, NEW.used) END;
BEGIN
  IF before <> afterwards THEN
    RAISE EXCEPTION 'an incentive is part of a settled budget, which cannot change' USING ERRCODE = 'RS001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.is_budget_settled(text, integer), rashin.settled_use(text, jsonb), rashin.guard_settled_budget(),
  rashin.guard_budget_year(), rashin.guard_settled_incentive() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.is_budget_settled(text, integer), rashin.settled_use(text, jsonb) TO rashin_app;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON budget_frame FOR EACH ROW EXECUTE FUNCTION rashin.guard_settled_budget();
--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON budget_proposal FOR EACH ROW EXECUTE FUNCTION rashin.guard_settled_budget();
--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON proposal_offset FOR EACH ROW EXECUTE FUNCTION rashin.guard_settled_budget();
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON budget_year FOR EACH ROW EXECUTE FUNCTION rashin.guard_budget_year();
--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON budget_incentive FOR EACH ROW EXECUTE FUNCTION rashin.guard_settled_incentive();
--> statement-breakpoint
-- Every public reading of a figure or a target asks which indicators are public, whatever one it is of: answered from
-- this index alone, it does not look at each indicator's row among those of all towns.
CREATE INDEX indicator_public ON indicator (municipality, indicator_key) WHERE published_at IS NOT NULL;
--> statement-breakpoint
-- The newest year a town has a public figure of, without reading them all.
CREATE INDEX indicator_value_by_year ON indicator_value (municipality, fiscal_year)
  WHERE stage = 'published' AND series = 'actual' AND breakdown = '';
