import { loadItemKeys } from '../../db/read-plan-item-choices.ts';
import { findYearlyCycle, loadProgrammePlanItems, loadProgrammes } from '../../db/read-programme.ts';
import { listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { lockProgrammes, replaceProgrammePlanItems, saveProgrammes } from '../../db/write-programme.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkProgramme } from '../../domain/programme/check-programme.ts';
import type { PlanItemLink } from '../../domain/programme/import/plan-import.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { newKey } from '../new-key.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { mayEditOf } from './programme-rights.ts';

/** What the form of a programme says. Its place in the town's list stays. */
export interface ProgrammeEdit {
  readonly programme: Omit<Programme, 'programmeKey' | 'position'>;
  /** In the order they are shown. */
  readonly planItems: readonly PlanItemLink[];
}

const problemsOf = async (
  tx: TenantTx,
  programme: Programme,
  planItems: readonly PlanItemLink[],
): Promise<readonly Problem[]> => {
  const types = new Set((await findYearlyCycle(tx)).programmeTypes.map(({ key }) => key));
  const units = new Set((await listUnits(tx)).map(({ unitKey }) => unitKey));
  const items = planItems.length === 0 ? new Set<string>() : await loadItemKeys(tx);
  const twins =
    programme.number === ''
      ? []
      : (await loadProgrammes(tx)).filter(
          ({ number, programmeKey }) =>
            number === programme.number && programmeKey !== programme.programmeKey,
        );
  return [
    ...checkProgramme(programme, types),
    ...(programme.unitKey === null || units.has(programme.unitKey)
      ? []
      : [errorAt('unit-unknown', ['unitKey'], { key: programme.unitKey.slice(0, 60) })]),
    ...twins.slice(0, 1).map(({ name }) => errorAt('programme-number-taken', ['number'], { name })),
    ...planItems
      .map(({ planKey, itemKey }) => `${planKey}/${itemKey}`)
      .filter((key) => !items.has(key))
      .map((key) => errorAt('programme-plan-item-unknown', ['planItems'], { key: key.slice(0, 120) })),
  ];
};

const linksOf = (programmeKey: string, items: readonly PlanItemLink[]) =>
  items.map((item, position) => ({ programmeKey, ...item, position }));

/** A new programme without years; for one's own unit, or any for the planning and finance offices. */
export const createProgramme = (
  acting: Acting,
  edit: ProgrammeEdit,
): Promise<Result<{ readonly programmeKey: string }, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    if (!(await mayEditOf(tx, acting, [edit.programme.unitKey]))) return refused('not-allowed', ['unitKey']);
    const stored = await loadProgrammes(tx);
    const programmeKey = newKey();
    const position = Math.max(-1, ...stored.map((each) => each.position)) + 1;
    const programme = { ...edit.programme, programmeKey, position };
    const wrong = refusalOf(await problemsOf(tx, programme, edit.planItems));
    if (wrong !== null) return wrong;
    await saveProgrammes(tx, [programme], stampOf(acting));
    await replaceProgrammePlanItems(tx, [programmeKey], linksOf(programmeKey, edit.planItems));
    return ok({ programmeKey });
  });

/** Changes a programme that is still at `expectedVersion`. Its unit may be changed to one the actor may write for. */
export const saveProgramme = (
  acting: Acting,
  programmeKey: string,
  edit: ProgrammeEdit,
  expectedVersion: number,
): Promise<Result<null, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    const version = (await lockProgrammes(tx, [programmeKey])).get(programmeKey);
    const [stored] = await loadProgrammes(tx, { keys: [programmeKey] });
    if (version === undefined || stored === undefined) return refused('programme-not-found', [programmeKey]);
    if (!(await mayEditOf(tx, acting, [stored.unitKey, edit.programme.unitKey])))
      return refused('not-allowed', ['unitKey']);
    if (version !== expectedVersion) return refused('changed-meanwhile', [programmeKey]);
    const programme = { ...edit.programme, programmeKey, position: stored.position };
    const wrong = refusalOf(await problemsOf(tx, programme, edit.planItems));
    if (wrong !== null) return wrong;
    const before = await loadProgrammePlanItems(tx, { keys: [programmeKey] });
    const links = linksOf(programmeKey, edit.planItems);
    await saveProgrammes(tx, [programme], stampOf(acting));
    if (JSON.stringify(before) !== JSON.stringify(links))
      await replaceProgrammePlanItems(tx, [programmeKey], links);
    return ok(null);
  });
