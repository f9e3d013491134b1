import { Workbook } from '@cj-tech-master/excelts';

export type Cells = readonly (string | number | null)[];

/** Lower ends of five-year groups up to the open one. */
export const ageStarts = (open: number): readonly number[] =>
  Array.from({ length: open / 5 + 1 }, (_, index) => index * 5);

const nameOf = (from: number, open: number, between: string): string =>
  from === open ? `${from}歳以上` : `${from}${between}${from + 4}歳`;

/** A town's men and women by five-year age, with the usual shape: more old women than men. */
export const invented = (open: number, seed = 0): { readonly male: number[]; readonly female: number[] } => ({
  male: ageStarts(open).map((age, index) => 1000 + 40 * index + seed - Math.floor((age / 10) ** 2) * 15),
  female: ageStarts(open).map((age, index) => 980 + 41 * index + seed - Math.floor((age / 11) ** 2) * 14),
});

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const quoted = (cell: string | number | null): string =>
  /[",\n]/u.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? '');

export const csvText = (rows: readonly Cells[]): string =>
  `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

export const utf8 = (rows: readonly Cells[]): Uint8Array => new TextEncoder().encode(csvText(rows));
export const utf8WithMark = (rows: readonly Cells[]): Uint8Array =>
  Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(rows)]);

/** Node decodes CP932 but does not write it: the inverse of its decoder, by all two-byte codes. */
const cp932Codes = (): ReadonlyMap<string, readonly number[]> => {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('shift_jis');
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, [lead, trail]);
    }
  return codes;
};

export const cp932 = (rows: readonly Cells[]): Uint8Array => {
  const codes = cp932Codes();
  return Uint8Array.from(
    [...csvText(rows)].flatMap((sign) =>
      sign < '\u0080' ? [sign.charCodeAt(0)] : [...(codes.get(sign) ?? [])],
    ),
  );
};

export const xlsx = async (
  sheets: readonly { readonly name: string; readonly rows: readonly Cells[] }[],
): Promise<Uint8Array> => {
  const book = new Workbook();
  for (const { name, rows } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};

export interface DistrictRow {
  readonly code: string;
  readonly name: string;
  readonly date: string;
  readonly male: readonly number[];
  readonly female: readonly number[];
  /** 年齢不詳, men and women */
  readonly unknown?: readonly [number, number];
}

interface OpenDataShape {
  readonly layout: 'A' | 'B' | 'C' | 'D';
  readonly open: 85 | 100;
  readonly townCode: string;
}

const ageHeadings = (open: number): readonly string[] =>
  ageStarts(open).flatMap((from) => ['男性', '女性'].map((sex) => `${nameOf(from, open, '-')}の${sex}`));

/** 地域・年齢別人口: the four layouts of published open data. */
export const openDataRows = (
  { layout, open, townCode }: OpenDataShape,
  rows: readonly DistrictRow[],
): readonly Cells[] => {
  const before = {
    A: ['都道府県コード又は市区町村コード', '地域コード', '都道府県名', '市区町村名', '調査年月日', '地域名'],
    B: ['全国地方公共団体コード', '地域コード', '地方公共団体名', '調査年月日', '地域名'],
    C: ['都道府県コード又は市区町村コード', '地域コード', '都道府県名', '市区町村名', '調査年月日', '地域名'],
    D: ['地域名'],
  }[layout];
  const unknown = {
    A: ['年齢不詳の男性', '年齢不詳の女性'],
    C: ['不詳者の男性', '不詳者の女性'],
    B: [],
    D: [],
  }[layout];
  const after = {
    A: ['世帯数', '備考'],
    B: ['世帯数', '備考'],
    C: ['世帯数', '備考', 'KEY_CODE'],
    D: ['世帯数'],
  }[layout];
  return [
    [...before, '総人口', '男性', '女性', ...ageHeadings(open), ...unknown, ...after],
    ...rows.map(({ code, name, date, male, female, unknown: lost = [0, 0] }) => {
      const own = {
        A: [townCode, code, '長野県', '塩尻市', date, name],
        B: [townCode, code, '塩尻市', date, name],
        C: [townCode, code, '長野県', '塩尻市', date, name],
        D: [name],
      }[layout];
      const [men, women] = [sum(male) + lost[0], sum(female) + lost[1]];
      return [
        ...own,
        men + women,
        men,
        women,
        ...male.flatMap((value, index) => [value, female[index] ?? 0]),
        ...(unknown.length > 0 ? lost : []),
        1234,
        ...after.slice(1).map(() => ''),
      ];
    }),
  ];
};

/** 住民基本台帳年齢階級別人口（市区町村別）: ages above, codes below them, 計・男・女 a row each. */
export const registerRows = (
  open: 80 | 100,
  towns: readonly { readonly code: string; readonly name: string; readonly seed: number }[],
): readonly Cells[] => [
  [
    '',
    '',
    '',
    '',
    '総数',
    ...ageStarts(open).map((from) => (from === open ? `${from}歳以上` : `${from}歳～${from + 4}歳`)),
  ],
  ['団体コード', '都道府県名', '市区町村名', '性別', '人', ...ageStarts(open).map(() => '人')],
  ...towns.flatMap(({ code, name, seed }) => {
    const { male, female } = invented(open, seed);
    const both = male.map((value, index) => value + (female[index] ?? 0));
    return [
      [code, '長野県', name, '計', sum(both), ...both],
      [code, '長野県', name, '男', sum(male), ...male],
      [code, '長野県', name, '女', sum(female), ...female],
    ];
  }),
];

/** 社人研 結果（全市区町村の一覧）: a row a town and year, three blocks of columns, then 指数 and 再掲. */
export const ipssListRows = (
  open: 90 | 95,
  years: readonly number[],
  towns: readonly { readonly code: number; readonly name: string; readonly seed: number }[],
): readonly Cells[] => {
  const ages = ageStarts(open).map((from) => nameOf(from, open, '～'));
  const empty = ages.map(() => null);
  return [
    ['日本の地域別将来推計人口'],
    [],
    [],
    [
      'コード',
      '市などの別',
      '都道府県',
      '市区町村',
      '年',
      '総数',
      ...empty,
      null,
      '男',
      ...empty,
      null,
      '女',
      ...empty,
      null,
      '総人口の指数',
      '（再掲）0～14歳',
    ],
    [
      null,
      null,
      null,
      null,
      null,
      '総数',
      ...ages,
      null,
      '総数',
      ...ages,
      null,
      '総数',
      ...ages,
      null,
      null,
      '総数',
    ],
    ...towns.flatMap(({ code, name, seed }) =>
      years.map((year, step) => {
        const { male, female } = invented(open, seed - 20 * step);
        const both = male.map((value, index) => value + (female[index] ?? 0));
        // Every figure is rounded for itself there: a total may differ by one.
        return [
          code,
          '2',
          '長野県',
          name,
          `${year}年`,
          sum(both) + (step % 2),
          ...both,
          null,
          sum(male),
          ...male,
          null,
          sum(female),
          ...female,
          null,
          100,
          sum(both.slice(0, 3)),
        ];
      }),
    ),
  ];
};

/** 社人研 結果（市区町村ごとのシート）: ages below, years beside, 男女計・男・女 side by side, 再掲 at the end. */
export const ipssSheetRows = (open: 90 | 95, years: readonly number[], seed: number): readonly Cells[] => {
  const columns = years.map((_, step) => invented(open, seed - 20 * step));
  const bothOf = (index: number) =>
    columns.map(({ male, female }) => (male[index] ?? 0) + (female[index] ?? 0));
  const line = (
    label: string,
    both: readonly number[],
    male: readonly number[],
    female: readonly number[],
  ): Cells => [label, ...both, null, label, ...male, null, label, ...female];
  const totals = (of: (column: { male: number[]; female: number[] }) => number) => columns.map(of);
  const heads = years.map((year) => `${year}年`);
  return [
    ['男女・年齢（5歳）階級別推計人口'],
    ['男女計', ...years.map(() => null), null, '男', ...years.map(() => null), null, '女'],
    ['', ...heads, null, '', ...heads, null, '', ...heads],
    line(
      '総数',
      totals(({ male, female }) => sum(male) + sum(female)),
      totals(({ male }) => sum(male)),
      totals(({ female }) => sum(female)),
    ),
    ...ageStarts(open).map((from, index) =>
      line(
        from === open ? `${from}歳～` : `${from}～${from + 4}歳`,
        bothOf(index),
        columns.map(({ male }) => male[index] ?? 0),
        columns.map(({ female }) => female[index] ?? 0),
      ),
    ),
    line(
      '（再掲）0～14歳',
      totals(() => 1),
      totals(() => 1),
      totals(() => 1),
    ),
    line(
      '65歳以上',
      totals(() => 1),
      totals(() => 1),
      totals(() => 1),
    ),
  ];
};
