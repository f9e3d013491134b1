-- 共通指標: what towns have made public is compared across towns, read without a town as their directory is. Only
-- published indicators and whole published figures of open towns; with a town set, nothing but that town is seen.
CREATE POLICY across_towns ON indicator FOR SELECT TO rashin_public USING (
  (SELECT rashin.tenant()) IS NULL AND published_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM municipality m WHERE m.municipality = indicator.municipality));
--> statement-breakpoint
CREATE POLICY across_towns ON indicator_value FOR SELECT TO rashin_public USING (
  (SELECT rashin.tenant()) IS NULL AND stage = 'published' AND breakdown = ''
  AND EXISTS (SELECT 1 FROM indicator i
    WHERE i.municipality = indicator_value.municipality AND i.indicator_key = indicator_value.indicator_key));
--> statement-breakpoint
CREATE INDEX indicator_common ON indicator (common_key) WHERE common_key IS NOT NULL;
