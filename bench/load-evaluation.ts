import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { saveRecordFields } from '../src/app/evaluation/save-record-fields.ts';
import { loadRecords } from '../src/db/read-evaluation.ts';
import { withTenant } from '../src/db/tenant.ts';
import type { RoundOffice } from '../test/factories/evaluation-round.ts';

/** What many people writing at once came to. */
export interface EvaluationLoad {
  readonly seconds: number;
  readonly saves: number;
  /** Refused because somebody else had changed the field: told both versions, read again, written again. */
  readonly conflicts: number;
  /** Anything else: none is allowed. */
  readonly failures: readonly string[];
  /** Sheets whose field does not stand as its last accepted save, or whose count is not that of its accepted ones. */
  readonly lost: readonly string[];
  readonly milliseconds: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly most: number;
  };
}

interface Editor {
  readonly subjectKey: string;
  readonly field: string;
}

const countOf = (text: string): number => Number(text.split(' ')[0] ?? '0');

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

export interface Load {
  /** People on a sheet each. */
  readonly apart: number;
  /** People on the same three sheets. */
  readonly together: number;
  readonly seconds: number;
  /** What a person types in between, on the average; 0: as fast as they are answered. */
  readonly pauseMilliseconds: number;
}

/**
 * Many people write for a while. Each save counts a number up from what its writer has read; what is accepted must
 * therefore be counted in the end.
 */
export const loadEvaluation = async (
  desk: RoundOffice,
  { apart, together, seconds, pauseMilliseconds }: Load,
): Promise<EvaluationLoad> => {
  const durations: number[] = [];
  const failures: string[] = [];
  const accepted = new Map<string, number>();
  let conflicts = 0;
  const base = desk.as('tanto');
  const stored = async ({ subjectKey, field }: Editor): Promise<string> => {
    const [record] = await withTenant(base.db, base.as, (tx) =>
      loadRecords(tx, desk.roundKey, { subjectKeys: [subjectKey], stageKeys: ['entry'] }),
    );
    return record?.answers[field] ?? '';
  };
  const until = performance.now() + seconds * 1000;
  const write = async (editor: Editor): Promise<void> => {
    const userId = randomUUID();
    const acting = { ...base, as: { ...base.as, actor: userId }, actor: { ...base.actor, userId } };
    const pause = () =>
      pauseMilliseconds === 0 ? undefined : wait(pauseMilliseconds * (0.5 + Math.random()));
    await pause();
    let before = await stored(editor);
    while (performance.now() < until) {
      const began = performance.now();
      try {
        // With the writer's name: two who write the same words agree, and would be counted twice.
        const after = `${countOf(before) + 1} ${userId}`;
        const saved = await saveRecordFields(acting, {
          roundKey: desk.roundKey,
          subjectKey: editor.subjectKey,
          stageKey: 'entry',
          changes: [{ field: editor.field, before, after }],
        });
        durations.push(performance.now() - began);
        if (saved.ok) {
          const key = `${editor.subjectKey} ${editor.field}`;
          accepted.set(key, (accepted.get(key) ?? 0) + 1);
          before = after;
        } else if (saved.error.every(({ code }) => code === 'evaluation-field-changed')) {
          conflicts += 1;
          before = await stored(editor);
        } else failures.push(JSON.stringify(saved.error));
      } catch (error) {
        failures.push(String(error));
      }
      if (failures.length > 20) return;
      await pause();
    }
  };
  const editors: readonly Editor[] = [
    ...Array.from({ length: apart }, (_, n) => ({ subjectKey: `p${n + 4}`, field: 'text.result' })),
    // Half of them in the same field, half beside each other in different ones.
    ...Array.from({ length: together }, (_, n) => ({
      subjectKey: `p${(n % 3) + 1}`,
      field: n % 2 === 0 ? 'text.result' : 'text.issue',
    })),
  ];
  const began = performance.now();
  await Promise.all(editors.map(write));
  const took = (performance.now() - began) / 1000;
  const lost: string[] = [];
  for (const [key, count] of accepted) {
    const [subjectKey = '', field = ''] = key.split(' ');
    const value = await stored({ subjectKey, field });
    if (countOf(value) !== count) lost.push(`${key}: ${count} accepted, ${value} stored`);
  }
  const sorted = durations.toSorted((a, b) => a - b);
  return {
    seconds: took,
    saves: [...accepted.values()].reduce((sum, count) => sum + count, 0),
    conflicts,
    failures,
    lost,
    milliseconds: { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), most: at(sorted, 1) },
  };
};
