import { loadItemKeys } from '../../db/read-plan-item-choices.ts';
import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  type StoredProgramme,
} from '../../db/read-programme.ts';
import { listUnits } from '../../db/read-town.ts';
import { lockProgrammes, replaceProgrammePlanItems, saveProgrammes } from '../../db/write-programme.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkProgramme } from '../../domain/programme/check-programme.ts';
import type { PlanItemLink } from '../../domain/programme/import/plan-import.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/** What is set for all the chosen ones; what is absent stays. */
export interface BulkChange {
  readonly fields: Partial<
    Pick<
      Programme,
      'typeKey' | 'unitKey' | 'expenseClass' | 'startFiscalYear' | 'endFiscalYear' | 'legalObligation'
    >
  >;
  readonly addItems: readonly PlanItemLink[];
  readonly removeItems: readonly PlanItemLink[];
}

export interface BulkEdit {
  /** Keys of programmes with the version that was seen. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly change: BulkChange;
  readonly dryRun: boolean;
}

/** One programme that would be another, before and after. */
export interface BulkChanged {
  readonly before: StoredProgramme;
  readonly after: Programme;
  readonly itemsBefore: readonly string[];
  readonly itemsAfter: readonly string[];
}

const keyOf = ({ planKey, itemKey }: PlanItemLink): string => `${planKey}/${itemKey}`;

const linkOf = (key: string): PlanItemLink => {
  const at = key.indexOf('/');
  return { planKey: key.slice(0, at), itemKey: key.slice(at + 1) };
};

/** まとめて変える: all of the chosen or none. Says what changes; as a dry run nothing is kept. */
export const bulkEdit = (
  acting: Acting,
  { chosen, change, dryRun }: BulkEdit,
): Promise<Result<readonly BulkChanged[], Refusal>> =>
  allOrNothing(acting, async (tx) => {
    if (!may(acting.actor, 'programme.manage')) return refused('not-allowed');
    if (chosen.size === 0) return refused('bulk-nothing-chosen');
    const { fields, addItems, removeItems } = change;
    if (Object.keys(fields).length + addItems.length + removeItems.length === 0)
      return refused('bulk-nothing-changes');
    const keys = [...chosen.keys()];
    const versions = await lockProgrammes(tx, keys);
    const stored = await loadProgrammes(tx, { keys });
    const items = new Map<string, string[]>();
    for (const link of await loadProgrammePlanItems(tx, { keys }))
      items.set(link.programmeKey, [...(items.get(link.programmeKey) ?? []), keyOf(link)]);
    const typeKeys = new Set((await findYearlyCycle(tx)).programmeTypes.map(({ key }) => key));
    const unitKeys = new Set((await listUnits(tx)).map(({ unitKey }) => unitKey));
    const itemKeys = addItems.length === 0 ? new Set<string>() : await loadItemKeys(tx);
    const gone = new Set(removeItems.map(keyOf));
    const all = stored.map((before): BulkChanged => {
      const itemsBefore = items.get(before.programmeKey) ?? [];
      const kept = itemsBefore.filter((key) => !gone.has(key));
      const { version: _, updatedAt: __, ...programme } = before;
      return {
        before,
        after: { ...programme, ...fields },
        itemsBefore,
        itemsAfter: [...new Set([...kept, ...addItems.map(keyOf)])],
      };
    });
    const wrong = refusalOf([
      ...keys.filter((key) => !versions.has(key)).map((key) => errorAt('programme-not-found', [key])),
      ...stored
        .filter(({ programmeKey, version }) => version !== chosen.get(programmeKey))
        .map(({ number, name }) => errorAt('changed-meanwhile', [`${number} ${name}`.trim()])),
      ...(fields.unitKey == null || unitKeys.has(fields.unitKey)
        ? []
        : [errorAt('unit-unknown', ['unitKey'], { key: fields.unitKey.slice(0, 60) })]),
      ...addItems
        .map(keyOf)
        .filter((key) => !itemKeys.has(key))
        .map((key) => errorAt('programme-plan-item-unknown', ['planItems'], { key: key.slice(0, 120) })),
      ...all.flatMap(({ after }) =>
        checkProgramme(after, typeKeys).map((problem) =>
          placed([`${after.number} ${after.name}`.trim()], problem),
        ),
      ),
    ]);
    if (wrong !== null) return wrong;
    const differs = ({ before, after }: BulkChanged): boolean =>
      (Object.keys(fields) as (keyof typeof fields)[]).some((field) => before[field] !== after[field]);
    const relinked = all.filter(({ itemsBefore, itemsAfter }) => itemsBefore.join() !== itemsAfter.join());
    const changed = all.filter((each) => differs(each) || relinked.includes(each));
    if (dryRun) return ok(changed);
    // Links alone count as a change of the programme too: whoever has it open is told.
    await saveProgrammes(
      tx,
      changed.map(({ after }) => after),
      stampOf(acting),
    );
    await replaceProgrammePlanItems(
      tx,
      relinked.map(({ before }) => before.programmeKey),
      relinked.flatMap(({ before, itemsAfter }) =>
        itemsAfter.map((key, position) => ({ programmeKey: before.programmeKey, ...linkOf(key), position })),
      ),
    );
    return ok(changed);
  });
