import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemPlace, problemSentence } from '../problem-text/sentences.ts';
import { noOptions, recogniseTables } from './recognise-tables.ts';
import { columnLetters } from './sheet.ts';
import { writeZip } from './write-zip.ts';

const shiojiri = { code5: '20215', name: '塩尻市' };

/** A cell as the XML of a workbook has it. */
type RawCell =
  | string
  | number
  | { readonly shared: number }
  | { readonly error: string }
  | { readonly formula: string };

interface RawSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly RawCell[])[];
  readonly merged?: readonly string[];
}

const cellXml = (cell: RawCell, at: string): string => {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ('shared' in cell) return `<c r="${at}" t="s"><v>${cell.shared}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${at}" t="e"><f>${cell.formula}</f><v>#DIV/0!</v></c>`;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook written by hand, so that it may be wrong. `shared`: its shared strings; null: the part is missing. */
const workbook = (sheets: readonly RawSheet[], shared: readonly string[] | null = []): Uint8Array => {
  const sheetXml = ({ rows, merged = [] }: RawSheet): string =>
    `${head}<worksheet ${main}><sheetData>${rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`)).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData>${merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}</worksheet>`;
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook ${main} xmlns:r="${office}"><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ...(shared === null
      ? []
      : [
          [
            'xl/sharedStrings.xml',
            `${head}<sst ${main} count="${shared.length}">${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
          ] as const,
        ]),
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const),
  ];
  return writeZip(
    parts.map(([name, text]) => {
      const packed = Buffer.from(text);
      return { name: Buffer.from(name), method: 0, checksum: crc32(packed), packed, length: packed.length };
    }),
  );
};

const judge = async (bytes: Uint8Array) => {
  const read = await recogniseTables({ name: '人口.xlsx', bytes }, shiojiri, noOptions);
  const problems = read.ok ? read.value.warnings : read.error;
  return {
    tables: read.ok ? read.value.tables : null,
    codes: problems.map(({ code }) => code),
    lines: problems.map((problem) => `${problemPlace(problem)}: ${problemSentence(problem)}`),
  };
};

const header = ['基準日', '性別', '0-4歳', '5歳以上', '総数'];
const good = (day: RawCell = '2025-01-01'): RawSheet => ({
  name: '人口',
  rows: [header, [day, '男', 3, 4, 7], [day, '女', 5, 6, 11]],
});
const counts = { male: [3, 4], female: [5, 6], total: 18 };

describe('人の手の入った .xlsx', () => {
  it.each<readonly [string, RawSheet]>([
    ['手で組んだもの', good()],
    ['日付が番号のまま', good(45_658)],
    [
      '全角の数字',
      {
        name: '人口',
        rows: [
          header,
          ['２０２５年１月１日', '男', '３', '４人', '　７'],
          ['令和７年１月１日', '女', 5, '６', 11],
        ],
      },
    ],
    [
      '題と結合した見出し',
      {
        name: '人口',
        rows: [
          ['令和7年1月1日現在'],
          ['性別', '年齢', '', '総数'],
          ['', '0-4歳', '5歳以上', ''],
          ['男', 3, 4, 7],
          ['女', 5, 6, 11],
        ],
        merged: ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'],
      },
    ],
  ])('%s', async (_, sheet) => {
    const got = await judge(workbook([sheet]));
    expect(got.tables).toMatchObject([{ date: '2025-01-01', counts }]);
    expect(got.lines).toEqual([]);
  });

  it('カンマ・全角カンマ・空白のある文字の数', async () => {
    const rows = [
      header,
      ['2025-01-01', '男', '1,003', '２，００４', '3 007'],
      ['2025-01-01', '女', '5', '6', '11'],
    ];
    const got = await judge(workbook([{ name: '人口', rows }]));
    expect(got.tables).toMatchObject([{ counts: { male: [1003, 2004], total: 3018 } }]);
  });

  it.each<readonly [RawCell, string]>([
    ['△3', 'シート「人口」 › C2（0-4歳）: 負の数（-3）'],
    ['▲１，０００', 'シート「人口」 › C2（0-4歳）: 負の数（-1000）'],
    ['−3', 'シート「人口」 › C2（0-4歳）: 負の数（-3）'],
    ['－３', 'シート「人口」 › C2（0-4歳）: 負の数（-3）'],
    ['(3)', 'シート「人口」 › C2（0-4歳）: 「(3)」は人数として読めません'],
    ['3～4', 'シート「人口」 › C2（0-4歳）: 「3～4」は人数として読めません'],
    ['', 'シート「人口」 › C2（0-4歳）: 0-4歳の数がありません'],
    [{ shared: 99 }, 'シート「人口」 › C2（0-4歳）: 0-4歳の数がありません'],
    [{ error: '#REF!' }, 'シート「人口」 › C2（0-4歳）: 「#REF!」は人数として読めません'],
    [{ formula: 'A1/0' }, 'シート「人口」 › C2（0-4歳）: 「計算のエラー」は人数として読めません'],
  ])('数の欄が %j: シートとセルを言う', async (cell, line) => {
    const [first = [], ...rest] = good().rows.slice(1);
    const rows = [header, first.map((each, column) => (column === 2 ? cell : each)), ...rest];
    const got = await judge(workbook([{ name: '人口', rows }]));
    expect(got.tables).toBeNull();
    expect(got.lines).toHaveLength(1);
    expect(got.lines[0]).toContain(`人口.xlsx ${line}`);
  });

  it.each<readonly [RawCell, string]>([
    [45_658.5, 'A2（基準日）: 「45658.5」'],
    [12, 'A2（基準日）: 「12」'],
    ['45658', 'A2（基準日）: 「45658」'],
    [{ shared: 0 }, 'A2（基準日）: 「いつか」'],
  ])('日付の欄が %j: シートとセルを言う', async (day, line) => {
    const [, first = [], second = []] = good().rows;
    const rows = [header, [day, ...first.slice(1)], second];
    const got = await judge(workbook([{ name: '人口', rows }], ['いつか']));
    expect(got.tables).toBeNull();
    expect(got.lines[0]).toContain(`人口.xlsx シート「人口」 › ${line}`);
  });

  it('共有文字列の部分がない: 見出しがなくなり、読まない', async () => {
    const rows = [header.map((_, shared) => ({ shared })), ...good().rows.slice(1)];
    expect((await judge(workbook([{ name: '人口', rows }], header))).tables).toMatchObject([{ counts }]);
    expect((await judge(workbook([{ name: '人口', rows }], null))).tables).toBeNull();
    expect((await judge(workbook([{ name: '人口', rows }], []))).tables).toBeNull();
  });

  it.each(['hidden', 'veryHidden'] as const)(
    '非表示のシート（%s）は、表示されているものがあれば読まない',
    async (state) => {
      const old: RawSheet = {
        name: '旧',
        state,
        rows: [header, ['2025-01-01', '男', 1, 1, 2], ['2025-01-01', '女', 1, 1, 2]],
      };
      const got = await judge(workbook([old, good()]));
      expect(got.tables).toMatchObject([{ counts }]);
      expect(got.lines).toEqual([
        '人口.xlsx: 非表示のシート（旧）にも人口の表がありますが、読んでいません。要るときは、シートを表示してから保存してください。',
      ]);
      const only = await judge(workbook([old]));
      expect(only.tables).toMatchObject([{ counts: { total: 4 } }]);
      expect(only.codes).toEqual(['population-file-hidden-only']);
    },
  );
});

it('どこで切れた .xlsx でも、開けないと言う', { timeout: 60_000 }, async () => {
  const bytes = workbook([good()]);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 4, max: bytes.length - 1 }), async (length) => {
      const got = await judge(bytes.slice(0, length));
      expect(got.tables).toBeNull();
      expect(got.codes).toEqual(['xlsx-broken']);
      expect(got.lines[0]).toMatch(/^人口\.xlsx: .+。$/u);
    }),
    { numRuns: 60 },
  );
});

it('欄をどう壊しても、読むか、シートとセルを言って断る', { timeout: 60_000 }, async () => {
  const cells = fc.constantFrom<RawCell>(
    '',
    '△3',
    '−１',
    '３',
    '1,000',
    '#N/A',
    45_658,
    -1,
    1e300,
    '男',
    '総数',
    { shared: 0 },
    { shared: 7 },
    { error: '#VALUE!' },
    { formula: '1/0' },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat({ max: 4 }), cells), {
        minLength: 1,
        maxLength: 3,
      }),
      async (changes) => {
        const rows = good().rows.map((row) => [...row]);
        for (const [row, column, cell] of changes) (rows[row] ?? [])[column] = cell;
        const got = await judge(workbook([{ name: '人口', rows }], ['女']));
        for (const table of got.tables ?? []) expect(table.counts.total).toBeGreaterThanOrEqual(0);
        for (const line of got.tables === null ? got.lines : [])
          expect(line).toMatch(
            /^人口\.xlsx(?:: .*(?:日付|基準日|人口の数|ありません).*| シート「人口」.*: .+)。$/u,
          );
      },
    ),
    { numRuns: 120 },
  );
});
