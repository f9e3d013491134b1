import { expect } from 'vitest';
import { handOnSheets } from '../../src/app/evaluation/hand-on-sheets.ts';
import { saveRecordFields } from '../../src/app/evaluation/save-record-fields.ts';
import type { Refusal } from '../../src/app/refusal.ts';
import { loadRecords, loadSheets } from '../../src/db/read-evaluation.ts';
import type { FieldChange } from '../../src/domain/evaluation/merge-fields.ts';
import type { Result } from '../../src/domain/kernel/result.ts';
import type { RoundOffice, RoundWho } from './evaluation-round.ts';

/** 「p1 direction evaluation-direction-unknown」; [] : it was done */
export const codes = (result: Result<unknown, Refusal>): readonly string[] =>
  result.ok ? [] : result.error.map(({ code, path }) => [...path, code].join(' '));

export const change = (field: string, after: string, before = ''): FieldChange => ({ field, before, after });

/** All that the first stage of `roundScheme` has to say of a programme whose effect the figures propose. */
export const complete: readonly FieldChange[] = [
  change('criterion.need', 'high'),
  change('text.result', '利用者が増えた。'),
  change('direction', 'keep'),
];

/** The steps of a round in an office that is opened later. */
export const roundSteps = (desk: () => RoundOffice) => ({
  save: (who: RoundWho, subjectKey: string, stageKey: string, changes: readonly FieldChange[]) =>
    saveRecordFields(desk().as(who), { roundKey: 'r6', subjectKey, stageKey, changes }),
  handOn: (who: RoundWho, stageKey: string, ...subjectKeys: readonly string[]) =>
    handOnSheets(desk().as(who), {
      roundKey: 'r6',
      stageKey,
      sheets: subjectKeys.map((subjectKey) => ({ subjectKey, seenVersion: null })),
    }),
  sheet: async (subjectKey: string) => {
    const [found] = await desk().office.read((tx) => loadSheets(tx, 'r6', { subjectKeys: [subjectKey] }));
    if (found === undefined) throw new Error(`no sheet ${subjectKey}`);
    return found;
  },
  record: async (subjectKey: string, stageKey: string) =>
    (
      await desk().office.read((tx) =>
        loadRecords(tx, 'r6', { subjectKeys: [subjectKey], stageKeys: [stageKey] }),
      )
    )[0],
  /** A refusal changes nothing: the town's audit chain stands where it stood. */
  unchanged: async (work: () => Promise<Result<unknown, Refusal>>): Promise<readonly string[]> => {
    const before = await desk().office.written();
    const found = codes(await work());
    expect(await desk().office.written()).toEqual(before);
    return found;
  },
});
