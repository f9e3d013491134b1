import { randomUUID } from 'node:crypto';
import { loadSheets, lockSheets } from '../../db/read-evaluation.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertEvents, updateRound, updateSheets } from '../../db/write-evaluation.ts';
import { insertPublication, lastEdition } from '../../db/write-publication.ts';
import { may } from '../../domain/access/may.ts';
import { moveSheet } from '../../domain/evaluation/move-sheet.ts';
import type { PublicationWords } from '../../domain/evaluation/round-publication.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { loadPublicationParts, type PublicationParts } from './publication-parts.ts';
import { loadRoundContext, type RoundContext } from './round-context.ts';
import { loadSubjects } from './round-subjects.ts';

export const noWords: PublicationWords = { amountBasis: '', population: null, source: '' };

/** What would become public, and the sheets that stand against it. */
export interface PublicationPreview extends PublicationParts {
  /** Keys of sheets that are not final. */
  readonly unfinished: readonly string[];
}

/** What the public would read; nothing is written. */
export const previewPublication = (
  acting: Acting,
  roundKey: string,
): Promise<Result<PublicationPreview, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const context = await loadRoundContext(tx, acting, roundKey);
    if (context === null) return refused('evaluation-round-unknown');
    const sheets = await loadSheets(tx, roundKey);
    const done = sheets.filter(({ status }) => status === 'final' || status === 'published');
    return ok({
      ...(await loadPublicationParts(tx, context, done, noWords, acting.now.toISOString())),
      unfinished: sheets.filter((sheet) => !done.includes(sheet)).map(({ subjectKey }) => subjectKey),
    });
  });

const wordsRefusal = ({ population }: PublicationWords) =>
  population !== null && (!Number.isSafeInteger(population.persons) || population.persons <= 0)
    ? refused('evaluation-population-wrong', ['population'])
    : null;

const refuseState = ({ round }: RoundContext) => {
  if (round.state === 'published') return refused('evaluation-round-published');
  return round.state === 'closed' ? null : refused('evaluation-round-not-closed');
};

/**
 * 公開する: the final sheets of a closed round, as they are, become the first edition of its publication; from then on
 * neither changes. Refused while a sheet is not final: it is finished first, or exempted with a reason. A bounded
 * number of statements whatever the number of sheets.
 */
export const publishRound = (
  acting: Acting,
  roundKey: string,
  words: PublicationWords = noWords,
  seenVersion: number | null = null,
): Promise<Result<{ readonly edition: number; readonly entries: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const context = await loadRoundContext(tx, acting, roundKey, 'update');
    if (context === null) return refused('evaluation-round-unknown');
    const { round, scope } = context;
    if (seenVersion !== null && round.version !== seenVersion) return refused('changed-since-seen');
    const wrong = refuseState(context) ?? wordsRefusal(words);
    if (wrong !== null) return wrong;
    const sheets = (await lockSheets(tx, roundKey)).toSorted((a, b) => a.position - b.position);
    const unfinished = sheets.filter(
      (sheet) => !moveSheet(sheet, sheet.stageKeys.length, { kind: 'publish' }).ok,
    );
    if (unfinished.length > 0) {
      const keys = unfinished.slice(0, 5).map(({ subjectKey }) => subjectKey);
      const names = (await loadSubjects(tx, round, scope.today, keys)).map(({ name }) => name);
      return refused('evaluation-unfinished', ['sheets'], { count: unfinished.length, names });
    }
    const stamp = stampOf(acting);
    const parts = await loadPublicationParts(tx, context, sheets, words, stamp.now);
    const edition = (await lastEdition(tx, 'evaluation', roundKey)) + 1;
    await insertPublication(
      tx,
      {
        kind: 'evaluation',
        key: roundKey,
        edition,
        fiscalYear: round.fiscalYear,
        title: round.title,
        reason: '',
        content: parts.content,
      },
      parts.entries.map((entry) => ({ subjectKey: entry.subjectKey, content: entry })),
      stamp,
    );
    const keys = sheets.map(({ subjectKey }) => subjectKey);
    await insertEvents(
      tx,
      roundKey,
      keys.map((subjectKey) => ({
        eventId: randomUUID(),
        subjectKey,
        kind: 'publish' as const,
        stageKey: '',
        note: '',
      })),
      stamp,
    );
    await updateSheets(tx, roundKey, keys, { status: 'published' }, stamp);
    await updateRound(tx, roundKey, { state: 'published', publishedAt: stamp.now }, stamp);
    return ok({ edition, entries: parts.entries.length });
  });
