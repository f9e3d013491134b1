import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { countProgrammesByType, lockYearlyCycle, saveYearlyCycle } from '../../db/write-cycle.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { emptyCycle, type ProgrammeType, type YearlyCycle } from '../../domain/programme/yearly-cycle.ts';
import { checkCycle } from '../../domain/programme/yearly-cycle-check.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/** The lists of the settings; each is edited, and seen, on its own. */
export const cycleParts = ['programmeTypes', 'staffRates', 'calendar'] as const;
export type CyclePart = (typeof cycleParts)[number];

/** What a person saw of a part before changing it. Keys are in the order the parts have everywhere. */
export const cycleMark = (cycle: YearlyCycle, part: CyclePart): string => {
  const rows: readonly object[] = cycle[part];
  return JSON.stringify(
    rows.map((row) => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  );
};

/** A type programmes are of stays: which of them would be left without one is said. */
const lostTypes = async (
  tx: TenantTx,
  before: readonly ProgrammeType[],
  after: readonly ProgrammeType[],
): Promise<readonly Problem[]> => {
  const gone = before.filter(({ key }) => !after.some((each) => each.key === key));
  if (gone.length === 0) return [];
  const used = await countProgrammesByType(tx);
  return gone.flatMap(({ key, label }) => {
    const count = used.get(key) ?? 0;
    return count === 0 ? [] : [errorAt('cycle-type-used', ['types'], { label, count })];
  });
};

/**
 * Saves the parts that are given; the others stay as they are. `seen`: the marks of those parts as the person read
 * them. Two people at different parts do not meet.
 */
export const saveCycle = (
  acting: Acting,
  change: Partial<YearlyCycle>,
  seen: Partial<Readonly<Record<CyclePart, string>>>,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'programme.manage')) return refused('not-allowed');
    const locked = await lockYearlyCycle(tx);
    const stored = locked ?? emptyCycle;
    const met = cycleParts.filter(
      (part) => change[part] !== undefined && seen[part] !== cycleMark(stored, part),
    );
    if (met.length > 0) return refused('cycle-changed-meanwhile', [], { parts: met });
    const next: YearlyCycle = { ...stored, ...change };
    const wrong = refusalOf([
      ...checkCycle(next),
      ...(await lostTypes(tx, stored.programmeTypes, next.programmeTypes)),
    ]);
    if (wrong !== null) return wrong;
    const saved = await saveYearlyCycle(tx, next, locked === null, stampOf(acting));
    return saved
      ? ok(null)
      : refused('cycle-changed-meanwhile', [], { parts: cycleParts.filter((part) => part in change) });
  });
