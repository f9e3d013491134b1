CREATE TABLE "recovery_code" (
	"municipality" text NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_municipality_user_id_code_hash_pk" PRIMARY KEY("municipality","user_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_municipality_user_id_app_user_municipality_user_id_fk" FOREIGN KEY ("municipality","user_id") REFERENCES "public"."app_user"("municipality","user_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
SELECT rashin.protect_town_table('recovery_code');
--> statement-breakpoint
-- That codes were made or used is in the trail; the hash itself stays out of it.
SELECT rashin.audit_table('recovery_code', '{user_id}', '{code_hash}');
