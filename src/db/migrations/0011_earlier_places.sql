ALTER TABLE "organisation_unit" ADD COLUMN "earlier_places" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- A list, and nothing else: rights are decided from it.
ALTER TABLE organisation_unit ADD CONSTRAINT organisation_unit_earlier_places CHECK (jsonb_typeof(earlier_places) = 'array');
