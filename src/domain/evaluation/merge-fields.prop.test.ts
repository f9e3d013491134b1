import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FieldChange, mergeFields } from './merge-fields.ts';
import type { Answers } from './sheet.ts';

const field = fc.constantFrom('direction', 'text.result', 'criterion.need', 'grade');
const words = fc.constantFrom('', 'あ', 'い', 'う');
const answers: fc.Arbitrary<Answers> = fc.dictionary(
  field,
  words.filter((each) => each !== ''),
  { noNullPrototype: true },
);
/** What one person wrote on a sheet they saw as `seen`. */
const typed = (seen: Answers) =>
  fc
    .dictionary(field, words, { noNullPrototype: true })
    .map((after): readonly FieldChange[] =>
      Object.entries(after).map(([name, value]) => ({ field: name, before: seen[name] ?? '', after: value })),
    );
const two = answers.chain((seen) => fc.tuple(fc.constant(seen), typed(seen), typed(seen)));
const changed = (changes: readonly FieldChange[]) => changes.filter(({ before, after }) => before !== after);

it('二人が同じところから書くと、両方の入力が残るか、後の人に両方の版が示される', () => {
  fc.assert(
    fc.property(two, ([seen, first, second]) => {
      const afterFirst = mergeFields(seen, first);
      if (!afterFirst.ok) throw new Error('nobody else wrote yet');
      const afterSecond = mergeFields(afterFirst.value, second);
      const lost = changed(second).filter(({ field: name, after }) =>
        changed(first).some((each) => each.field === name && each.after !== after),
      );
      expect(afterSecond.ok).toBe(lost.length === 0);
      if (afterSecond.ok)
        for (const { field: name, after } of [...changed(first), ...changed(second)])
          expect(afterSecond.value[name] ?? '').toBe(after);
      else
        expect(afterSecond.error.map(({ path, params }) => [path[0], params])).toEqual(
          lost.map(({ field: name, after }) => [name, { mine: after, theirs: afterFirst.value[name] ?? '' }]),
        );
    }),
  );
});

it('違う欄なら、順番によらず同じになる', () => {
  fc.assert(
    fc.property(two, ([seen, first, second]) => {
      const names = new Set(changed(first).map((each) => each.field));
      const others = changed(second).filter((each) => !names.has(each.field));
      const one = mergeFields(seen, first);
      const other = mergeFields(seen, others);
      if (!one.ok || !other.ok) throw new Error('nobody else wrote yet');
      expect(mergeFields(one.value, others)).toEqual(mergeFields(other.value, first));
    }),
  );
});

it('ブラウザーの改行の送り方だけの違いは、変更ではない', () => {
  expect(
    mergeFields({ 'text.a': '一\n二' }, [{ field: 'text.a', before: '一\r\n二', after: '一\r\n二\r\n三' }]),
  ).toEqual({
    ok: true,
    value: { 'text.a': '一\n二\n三' },
  });
});
