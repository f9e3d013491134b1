import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvField } from './csv-field.ts';
import { indicatorFields } from './indicator-csv.ts';
import { judgementFields } from './judgement-csv.ts';
import { planFields } from './plan-csv.ts';
import { writeCsv } from './write-csv.ts';

interface Row {
  readonly text: string;
  readonly list: readonly string[];
  readonly figure: string | null;
}
const plain = { nameEn: '', unit: '', note: '', noteEn: '' } as const;
const fields: readonly CsvField<Row>[] = [
  { ...plain, key: 'text', name: '文', type: 'text', value: (row) => row.text },
  { ...plain, key: 'list', name: '並び', type: 'list', value: (row) => row.list },
  { ...plain, key: 'figure', name: '値', type: 'decimal', value: (row) => row.figure },
];
const read = (csv: string): string[][] => parse(csv, { bom: true });
const row = (rest: Partial<Row>): Row => ({ text: '', list: [], figure: null, ...rest });

describe('CSVの書き出し', () => {
  it('BOM、見出し、CRLFで始まり、終わる', () => {
    expect(writeCsv(fields, [row({ text: 'あ' })])).toBe('\ufeff文,並び,値\r\nあ,,\r\n');
  });

  it.each([
    ['引用符とコンマと改行', row({ text: '「"A",\nB」' }), ['「"A",\nB」', '', '']],
    [
      '並びは半角のセミコロンで区切り、中のものは全角にする',
      row({ list: ['こども;未来課', '企画課'] }),
      ['', 'こども；未来課;企画課', ''],
    ],
    ['負の数は数のまま', row({ figure: '-3.5' }), ['', '', '-3.5']],
    [
      '式に見える文は式にしない',
      row({ text: '=HYPERLINK("http://x")' }),
      [`'=HYPERLINK("http://x")`, '', ''],
    ],
    ['全角の等号も', row({ text: '＝1+1' }), ["'＝1+1", '', '']],
    ['空白のあとの@も', row({ text: ' @SUM(A1)' }), ["' @SUM(A1)", '', '']],
    ['途中の記号はそのまま', row({ text: 'A=B' }), ['A=B', '', '']],
    ['制御文字は除く', row({ text: 'a\u0000b\u001b' }), ['ab', '', '']],
  ])('%s', (_, given, expected) => {
    expect(read(writeCsv(fields, [given]))[1]).toEqual(expected);
  });

  it('どんな文を書いても、読み直せば行と列の数が同じで、式になるセルがない', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\r\n', '\n', '=', '＋', '-', '@', '\t', ' ', 'あ', '1', ';'),
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            text,
            list: fc.array(text, { maxLength: 3 }),
            figure: fc.constantFrom(null, '-1', '2.5'),
          }),
          { maxLength: 5 },
        ),
        (rows) => {
          const records = read(writeCsv(fields, rows));
          expect(records).toHaveLength(rows.length + 1);
          for (const record of records) {
            expect(record).toHaveLength(3);
            for (const cell of record) {
              if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
            }
          }
          rows.forEach(({ text: written }, at) => {
            expect(records[at + 1]?.[0]?.replace(/^'/, '')).toBe(written.replace(/^'/, ''));
          });
        },
      ),
    );
  });
});

describe('項目定義', () => {
  it.each([
    ['計画', planFields],
    ['指標', indicatorFields],
    ['判定', judgementFields],
  ])('%sの項目は和英の名前をもち、重ならない', (_, defined) => {
    for (const { key, name, nameEn } of defined) {
      expect(key).toMatch(/^[a-z0-9_]+$/);
      expect([name, nameEn]).not.toContain('');
    }
    expect(new Set(defined.map(({ key }) => key)).size).toBe(defined.length);
    expect(new Set(defined.map(({ name }) => name)).size).toBe(defined.length);
  });
});
