import { isDeepStrictEqual } from 'node:util';
import { findScenario, listScenarioWriters, lockSeries } from '../../db/read-population.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { deleteScenario, insertScenario, updateScenario } from '../../db/write-population.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkScenario } from '../../domain/population/check-scenario.ts';
import type { PopulationScenario, ScenarioContent } from '../../domain/population/scenario.ts';
import { isUnreadable } from '../../domain/population/stored-content.ts';
import { type Acting, stampOf } from '../acting.ts';
import { newKey } from '../new-key.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/** What a person says about a scenario. */
export interface ScenarioEdit {
  readonly name: string;
  readonly description: string;
  readonly content: ScenarioContent;
}

const limits = { name: 100, description: 4000 } as const;

const textProblems = (edit: ScenarioEdit): readonly Problem[] => [
  ...(edit.name.trim() === '' ? [errorAt('population-scenario-name-missing', ['name'])] : []),
  ...(['name', 'description'] as const).flatMap((field) => {
    const { length } = edit[field];
    const limit = limits[field];
    return length > limit ? [errorAt('text-too-long', [field], { limit, length })] : [];
  }),
];

/** The content as it is kept, when nothing stands against it. */
const checked = async (tx: TenantTx, edit: ScenarioEdit): Promise<Result<ScenarioContent, Refusal>> => {
  const content = checkScenario(edit.content);
  const wrong = refusalOf([...textProblems(edit), ...(content.ok ? [] : content.error)]);
  if (wrong !== null) return wrong;
  if (!content.ok) return refused('not-allowed');
  const { seriesKey } = content.value.baseline;
  // Held, so that nobody removes it meanwhile.
  const series = await lockSeries(tx, seriesKey);
  return series === null ? refused('population-series-unknown', ['baseline']) : content;
};

/** Keeps a new scenario, unpublished. Refused: no right, wrong fields, a baseline that is not there, a key already taken. */
export const createScenario = (
  acting: Acting,
  edit: ScenarioEdit,
  /** A key of a file's own choosing */
  scenarioKey: string = newKey(),
): Promise<Result<{ readonly scenarioKey: string }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'population.manage')) return refused('not-allowed');
    const content = await checked(tx, edit);
    if (!content.ok) return content;
    const there = await findScenario(tx, scenarioKey);
    if (there !== null) return refused('population-scenario-exists', [], { name: there.name });
    await insertScenario(
      tx,
      { scenarioKey, name: edit.name.trim(), description: edit.description, content: content.value },
      stampOf(acting),
    );
    return ok({ scenarioKey });
  });

interface Named {
  readonly scenarioKey: string;
  /** `version` the person read */
  readonly seenVersion: number;
}

/** The scenario, held, as the person read it; else who was there first, and when. */
export const openScenario = async (
  tx: TenantTx,
  acting: Acting,
  { scenarioKey, seenVersion }: Named,
): Promise<Result<PopulationScenario, Refusal>> => {
  if (!may(acting.actor, 'population.manage')) return refused('not-allowed');
  const scenario = await findScenario(tx, scenarioKey, 'update');
  if (scenario === null) return refused('population-scenario-unknown');
  if (scenario.version === seenVersion) return ok(scenario);
  const writer = (await listScenarioWriters(tx)).find(({ key }) => key === scenarioKey);
  return refused('changed-meanwhile', ['scenario'], { by: writer?.by ?? '', at: writer?.at ?? '' });
};

const saysTheSame = (stored: PopulationScenario, edit: ScenarioEdit, content: ScenarioContent): boolean =>
  stored.name === edit.name.trim() &&
  stored.description === edit.description &&
  isDeepStrictEqual(stored.content, content);

/** Saves a scenario as a whole. What was published of it stays as it was read. */
export const saveScenario = (
  acting: Acting,
  { scenarioKey, seenVersion, ...edit }: Named & ScenarioEdit,
): Promise<Result<{ readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const scenario = await openScenario(tx, acting, { scenarioKey, seenVersion });
    if (!scenario.ok) return scenario;
    if (isUnreadable(scenario.value.content)) return refused('population-content-unreadable', ['scenario']);
    const content = await checked(tx, edit);
    if (!content.ok) return content;
    const version = await updateScenario(
      tx,
      scenarioKey,
      {
        name: edit.name.trim(),
        description: edit.description,
        content: content.value,
        isAsPublished: scenario.value.isAsPublished && saysTheSame(scenario.value, edit, content.value),
      },
      seenVersion,
      stampOf(acting),
    );
    return version === null ? refused('changed-meanwhile', ['scenario']) : ok({ version });
  });

/** Only one that was never published: an edition that is cited keeps what it was made of. */
export const removeScenario = (acting: Acting, named: Named): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const scenario = await openScenario(tx, acting, named);
    if (!scenario.ok) return scenario;
    if (scenario.value.publishedEdition !== null)
      return refused('population-scenario-published', [], { name: scenario.value.name });
    const gone = await deleteScenario(tx, named.scenarioKey, named.seenVersion);
    return gone ? ok(null) : refused('changed-meanwhile', ['scenario']);
  });
