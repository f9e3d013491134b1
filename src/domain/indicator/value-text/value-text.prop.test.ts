import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValueText } from './parse-value-text.ts';
import { plainWidth } from './plain-width.ts';
import { printValueText } from './print-value-text.ts';
import type { NotedYear, NumberText, PlainValueText, ValueText } from './value-text.ts';
import { usualValueWords } from './value-words.data.ts';

const { missing, milestones, units, scales } = usualValueWords;

const decimal = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
    places: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 4 }),
  })
  .map(({ negative, whole, places }) => {
    const plain = places === '' ? String(whole) : `${whole}.${places}`;
    return negative && !/^0(?:\.0*)?$/u.test(plain) ? `-${plain}` : plain;
  });

const year: fc.Arbitrary<NotedYear | null> = fc.option(
  fc.record({
    of: fc.constantFrom('fiscal-year' as const, 'calendar-year' as const),
    year: fc.integer({ min: 1890, max: 2099 }),
  }),
);

const unit = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...units).map(plainWidth),
  fc
    .tuple(fc.constantFrom('人', '件', '円'), fc.constantFrom('年', '千人', '世帯', '日'))
    .map(([above, below]) => `${above}/${below}`),
);

const number: fc.Arbitrary<NumberText> = fc.record({
  kind: fc.constant('number' as const),
  value: decimal,
  scale: fc.constantFrom('', ...scales.map(({ word }) => word)),
  unit,
  approximate: fc.boolean(),
  cumulative: fc.constantFrom('延べ' as const, '累計' as const, null),
  bound: fc.constantFrom('at-least' as const, 'at-most' as const, 'above' as const, 'below' as const, null),
  year,
});

const plain: fc.Arbitrary<PlainValueText> = fc.oneof(
  { arbitrary: number, weight: 5 },
  fc.constantFrom(...missing).map(({ words, reason }) => ({
    kind: 'missing' as const,
    word: words[0] ?? '',
    reason,
  })),
  fc.tuple(fc.constantFrom(...milestones), year).map(([{ words, stage }, noted]) => ({
    kind: 'milestone' as const,
    word: words[0] ?? '',
    stage,
    year: noted,
  })),
  fc.record({ kind: fc.constant('open' as const), unit, year }),
);

/** A lone ○ beside an arrow stands for a figure to be set, as the towns write it. */
const isLoneCircle = (text: PlainValueText): boolean => text.kind === 'milestone' && text.word === '○';

const anyText: fc.Arbitrary<ValueText> = fc.oneof(
  { arbitrary: plain, weight: 4 },
  fc
    .tuple(plain, plain)
    .filter(([from, to]) => !isLoneCircle(from) && !isLoneCircle(to))
    .map(([from, to]) => ({ kind: 'transition' as const, from, to })),
  fc.constant({ kind: 'blank' as const }),
);

/** The ways the same text is typed: full-width digits and signs, other minus signs, spaces. */
const typedAs = (text: string, way: number): string => {
  const wide = text.replaceAll(/[\d,.%()+-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  return [text, wide, ` ${text}　`, text.replaceAll('△', '▲'), text.replaceAll('△', '−')][way] ?? text;
};

describe('値の文字: 読む → 書く → 読む', () => {
  it('どの値も、書いたものを読めば同じ値になる', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('△' as const, '▲' as const, '-' as const, '−' as const),
        (text, sign) => {
          expect(parseValueText(printValueText(text, sign), [])).toEqual({ ok: true, value: text });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('全角でも、別の負号でも、空白があっても同じ値になる', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 4 }), (text, way) => {
        expect(parseValueText(typedAs(printValueText(text), way), [])).toEqual({ ok: true, value: text });
      }),
      { numRuns: 1000 },
    );
  });

  it('どんな文字でも倒れず、読めたものは書いて読んでも変わらない', () => {
    const fragments = fc.constantFrom(
      ...[
        '1',
        '２',
        '3,456',
        '.',
        '千',
        '万',
        '億',
        '人',
        '%',
        '約',
        '延べ',
        '以上',
        '○',
        '⇒',
        '→',
        '△',
        '-',
      ],
      ...[
        '（令和6年度）',
        '令和',
        '元年',
        'R6',
        '設置',
        '未',
        'X',
        '*',
        ' ',
        '年',
        '度',
        '/',
        '(',
        ')',
        '累計',
      ],
    );
    const anything = fc.oneof(
      fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = parseValueText(typed, []);
        if (!parsed.ok) return;
        expect(parseValueText(printValueText(parsed.value), [])).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
  });
});
