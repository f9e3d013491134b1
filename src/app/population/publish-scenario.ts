import { loadSeries, lockSeries } from '../../db/read-population.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateScenario } from '../../db/write-population.ts';
import { insertPublication, lastEdition } from '../../db/write-publication.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { assumptionsOf } from '../../domain/population/assumptions-of.ts';
import { calculationSources } from '../../domain/population/calculation-sources.ts';
import { runScenario } from '../../domain/population/run-scenario.ts';
import type { PublishedScenario, PublishedYear, SourceNote } from '../../domain/population/scenario.ts';
import type { PopulationSeries } from '../../domain/population/series.ts';
import { isUnreadable } from '../../domain/population/stored-content.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { openScenario } from './save-scenario.ts';

const kind = 'population-scenario';
const reasonLimit = 2000;

const noteOf = ({
  seriesKey,
  name,
  publisher,
  source,
  publishedOn,
  terms,
}: PopulationSeries): SourceNote => ({
  seriesKey,
  name,
  publisher,
  source,
  publishedOn,
  terms,
});

/**
 * 公開する: the scenario is worked out anew from the stored series and kept as an edition of its own, with its
 * assumptions and sources. Later changes of either do not touch it. Refused while the series it stands on is not
 * public: nobody could check it. A further edition needs its reason.
 */
export const publishScenario = (
  acting: Acting,
  {
    reason: given,
    ...named
  }: { readonly scenarioKey: string; readonly reason: string; readonly seenVersion: number },
): Promise<Result<{ readonly edition: number; readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const scenario = await openScenario(tx, acting, named);
    if (!scenario.ok) return scenario;
    const { scenarioKey } = named;
    const { name, description, content, isAsPublished } = scenario.value;
    if (isUnreadable(content)) return refused('population-content-unreadable', ['scenario']);
    if (isAsPublished) return refused('population-scenario-as-published', [], { name });
    const edition = (await lastEdition(tx, kind, scenarioKey)) + 1;
    const reason = given.trim();
    if (edition > 1 && reason === '') return refused('reason-required', ['reason']);
    if (reason.length > reasonLimit)
      return refused('text-too-long', ['reason'], { limit: reasonLimit, length: reason.length });

    // Who withdraws the series or replaces its tables meanwhile is waited for, or waits.
    await lockSeries(tx, content.baseline.seriesKey);
    const series = await loadSeries(tx, { seriesKeys: [content.baseline.seriesKey] });
    const [standsOn] = series;
    if (standsOn === undefined) return refused('population-series-unknown', ['baseline']);
    if (standsOn.series.state !== 'published')
      return refused('population-baseline-not-public', ['baseline'], { name: standsOn.series.name });
    const assumptions = assumptionsOf(content.baseline, series);
    if (!assumptions.ok) return refusalOf(assumptions.error) ?? refused('not-allowed');
    const result = runScenario(content, assumptions.value);
    if (!result.ok) return refusalOf(result.error) ?? refused('not-allowed');

    const { male, female, ...rest } = result.value;
    const published: PublishedScenario = {
      scenarioKey,
      description,
      content,
      sources: [...series.map((each) => noteOf(each.series)), ...calculationSources(content)],
      result: rest,
    };
    const years = rest.years.map(
      (year, at): PublishedYear => ({ year, male: male[at] ?? [], female: female[at] ?? [] }),
    );
    const stamp = stampOf(acting);
    const fiscalYear = fiscalYearOf(todayInJapan(acting));
    await insertPublication(
      tx,
      { kind, key: scenarioKey, edition, fiscalYear, title: name, reason, content: published },
      years.map((entry) => ({ subjectKey: String(entry.year), content: entry })),
      stamp,
    );
    const version = await updateScenario(
      tx,
      scenarioKey,
      { publishedEdition: edition, isAsPublished: true },
      named.seenVersion,
      stamp,
    );
    return version === null ? refused('changed-meanwhile', ['scenario']) : ok({ edition, version });
  });
