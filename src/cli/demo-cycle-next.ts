import type { Acting } from '../app/acting.ts';
import { handOnSheets } from '../app/evaluation/hand-on-sheets.ts';
import { openRound } from '../app/evaluation/open-round.ts';
import { prepareRound } from '../app/evaluation/prepare-round.ts';
import { returnSheet } from '../app/evaluation/return-sheet.ts';
import { saveRecordFields } from '../app/evaluation/save-record-fields.ts';
import { loadRecords, loadSheets } from '../db/read-evaluation.ts';
import { withTenant } from '../db/tenant.ts';
import type { FieldChange } from '../domain/evaluation/merge-fields.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { dayFromNow, inEveryRole } from './demo-cycle-people.ts';
import { adoptShipped } from './demo-cycle-schemes.ts';
import { evaluatedYear } from './demo-cycle-seiro.ts';

const roundKey = 'fy2025-after';

/** Levels and words of a sheet that is filled in to be tried; whatever is said in words says that it is a sample. */
const sample: Readonly<Record<string, string>> = {
  'criterion.necessity': 'essential',
  'criterion.cost-effect': 'no-room',
  'criterion.comparison': 'no-room',
  'criterion.priority': 'normal',
  'criterion.society': 'no-room',
  'text.achievement': '（見本の文）令和7年度に行ったことと結果を、ここに書きます。',
  direction: 'continue',
};

/** 課 of the demonstration's accounts; its sheets stand in every state. */
const tried = 'somu';

/**
 * The year after, under way: the town's whole sheet, its first day over. Of the accounts' division some sheets are
 * handed in, one has come back, some are begun and the rest is late; of another the first stage is done.
 */
export const loadRoundUnderWay = async (loader: Acting): Promise<Result<null, readonly Problem[]>> => {
  const acting = inEveryRole(loader);
  const scheme = await adoptShipped(acting, 'seiro', (each) => ({
    ...each,
    name: each.name.replace('令和6年度', '令和7年度'),
  }));
  if (!scheme.ok) return scheme;
  const prepared = await prepareRound(
    acting,
    {
      title: '令和8年度評価（令和7年度の事業）',
      fiscalYear: evaluatedYear + 1,
      ...scheme.value,
      planKey: null,
      dueOn: { entry: dayFromNow(acting, -3), first: dayFromNow(acting, 14), second: dayFromNow(acting, 35) },
      note: '見本の回です。町の評価ではなく、記入はすべて見本です。',
    },
    { roundKey },
  );
  if (!prepared.ok) return prepared;
  const opened = await openRound(acting, roundKey);
  if (!opened.ok) return opened;
  const { sheets, records } = await withTenant(acting.db, acting.as, async (tx) => ({
    sheets: await loadSheets(tx, roundKey),
    records: await loadRecords(tx, roundKey),
  }));
  const stored = new Map(records.map(({ subjectKey, answers }) => [subjectKey, answers]));
  const filled = (subjectKey: string): readonly FieldChange[] =>
    Object.entries(sample).map(([field, after]) => ({
      field,
      before: stored.get(subjectKey)?.[field] ?? '',
      after,
    }));
  const keysOf = (unit: string): readonly string[] =>
    sheets.filter(({ unitKey }) => unitKey === unit).map(({ subjectKey }) => subjectKey);
  const own = keysOf(tried);
  const [handedIn, begun] = [own.slice(0, 5), own.slice(5, 8)];
  const other = keysOf('sogo-seisaku').slice(0, 6);
  const entered = await handOnSheets(acting, {
    roundKey,
    stageKey: 'entry',
    sheets: [...handedIn, ...other].map((subjectKey) => ({
      subjectKey,
      seenVersion: null,
      changes: filled(subjectKey),
    })),
  });
  if (!entered.ok) return entered;
  const [back] = handedIn;
  if (back !== undefined) {
    const returned = await returnSheet(acting, {
      roundKey,
      subjectKey: back,
      seenVersion: null,
      toStageKey: 'entry',
      reason: '（見本）成果の数値が前の年度のままです。確かめて、直してください。',
    });
    if (!returned.ok) return returned;
  }
  for (const subjectKey of begun) {
    const saved = await saveRecordFields(acting, {
      roundKey,
      subjectKey,
      stageKey: 'entry',
      changes: filled(subjectKey).slice(0, 3),
    });
    if (!saved.ok) return saved;
  }
  const approved = await handOnSheets(acting, {
    roundKey,
    stageKey: 'first',
    sheets: other.map((subjectKey) => ({ subjectKey, seenVersion: null })),
  });
  return approved.ok ? ok(null) : approved;
};
