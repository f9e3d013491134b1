-- Which towns have mail to send: the one question of the outbox that is about no town. It learns codes and nothing else.
CREATE FUNCTION rashin.towns_with_mail(most_attempts integer) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT m.municipality FROM public.mail m WHERE m.sent_at IS NULL AND m.attempts < most_attempts
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rashin.towns_with_mail(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rashin.towns_with_mail(integer) TO rashin_app;
--> statement-breakpoint
-- A person's address is no business of the trail: it is kept as the other secrets of an account are.
DROP TRIGGER audit_insert ON app_user;
--> statement-breakpoint
DROP TRIGGER audit_update ON app_user;
--> statement-breakpoint
DROP TRIGGER audit_delete ON app_user;
--> statement-breakpoint
SELECT rashin.audit_table('app_user', '{user_id}', '{password_hash,totp_secret,totp_last_step,failed_logins,email}');
