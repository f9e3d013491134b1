import { loadProgrammes, loadProgrammeYears, loadSettledYears } from '../../db/read-programme.ts';
import { listUnits } from '../../db/read-town.ts';
import { lockProgrammes, saveProgrammeYears } from '../../db/write-programme.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkProgrammeYear } from '../../domain/programme/check-programme.ts';
import type { ProgrammeYear } from '../../domain/programme/programme.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { mayEditOf } from './programme-rights.ts';

/**
 * 年度の記録: amounts, sources, hours, budget codes of one year. `expectedVersion` 0: there was no record. A year whose
 * settlement is fixed is refused.
 */
export const saveProgrammeYear = (
  acting: Acting,
  year: ProgrammeYear,
  expectedVersion: number,
): Promise<Result<null, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    const { programmeKey, fiscalYear } = year;
    await lockProgrammes(tx, [programmeKey]);
    const [programme] = await loadProgrammes(tx, { keys: [programmeKey] });
    if (programme === undefined) return refused('programme-not-found', [programmeKey]);
    if (!(await mayEditOf(tx, acting, [programme.unitKey]))) return refused('not-allowed', [programmeKey]);
    const settled = (await loadSettledYears(tx)).some((each) => each.fiscalYear === fiscalYear);
    if (settled) return refused('programme-year-settled', ['fiscalYear'], { fiscalYear });
    const [stored] = await loadProgrammeYears(tx, { keys: [programmeKey], fiscalYears: [fiscalYear] });
    if ((stored?.version ?? 0) !== expectedVersion) return refused('changed-meanwhile', [programmeKey]);
    const units = new Set((await listUnits(tx)).map(({ unitKey }) => unitKey));
    const wrong = refusalOf([
      ...checkProgrammeYear(year),
      ...(year.unitKey === null || units.has(year.unitKey)
        ? []
        : [errorAt('unit-unknown', ['unitKey'], { key: year.unitKey.slice(0, 60) })]),
    ]);
    if (wrong !== null) return wrong;
    await saveProgrammeYears(tx, [year], stampOf(acting));
    return ok(null);
  });
