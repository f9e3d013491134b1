-- A comparison across towns is kept for as long as no town in it publishes: read without a town, as the figures are.
CREATE POLICY across_towns ON public_version FOR SELECT TO rashin_public USING (
  (SELECT rashin.tenant()) IS NULL
  AND EXISTS (SELECT 1 FROM municipality m WHERE m.municipality = public_version.municipality));
