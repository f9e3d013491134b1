import { describe, expect, it } from 'vitest';
import type { IndicatorRecord } from '../../domain/indicator/collection/asked.ts';
import { isUntouched, shownRow } from '../../domain/indicator/collection/typed-row.ts';
import { type IndicatorValue, plainIndicator, plainValue } from '../../domain/indicator/indicator.ts';
import { sheetCsv } from './sheet-csv.ts';
import { readSheetCsv } from './sheet-csv-read.ts';

const record = (
  indicatorKey: string,
  name: string,
  values: readonly Partial<IndicatorValue>[] = [],
): IndicatorRecord => ({
  indicator: {
    ...plainIndicator,
    indicatorKey,
    name,
    unit: '人',
    direction: 'up',
    kind: 'outcome',
    subjective: false,
    timeBehaviour: 'point',
    definition: '',
    formulaText: '',
    source: null,
    frequency: '',
    decimals: 0,
    unitKey: 'kodomo',
    breakdowns: [],
    position: 1,
  },
  baseline: null,
  targets: [],
  values: values.map((value) => ({
    ...plainValue,
    series: 'actual',
    fiscalYear: 2025,
    asOf: null,
    breakdown: '',
    value: null,
    text: null,
    status: 'final' as const,
    source: { document: '統計書' },
    note: '',
    stage: 'published' as const,
    ...value,
  })),
});
const records = [
  record('a', '出生数', [
    { fiscalYear: 2024, value: '100' },
    { value: '-3.5', note: '=1+1', asOf: '2026-03-31', standardError: '0.2' },
  ]),
  record('b', '定員', [{ missing: 'not-surveyed', note: '次は令和8年' }]),
  record('c', '待機児童'),
];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = '指標キー,年度,実績値,値がない理由,確定の別,出典,備考';
const read = (...lines: readonly string[]) =>
  readSheetCsv(bytes([header, ...lines].join('\r\n')), records, 2025);
const refusals = (result: ReturnType<typeof read>) =>
  result.ok ? [] : result.error.map(({ code, path }) => `${path.join(' ')} ${code}`);

describe('入力表の CSV', () => {
  it('BOM と CRLF、式にならない欄、日本語の見出し', () => {
    const csv = sheetCsv(records, 2025);
    expect(csv.startsWith('\ufeff指標キー,指標,単位,年度,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain(',調査のない年,');
  });

  it('書き出して、そのまま読むと、何も変わらない', () => {
    const rows = readSheetCsv(bytes(sheetCsv(records, 2025)), records, 2025);
    if (!rows.ok) throw new Error(JSON.stringify(rows.error));
    const untouched = rows.value.map((row, at) =>
      isUntouched(shownRow(records[at] as IndicatorRecord, 2025), row),
    );
    expect(untouched).toEqual([true, true, true]);
  });

  it('Excel が Shift_JIS で保存したものも読む', () => {
    // 指標キー,実績値 / c,１２ in CP932
    const cp932 = Uint8Array.from(
      Buffer.from('8e77955783' + '4c815b2c8ec090d192' + '6c0d0a612c82508251', 'hex'),
    );
    const rows = readSheetCsv(cp932, records, 2025);
    expect(
      rows.ok ? rows.value.map(({ indicatorKey, figure }) => [indicatorKey, figure]) : rows.error,
    ).toEqual([['a', '１２']]);
  });

  it('ファイルにない列は、いまのまま', () => {
    const rows = readSheetCsv(bytes('指標キー,実績値\na,5'), records, 2025);
    expect(rows).toMatchObject({ ok: true, value: [{ figure: '5', note: '=1+1', asOf: '2026-03-31' }] });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['数の列の言葉', ['a,R7,約120,,,統計書,'], ['2行目 実績値 not-a-number']],
    ['違う年度', ['a,R6,5,,,統計書,'], ['2行目 年度 sheet-year-other']],
    ['読めない年度', ['a,ことし,5,,,統計書,'], ['2行目 年度 sheet-year-other']],
    ['知らない指標', ['x,R7,5,,,統計書,'], ['2行目 指標キー sheet-key-unknown']],
    ['同じ指標に二つの値', ['c,R7,5,,,統計書,', 'c,R7,6,,,統計書,'], ['3行目 実績値 sheet-two-values']],
    ['値と理由', ['c,R7,5,秘匿,,統計書,'], ['2行目 値がない理由 missing-beside-value']],
    ['知らない理由', ['c,R7,,ひみつ,,統計書,'], ['2行目 値がない理由 unknown-choice']],
    ['出典がない', ['c,R7,5,,,,'], ['2行目 出典 source-required']],
    [
      'いくつもの誤りを、すべて言う',
      ['a,R6,ふえた,,,統計書,', '', 'c,R7,5,,たぶん,,'],
      [
        '2行目 年度 sheet-year-other',
        '2行目 実績値 not-a-number',
        '4行目 出典 source-required',
        '4行目 確定の別 unknown-choice',
      ],
    ],
    [
      '引用符のないカンマで、見出しの外に出た言葉',
      ['c,R7,5,,,統計書,暫定,次は確定'],
      ['2行目 sheet-cells-beyond'],
    ],
    ['行がない', [], ['file sheet-rows-none']],
  ])('断る: %s', (_, lines, expected) => {
    expect(refusals(read(...lines))).toEqual(expected);
  });

  it.each<[string, Uint8Array, readonly string[]]>([
    [
      '列がない',
      bytes('指標,値\nあ,1'),
      [
        '1行目 指標キー csv.column-missing',
        '1行目 実績値 csv.column-missing',
        '1行目 値 sheet-column-unknown',
      ],
    ],
    ['同じ列が二つ', bytes('指標キー,実績値,実績値\na,1,2'), ['1行目 実績値 key-twice']],
    ['名前のない列の言葉', bytes('指標キー,実績値,\na,1,x'), ['2行目 sheet-cells-beyond']],
    ['文字でないもの', Uint8Array.from([0xff, 0xfe, 0x00, 0x81, 0xff]), ['file csv.encoding']],
    ['空', new Uint8Array(), ['file csv.empty']],
    ['閉じない引用符', bytes('指標キー,実績値\na,"1'), ['file csv.quotes']],
  ])('断る: %s', (_, given, expected) => {
    expect(refusals(readSheetCsv(given, records, 2025))).toEqual(expected);
  });
});
