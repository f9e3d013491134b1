import { loadIndicators } from '../../db/read-indicator.ts';
import { loadPublications } from '../../db/read-publication.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { updateIndicator } from '../../db/update-indicator.ts';
import { may } from '../../domain/access/may.ts';
import { checkDefinition } from '../../domain/indicator/check-definition.ts';
import type { PathShape } from '../../domain/indicator/indicator.ts';
import { pathOfScenario, pathWithoutScenario } from '../../domain/indicator/path/path-of-scenario.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { scenarioPath } from '../../domain/population/scenario-path.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

interface Place {
  readonly indicatorKey: string;
  /** `version` of the indicator the person read */
  readonly seenVersion: number;
}

const open = async (tx: TenantTx, acting: Acting, { indicatorKey, seenVersion }: Place) => {
  if (!may(acting.actor, 'population.manage') || !may(acting.actor, 'indicator.define'))
    return refused('not-allowed', [indicatorKey]);
  const [stored] = await loadIndicators(tx, [indicatorKey], { breakdowns: false });
  if (stored === undefined) return refused('indicator-not-found', [indicatorKey]);
  return stored.version === seenVersion ? ok(stored) : refused('changed-meanwhile', [indicatorKey]);
};

/** The path an indicator would have, from the newest edition; nothing is written. */
export interface AttachedPath {
  readonly before: PathShape;
  readonly after: PathShape;
  readonly edition: number;
}

const pathFrom = async (
  tx: TenantTx,
  acting: Acting,
  scenarioKey: string,
  place: Place,
): Promise<
  Result<
    { readonly stored: Awaited<ReturnType<typeof loadIndicators>>[number]; readonly path: AttachedPath },
    Refusal
  >
> => {
  const opened = await open(tx, acting, place);
  if (!opened.ok) return opened;
  const { indicator, baseline, targets } = opened.value;
  const edition = (await loadPublications(tx, 'population-scenario')).find(({ key }) => key === scenarioKey);
  if (edition === undefined) return refused('population-scenario-not-published', ['scenario']);
  if (indicator.unit !== '人')
    return refused('population-attach-unit', ['indicator'], { name: indicator.name, unit: indicator.unit });
  if (indicator.computed !== null)
    return refused('population-attach-computed', ['indicator'], { name: indicator.name });
  const last = targets.length === 0 ? null : Math.max(...targets.map(({ fiscalYear }) => fiscalYear));
  const points = scenarioPath(edition.content.result.annual, { after: baseline?.fiscalYear ?? null, last });
  if (points.length === 0)
    return refused('population-attach-no-years', ['indicator'], { name: indicator.name });
  const after = pathOfScenario(indicator.path, points, {
    key: scenarioKey,
    edition: edition.edition,
    name: edition.title,
  });
  const wrong = refusalOf(
    checkDefinition({ ...indicator, path: after }, baseline, targets, (...path) => [
      indicator.indicatorKey,
      ...path,
    ]),
  );
  if (wrong !== null) return wrong;
  return ok({ stored: opened.value, path: { before: indicator.path, after, edition: edition.edition } });
};

/** What attaching would change. */
export const previewAttached = (
  acting: Acting,
  { scenarioKey, ...place }: Place & { readonly scenarioKey: string },
): Promise<Result<AttachedPath, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const made = await pathFrom(tx, acting, scenarioKey, place);
    return made.ok ? ok(made.value.path) : made;
  });

/**
 * 指標の期待値の道筋にする: yearly totals of the newest published edition, whole persons, from the year after the
 * indicator's baseline to its last target. Figures and targets stay, and so does the path that stood before, aside.
 * Judging by the path follows the scenario from then on.
 */
export const attachScenario = (
  acting: Acting,
  { scenarioKey, ...place }: Place & { readonly scenarioKey: string },
): Promise<Result<{ readonly version: number; readonly edition: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const made = await pathFrom(tx, acting, scenarioKey, place);
    if (!made.ok) return made;
    const { stored, path } = made.value;
    const changed = { ...stored.indicator, path: path.after };
    const version = await updateIndicator(tx, changed, stored.baseline, place.seenVersion, stampOf(acting));
    return version === null
      ? refused('changed-meanwhile', [place.indicatorKey])
      : ok({ version, edition: path.edition });
  });

/** Back to the path that stood before. Refused where the path is not a scenario's. `restored`: it had been kept. */
export const detachScenario = (
  acting: Acting,
  place: Place,
): Promise<Result<{ readonly version: number; readonly restored: boolean }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const opened = await open(tx, acting, place);
    if (!opened.ok) return opened;
    const { indicator, baseline } = opened.value;
    const { scenario } = indicator.path;
    if (scenario === undefined)
      return refused('population-not-attached', ['indicator'], { name: indicator.name });
    const changed = { ...indicator, path: pathWithoutScenario(indicator.path) };
    const version = await updateIndicator(tx, changed, baseline, place.seenVersion, stampOf(acting));
    return version === null
      ? refused('changed-meanwhile', [place.indicatorKey])
      : ok({ version, restored: scenario.before !== undefined });
  });
