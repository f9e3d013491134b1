import { describe, expect, it } from 'vitest';
import { countingDatabase } from '../../../test/factories/counting-database.ts';
import { testDatabase } from '../../../test/factories/database.ts';
import {
  openRoundOffice,
  type RoundOffice,
  type RoundWho,
} from '../../../test/factories/evaluation-round.ts';
import { closeRound } from './close-round.ts';
import { handOnSheets } from './hand-on-sheets.ts';
import { openRound } from './open-round.ts';
import { previewPublication, publishRound } from './publish-round.ts';
import { readRound } from './read-round.ts';
import { readRoundSheet } from './read-round-sheet.ts';
import { readWorkload } from './read-workload.ts';
import { exemptSheet } from './return-sheet.ts';

const subjects = (desk: RoundOffice) => readRound(desk.as('kikaku'), 'r6');

/** Statements of every step of a round of so many programmes. */
const walkRound = async (programmes: number): Promise<Readonly<Record<string, number>>> => {
  const { db, count } = countingDatabase(await testDatabase());
  const desk = await openRoundOffice({ count: programmes, opens: false, database: async () => db });
  const found: Record<string, number> = {};
  const step = async (name: string, work: () => Promise<{ readonly ok: boolean } | object | null>) => {
    found[name] = await count(async () => {
      const done = await work();
      if (done === null || ('ok' in done && !done.ok)) throw new Error(`${name}: ${JSON.stringify(done)}`);
    });
  };
  const who = (name: RoundWho) => desk.as(name);
  await step('open', () => openRound(who('kikaku'), 'r6'));
  const sheets =
    (await subjects(desk))?.sheets.filter(
      ({ stage, sheet }) => stage !== null && sheet.unitKey === 'kodomo',
    ) ?? [];
  const all = (
    changes: readonly { readonly field: string; readonly before: string; readonly after: string }[],
  ) => sheets.map(({ subject }) => ({ subjectKey: subject.subjectKey, seenVersion: null, changes }));
  const answers = [
    { field: 'criterion.need', before: '', after: 'high' },
    { field: 'text.result', before: '', after: '成果' },
    { field: 'direction', before: '', after: 'keep' },
  ];
  const filled = sheets.map(({ subject }) => ({
    subjectKey: subject.subjectKey,
    seenVersion: null,
    changes: [
      ...answers,
      ...(['p1', 'p2'].includes(subject.subjectKey)
        ? []
        : [{ field: 'criterion.effect', before: '', after: 'good' }]),
    ],
  }));
  await step('submit', () =>
    handOnSheets(who('tanto'), { roundKey: 'r6', stageKey: 'entry', sheets: filled }),
  );
  await step('approve', () =>
    handOnSheets(who('kacho'), { roundKey: 'r6', stageKey: 'first', sheets: all([]) }),
  );
  await step('second', () =>
    handOnSheets(who('kikaku'), { roundKey: 'r6', stageKey: 'second', sheets: all([]) }),
  );
  await step('decide', () =>
    handOnSheets(who('shicho'), { roundKey: 'r6', stageKey: 'final', sheets: all([]) }),
  );
  await step('board', () => subjects(desk));
  await step('sheet', () => readRoundSheet(who('kikaku'), 'r6', 'p1'));
  await step('workload', () => readWorkload(who('kikaku'), 'r6'));
  await step('preview', () => previewPublication(who('kikaku'), 'r6'));
  await exemptSheet(who('kikaku'), {
    roundKey: 'r6',
    subjectKey: 'd1',
    seenVersion: null,
    exemption: 'by-hand',
    reason: '終わった',
  });
  await closeRound(who('kikaku'), 'r6');
  await step('publish', () => publishRound(who('kikaku'), 'r6'));
  await db.close();
  return found;
};

describe('文の数', () => {
  it('事業が4件でも300件でも、始める・進める・見る・公開する文の数は同じ', { timeout: 120_000 }, async () => {
    const few = await walkRound(4);
    expect(await walkRound(300)).toEqual(few);
    expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(30);
  });
});
