import { loadSheets } from '../../db/read-evaluation.ts';
import { loadUserGrants, type PersonWithGrants } from '../../db/read-evaluation-people.ts';
import { withTenant } from '../../db/tenant.ts';
import { resetFailedMails } from '../../db/write-mail.ts';
import { may } from '../../domain/access/may.ts';
import { recipientsAt } from '../../domain/evaluation/late-recipients.ts';
import { dueDayOf, isSheetLate, stageInTurn } from '../../domain/evaluation/late-sheet.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { mostAttempts } from '../deliver-mail.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Reminded, reminderBody, remindOnce } from '../remind-once.ts';
import { loadRoundContext, stageOf } from './round-context.ts';

export const remindKey = (roundKey: string): string => `evaluation ${roundKey}`;

interface Reason {
  readonly unitName: string;
  readonly stageLabel: string;
  readonly dueOn: string | null;
  readonly count: number;
  readonly late: number;
  readonly returned: number;
}

const lineOf = ({ unitName, stageLabel, dueOn, count, late, returned }: Reason): string =>
  [
    `・${unitName === '' ? '' : `${unitName}: `}「${stageLabel}」のシート${count}件`,
    dueOn === null
      ? ''
      : `（期限 ${formatJapaneseDate(dueOn)}${late > 0 ? `、${late}件が過ぎています` : ''}）`,
    returned > 0 ? `。うち差し戻し${returned}件` : '',
  ].join('');

/**
 * 督促: everybody for whom sheets of the round wait, one message however many, at most one a day each. Written here and
 * sent after the commit; who has no address finds it on やること.
 */
export const remindEvaluation = (
  acting: Acting,
  roundKey: string,
  place: { readonly town: string /** Full address of やること */; readonly href: string },
): Promise<Result<Reminded, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    // Locked: two planners who press the button together remind once.
    const context = await loadRoundContext(tx, acting, roundKey, 'update');
    if (context === null) return refused('evaluation-round-unknown');
    const { round, scheme, scope, units } = context;
    if (round.state !== 'open') return refused('evaluation-round-not-open');
    const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
    const people = await loadUserGrants(tx, scope.today);
    const groups = new Map<string, Reason & { readonly stageKey: string; readonly unitKey: string | null }>();
    for (const sheet of await loadSheets(tx, roundKey)) {
      const stageKey = stageInTurn(sheet);
      if (stageKey === null) continue;
      const key = `${stageKey}\n${sheet.unitKey ?? ''}`;
      const before = groups.get(key);
      groups.set(key, {
        stageKey,
        unitKey: sheet.unitKey,
        unitName: names.get(sheet.unitKey ?? '') ?? '',
        stageLabel: stageOf(scheme, stageKey)?.label ?? stageKey,
        dueOn: dueDayOf(sheet, round),
        count: (before?.count ?? 0) + 1,
        late: (before?.late ?? 0) + (isSheetLate(sheet, round, scope.today) ? 1 : 0),
        returned: (before?.returned ?? 0) + (sheet.status === 'returned' ? 1 : 0),
      });
    }
    const reasons = new Map<string, { readonly person: PersonWithGrants; readonly why: readonly Reason[] }>();
    const unreached: string[] = [];
    for (const group of groups.values()) {
      const stage = stageOf(scheme, group.stageKey);
      const found = stage === undefined ? [] : recipientsAt(stage, group.unitKey, people, scope);
      if (found.length === 0)
        unreached.push(`${group.unitName === '' ? '担当課なし' : group.unitName}（${group.stageLabel}）`);
      for (const person of found)
        reasons.set(person.userId, {
          person,
          why: [...(reasons.get(person.userId)?.why ?? []), group],
        });
    }
    if (reasons.size === 0 && unreached.length === 0) return refused('evaluation-nobody-waits');
    const reminders = [...reasons.values()].map(({ person, why }) => ({
      userId: person.userId,
      address: person.email,
      body: reminderBody(
        `${place.town} ${round.title}`,
        ['次の評価シートが、あなたの記入・承認を待っています。', ...why.map(lineOf)],
        round.note,
        { words: '次の画面から開けます。', href: place.href },
      ),
    }));
    const done = await remindOnce(tx, acting, reminders, {
      subjectKey: remindKey(roundKey),
      subject: `【${place.town}】${round.title}のお願い`,
      today: scope.today,
    });
    return ok({ ...done, unreached });
  });

/** Tries once more what was given up. */
export const retryEvaluationMails = (
  acting: Acting,
  roundKey: string,
): Promise<Result<{ readonly again: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const again = await resetFailedMails(tx, remindKey(roundKey), mostAttempts, acting.now.toISOString());
    return again === 0 ? refused('mail-none-failed') : ok({ again });
  });
