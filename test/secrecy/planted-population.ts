import { setSeriesState } from '../../src/app/population/change-series.ts';
import { createSeries } from '../../src/app/population/create-series.ts';
import { operator } from '../../src/cli/operator.ts';
import type { Database } from '../../src/db/connection.ts';
import { populationScenario } from '../../src/db/schema/population.ts';
import { withTenant } from '../../src/db/tenant.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { madeDistricts } from '../factories/district-population.ts';
import { otherTownMark, secretMark } from '../factories/public-towns.ts';
import { publishedScenario, putScenario, putSeries } from '../factories/published-scenario.ts';

/** A number of residents nobody has published. */
export const secretPersons = 7_310_731;
/** Keys of scenarios: ours as published, ours that was never published, the other town's. */
export const scenarioKeys = ['ijuu', 'himitsu', 'tonari-jinko'] as const;

/** Scenarios as they are worked on: one never published, one changed since it was. */
const workOn = (db: Database, town: MunicipalityCode): Promise<void> =>
  withTenant(db, { municipality: town, actor: 'test', origin: 'test' }, async ({ q }) => {
    const { content } = publishedScenario();
    const levers = content.levers.map((lever) => ({ ...lever, reason: secretMark, source: secretMark }));
    const changed = { ...content, levers, birthRateNow: { value: 1.5, source: secretMark } };
    await q.insert(populationScenario).values(
      [
        { scenarioKey: 'ijuu', publishedEdition: 1 },
        { scenarioKey: 'himitsu', publishedEdition: null },
      ].map((scenario) => ({
        municipality: town,
        name: `検討中のシナリオ ${secretMark}`,
        description: secretMark,
        content: changed,
        isAsPublished: false,
        ...scenario,
      })),
    );
  });

/** Districts of our town, public: what is held to the scenario has pages of its own. */
const showDistricts = async (db: Database, town: MunicipalityCode): Promise<void> => {
  const acting = operator(db, town, new Date('2026-11-20T00:00:00Z'));
  const made = await createSeries(acting, { ...madeDistricts(), seriesKey: 'chiku' });
  const shown = await setSeriesState(acting, { seriesKey: 'chiku', state: 'published', seenVersion: 1 });
  if (!made.ok || !shown.ok) throw new Error(JSON.stringify([made, shown]));
};

/** In our town a series and an edition that are public, beside them what is not; in theirs their own. */
export const plantPopulation = async (
  db: Database,
  ours: MunicipalityCode,
  theirs: MunicipalityCode,
): Promise<void> => {
  await putSeries(db, ours, { seriesKey: 'census', state: 'published' });
  await putSeries(
    db,
    ours,
    {
      seriesKey: 'draft',
      state: 'draft',
      kind: 'own-projection',
      name: `取込中の人口 ${secretMark}`,
      source: secretMark,
      note: secretMark,
      baseYear: 2015,
    },
    { total: secretPersons },
  );
  await putScenario(db, ours);
  await showDistricts(db, ours);
  await workOn(db, ours);
  await putSeries(db, theirs, { seriesKey: 'tonari-census', state: 'published', name: otherTownMark });
  await putScenario(db, theirs, {
    title: otherTownMark,
    changes: { scenarioKey: 'tonari-jinko', description: otherTownMark },
  });
};
