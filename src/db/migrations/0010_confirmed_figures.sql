ALTER TABLE "indicator_value" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
-- Who says that a figure is right says so of a day. The public role is not given either column.
ALTER TABLE indicator_value ADD CONSTRAINT indicator_value_confirmed CHECK (confirmed_by IS NULL OR confirmed_at IS NOT NULL);
