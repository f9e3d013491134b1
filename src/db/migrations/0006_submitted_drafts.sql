ALTER TABLE "plan_revision" ADD COLUMN "submitted_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "plan_revision" ADD COLUMN "submitted_by" uuid;
--> statement-breakpoint
-- As in 0001; a draft that is sent back is no longer submitted.
CREATE OR REPLACE FUNCTION rashin.guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF OLD.state <> 'draft' AND (to_jsonb(NEW) - '{state,label,reason,effective_on,submitted_at,submitted_by,approved_at,approved_by,published_at,published_by,version,updated_at,updated_by}'::text[])
     <> (to_jsonb(OLD) - '{state,label,reason,effective_on,submitted_at,submitted_by,approved_at,approved_by,published_at,published_by,version,updated_at,updated_by}'::text[]) THEN
    RAISE EXCEPTION 'revision % of plan % is % and its text cannot change', OLD.revision, OLD.plan_key, OLD.state USING ERRCODE = 'RS001';
  END IF;
  RETURN NEW;
END $$;
