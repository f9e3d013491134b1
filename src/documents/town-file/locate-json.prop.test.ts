import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapJson, pathKey } from './locate-json.ts';

it('JSON.stringify の書くものはすべて読め、どの値の場所にもその値がある', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const map = mapJson(text);
      expect(map.ok).toBe(true);
      if (!map.ok) return;
      expect(map.offsets.get(pathKey([]))).toBe(0);
      if (typeof value === 'object' && value !== null)
        for (const [key, member] of Object.entries(value)) {
          const at = map.offsets.get(pathKey([Array.isArray(value) ? Number(key) : key]));
          expect(text.slice(at, (at ?? 0) + 1)).toBe(JSON.stringify(member)[0]);
        }
    }),
  );
});

it('JSON.parse が読めるものと読めないものは、ここでも同じ', () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-0.5e3',
    'true',
    'nul',
    ' ',
    '\n',
    '"\\u00e9"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(mapJson(text).ok).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});
