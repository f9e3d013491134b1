import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayAfter, dayBefore, daysInMonth, isoDay } from './calendar-day.ts';
import { eraOnDay } from './era.ts';
import {
  type FiscalYearStyle,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  formatFiscalYear,
  parseFiscalYear,
} from './fiscal-year.ts';
import { formatJapaneseDate, parseJapaneseDate } from './japanese-date.ts';

const fiscalYear = fc.integer({ min: 1868, max: 2200 });
const style = fc.constantFrom<FiscalYearStyle>('wareki', 'short', 'western');
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

const isoDate = fc
  .integer({ min: 1873, max: 2199 })
  .chain((year) => fc.integer({ min: 1, max: 12 }).map((month) => ({ year, month })))
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: daysInMonth(year, month) }).map((day) => isoDay({ year, month, day })),
  );

it('どの年度も、三つの書き方と全角・半角のどれからも元に戻る', () => {
  fc.assert(
    fc.property(fiscalYear, style, fc.boolean(), (year, how, wide) => {
      const text = formatFiscalYear(year, how);
      expect(parseFiscalYear(wide ? fullWidth(text) : text)).toEqual({ ok: true, value: year });
    }),
  );
});

it('年度の初日と末日はその年度に属し、末日の翌日は次の年度の初日', () => {
  fc.assert(
    fc.property(fiscalYear, (year) => {
      expect(fiscalYearOf(fiscalYearStart(year))).toBe(year);
      expect(fiscalYearOf(fiscalYearEnd(year))).toBe(year);
      expect(dayAfter(fiscalYearEnd(year))).toBe(fiscalYearStart(year + 1));
    }),
  );
});

it('何を渡しても、読めた年度は 1868〜2200 の整数で、例外は出ない', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'令和平成昭元年度RHS0123456789()') })),
      (text) => {
        const result = parseFiscalYear(text);
        if (result.ok) {
          expect(Number.isInteger(result.value) && result.value >= 1868 && result.value <= 2200).toBe(true);
        } else expect(result.error.code).toMatch(/^fiscal-year-/);
      },
    ),
    { numRuns: 500 },
  );
});

it('どの日付も、和暦に書いて読むと元に戻る', () => {
  fc.assert(
    fc.property(isoDate, fc.boolean(), (iso, wide) => {
      const text = formatJapaneseDate(iso);
      expect(parseJapaneseDate(wide ? fullWidth(text) : text)).toEqual({ ok: true, value: iso });
    }),
    { numRuns: 500 },
  );
});

it('翌日の前日はその日で、元号は切れ目なく続く', () => {
  fc.assert(
    fc.property(isoDate, (iso) => {
      expect(dayBefore(dayAfter(iso))).toBe(iso);
      expect(dayAfter(iso) > iso).toBe(true);
      expect(eraOnDay(iso)).not.toBeNull();
    }),
  );
});

it('日付の計算は、世界の標準のものと一致する', () => {
  fc.assert(
    fc.property(isoDate, (iso) => {
      const next = new Date(`${iso}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(dayAfter(iso)).toBe(next.toISOString().slice(0, 10));
    }),
  );
});

it('和暦の印字は ICU の和暦と一致する (元年の書き方を除く)', () => {
  const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
  fc.assert(
    fc.property(isoDate, (iso) => {
      const expected = icu.format(new Date(`${iso}T00:00:00Z`)).replace(/^(\D+)1年/, '$1元年');
      expect(formatJapaneseDate(iso)).toBe(expected);
    }),
  );
});
