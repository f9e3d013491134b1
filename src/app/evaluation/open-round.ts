import { randomUUID } from 'node:crypto';
import { findRound, loadRecords, loadRounds, type StoredRound } from '../../db/read-evaluation.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { insertEvents, insertSheets, updateRound, upsertRecords } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import type { LastYear } from '../../domain/evaluation/prefill.ts';
import { type OpenedSheet, openSheets } from '../../domain/evaluation/round-opening.ts';
import type { Answers } from '../../domain/evaluation/sheet.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { findScheme } from './round-context.ts';
import { loadFacts, loadSubjects, type RoundSubject } from './round-subjects.ts';

/** Which subjects of the town go through the round. */
export interface RoundScope {
  /** Types (levels where items are evaluated); empty: every one */
  readonly typeKeys: readonly string[];
  /** Units whose subjects, and those of the units named, are evaluated; empty: every one */
  readonly unitKeys: readonly string[];
  /** Subjects of the stages that look at some only, by stage. They can also be chosen later. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

export const wholeTownScope: RoundScope = { typeKeys: [], unitKeys: [], chosen: {} };

/** A programme that ended before the year, or begins after it, has nothing to be evaluated. */
const isOfYear = ({ programme }: RoundSubject, { fiscalYear, timing }: StoredRound): boolean =>
  programme === null ||
  ((programme.startFiscalYear ?? fiscalYear) <= (timing === 'before' ? fiscalYear + 1 : fiscalYear) &&
    (programme.endFiscalYear ?? fiscalYear) >= fiscalYear);

/** What was written in the latest earlier round on the same things at the same time of the year. */
const findLast = async (
  tx: TenantTx,
  round: StoredRound,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LastYear>> => {
  const before = (await loadRounds(tx)).findLast(
    (each) =>
      each.roundKey !== round.roundKey &&
      each.target === round.target &&
      each.timing === round.timing &&
      each.planKey === round.planKey &&
      each.state !== 'preparing' &&
      each.fiscalYear < round.fiscalYear,
  );
  if (before === undefined) return new Map();
  const found = new Map<string, Map<string, Answers>>();
  for (const { subjectKey, stageKey, answers } of await loadRecords(tx, before.roundKey, {
    subjectKeys: keys,
  }))
    found.set(subjectKey, (found.get(subjectKey) ?? new Map()).set(stageKey, answers));
  return new Map([...found].map(([key, answers]) => [key, { fiscalYear: before.fiscalYear, answers }]));
};

/** The sheets the round would begin with: for the preview and for opening. */
const planSheets = async (
  tx: TenantTx,
  acting: Acting,
  round: StoredRound,
  scheme: EvaluationScheme,
  scope: RoundScope,
): Promise<{ readonly sheets: readonly OpenedSheet[]; readonly subjects: readonly RoundSubject[] }> => {
  const all = await loadSubjects(tx, round, todayInJapan(acting));
  const subjects = all.filter(
    (subject) =>
      isOfYear(subject, round) &&
      (scope.typeKeys.length === 0 || scope.typeKeys.includes(subject.typeKey ?? '')) &&
      (scope.unitKeys.length === 0 || scope.unitKeys.includes(subject.unitKey ?? '')),
  );
  const keys = subjects.map(({ subjectKey }) => subjectKey);
  const most = Math.max(0, ...scheme.exemptions.map(({ atMost }) => atMost?.years ?? 0));
  const exemptionYears = Array.from({ length: most }, (_, back) => round.fiscalYear - back);
  const now = acting.now.toISOString();
  const facts = await loadFacts(tx, round, scheme, subjects, new Set(keys), now, exemptionYears);
  const last = await findLast(tx, round, keys);
  const sheets = openSheets(
    scheme,
    round.fiscalYear,
    subjects.map(({ subjectKey, unitKey, typeKey }) => ({
      subjectKey,
      unitKey,
      typeKey,
      settledThousandYen: exemptionYears.map(
        (year) =>
          facts.years.get(subjectKey)?.find(({ fiscalYear }) => fiscalYear === year)?.settled
            .totalThousandYen ?? null,
      ),
      achievement: facts.achievements.get(subjectKey) ?? null,
      last: last.get(subjectKey) ?? null,
    })),
    new Map(Object.entries(scope.chosen).map(([stage, chosen]) => [stage, new Set(chosen)])),
  );
  return { sheets, subjects };
};

const findPrepared = async (tx: TenantTx, roundKey: string, lock?: 'update') => {
  const round = await findRound(tx, roundKey, lock);
  if (round === null) return refused('evaluation-round-unknown');
  if (round.state !== 'preparing') return refused('evaluation-round-begun');
  const found = await findScheme(tx, round.schemeKey, round.schemeVersion);
  return found === null
    ? refused('evaluation-scheme-unknown', ['scheme'])
    : ok({ round, scheme: found.scheme });
};

export interface RoundPreview {
  readonly sheets: readonly OpenedSheet[];
  readonly subjects: readonly RoundSubject[];
}

/** What opening would make; nothing is written. */
export const previewRound = (
  acting: Acting,
  roundKey: string,
  scope: RoundScope,
): Promise<Result<RoundPreview, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const prepared = await findPrepared(tx, roundKey);
    if (!prepared.ok) return prepared;
    return ok(await planSheets(tx, acting, prepared.value.round, prepared.value.scheme, scope));
  });

/**
 * 評価の回を始める: each subject gets its sheet, with what is known already filled in. A bounded number of statements
 * whatever the number of subjects.
 */
export const openRound = (
  acting: Acting,
  roundKey: string,
  scope: RoundScope = wholeTownScope,
  seenVersion?: number,
): Promise<Result<{ readonly sheets: number; readonly exempt: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const prepared = await findPrepared(tx, roundKey, 'update');
    if (!prepared.ok) return prepared;
    const { round, scheme } = prepared.value;
    if (seenVersion !== undefined && round.version !== seenVersion) return refused('changed-since-seen');
    const { sheets } = await planSheets(tx, acting, round, scheme, scope);
    if (sheets.length === 0) return refused('evaluation-no-subjects', ['scope']);
    const stamp = stampOf(acting);
    await updateRound(tx, roundKey, { state: 'open', openedAt: stamp.now }, stamp);
    await insertSheets(
      tx,
      sheets.map(({ subjectKey, unitKey, position, stageKeys, exemption, status, stageIndex }) => ({
        roundKey,
        subjectKey,
        unitKey,
        position,
        stageKeys,
        exemption,
        status,
        stageIndex,
        reason: '',
        figures: null,
      })),
      stamp,
    );
    await upsertRecords(
      tx,
      sheets.flatMap(({ subjectKey, first }) =>
        first === null
          ? []
          : [
              {
                roundKey,
                subjectKey,
                stageKey: first.stageKey,
                ...first.record,
                firstSavedAt: null,
                lastSavedAt: null,
              },
            ],
      ),
      stamp,
    );
    const exempt = sheets.filter(({ exemption }) => exemption !== '');
    await insertEvents(
      tx,
      roundKey,
      exempt.map(({ subjectKey, exemptionNote }) => ({
        eventId: randomUUID(),
        subjectKey,
        kind: 'exempt' as const,
        stageKey: '',
        note: exemptionNote,
      })),
      stamp,
    );
    return ok({ sheets: sheets.length, exempt: exempt.length });
  });
