import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstState, moveSheet, type SheetMove } from './move-sheet.ts';
import { type SheetState, sheetStatuses } from './sheet-state.ts';

const stage = fc.integer({ min: -1, max: 6 });
const reason = fc.constantFrom('', '  ', '数字の根拠が足りない');
const anyMove: fc.Arbitrary<SheetMove> = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), stage }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('hand-on' as const), stage }) },
  fc.record({ kind: fc.constant('return' as const), stage, to: stage, reason }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('take-back' as const), stage, isNextBegun: fc.boolean() }),
  },
  fc.record({ kind: fc.constant('reopen' as const), to: stage, reason }),
  fc.record({ kind: fc.constant('exempt' as const), reason }),
  fc.record({ kind: fc.constant('include' as const), reason }),
  fc.constant({ kind: 'publish' as const }),
);
const stages = fc.integer({ min: 1, max: 5 });
const moves = fc.array(anyMove, { maxLength: 60 });

interface Step {
  readonly before: SheetState;
  readonly move: SheetMove;
  readonly after: SheetState;
  readonly took: boolean;
}

/** Moves named by what the sheet needs next are mixed in, so that paths get to the end. */
const walk = (count: number, wished: readonly SheetMove[]): readonly Step[] => {
  let state = firstState(count, false);
  return wished.map((wish, at) => {
    const move: SheetMove =
      at % 2 === 0 && wish.kind === 'hand-on'
        ? { kind: 'hand-on', stage: state.stageIndex }
        : at % 2 === 0 && wish.kind === 'take-back'
          ? { ...wish, stage: state.stageIndex - 1 }
          : wish;
    const moved = moveSheet(state, count, move);
    const step = { before: state, move, after: moved.ok ? moved.value : state, took: moved.ok };
    state = step.after;
    return step;
  });
};

it('どんな順に押しても、段階は一つずつしか進まず、飛ばすのは理由のある対象外だけ', () => {
  fc.assert(
    fc.property(stages, moves, (count, wished) => {
      for (const { before, move, after } of walk(count, wished)) {
        expect(after.stageIndex).toBeGreaterThanOrEqual(0);
        expect(after.stageIndex).toBeLessThanOrEqual(count);
        if (after.stageIndex <= before.stageIndex) continue;
        if (move.kind === 'exempt') expect(move.reason.trim()).not.toBe('');
        else {
          expect(move).toEqual({ kind: 'hand-on', stage: before.stageIndex });
          expect(after.stageIndex).toBe(before.stageIndex + 1);
        }
      }
    }),
  );
});

it('公開したシートは、何をしても変わらない', () => {
  fc.assert(
    fc.property(stages, anyMove, (count, move) => {
      const published: SheetState = { status: 'published', stageIndex: count };
      expect(moveSheet(published, count, move)).toMatchObject({
        ok: false,
        error: [{ code: 'evaluation-sheet-published' }],
      });
    }),
  );
});

it('前の段階へ戻るときは、取り戻しのほかは必ず理由がある', () => {
  fc.assert(
    fc.property(stages, moves, (count, wished) => {
      for (const { before, move, after, took } of walk(count, wished)) {
        if (!took || after.stageIndex >= before.stageIndex || move.kind === 'take-back') continue;
        expect('reason' in move && move.reason.trim() !== '').toBe(true);
        expect(['returned', 'not-started']).toContain(after.status);
      }
    }),
  );
});

it('取り戻せるのは、次の段階が始めていない、一つ先へ進んだばかりのシートだけで、進める前の状態に戻る', () => {
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  for (const count of numbers(1, 5))
    for (const stageIndex of numbers(0, count))
      for (const status of sheetStatuses)
        for (const by of numbers(-1, count))
          for (const isNextBegun of [false, true]) {
            const before: SheetState = { status, stageIndex };
            const moved = moveSheet(before, count, { kind: 'take-back', stage: by, isNextBegun });
            const isHandedOn = status === 'submitted' || status === 'approved';
            expect(moved.ok).toBe(isHandedOn && by >= 0 && by === stageIndex - 1 && !isNextBegun);
            if (!moved.ok) continue;
            expect(moved.value.stageIndex).toBe(by);
            // Handed on again, it is where it was.
            const again = moveSheet(moved.value, count, { kind: 'hand-on', stage: by });
            expect(again).toMatchObject({ ok: true, value: { stageIndex } });
          }
});

it('公開できるのは、すべての段階が終わったものだけ', () => {
  fc.assert(
    fc.property(stages, moves, (count, wished) => {
      for (const { before, after } of walk(count, wished)) {
        if (after.status === 'published') expect(['final', 'published']).toContain(before.status);
        expect(after.status === 'final' || after.status === 'published').toBe(after.stageIndex === count);
      }
    }),
  );
});

it('断られた操作は、状態を変えない言葉（理由）を必ず返す', () => {
  fc.assert(
    fc.property(stages, moves, (count, wished) => {
      for (const { before, move, took } of walk(count, wished)) {
        const again = moveSheet(before, count, move);
        expect(again.ok).toBe(took);
        if (!again.ok) expect(again.error[0]?.code).toMatch(/^evaluation-/u);
      }
    }),
  );
});
