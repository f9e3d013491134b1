import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ipssListRows, xlsx } from '../../../test/factories/population-files.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { problemPlace, problemSentence } from '../problem-text/sentences.ts';
import { recogniseTables } from './recognise-tables.ts';

const judge = async (
  bytes: Uint8Array,
  name: string,
): Promise<{
  readonly refused: boolean;
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
}> => {
  const result = await recogniseTables({ name, bytes }, { code5: '20215', name: '塩尻市' });
  const problems = result.ok ? result.value.warnings : result.error;
  return {
    refused: !result.ok,
    problems,
    lines: problems.map((problem) => `${problemPlace(problem)}: ${problemSentence(problem)}`),
  };
};

/** A ZIP of one entry whose table of contents tells its sizes as it likes. */
const zipOf = (name: string, content: Uint8Array, told = content.length): Uint8Array => {
  const packed = deflateRawSync(content);
  const file = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(told, 22);
  local.writeUInt16LE(file.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(told, 24);
  entry.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + packed.length, 16);
  return Buffer.concat([local, file, packed, entry, file, end]);
};

describe('開けないファイル', () => {
  const compound = (text: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(text, 'utf16le'),
    ]);
  it.each([
    ['古い .xls', () => compound('Workbook'), 'xls-old'],
    ['パスワードのかかった .xlsx', () => compound('EncryptedPackage'), 'xls-encrypted'],
    [
      '解くと大きすぎる .xlsx',
      () => zipOf('xl/worksheets/sheet1.xml', new Uint8Array(170 * 1024 * 1024)),
      'xlsx-too-large',
    ],
    [
      '大きさを偽る .xlsx',
      () => zipOf('xl/worksheets/sheet1.xml', new Uint8Array(170 * 1024 * 1024), 1000),
      'xlsx-too-large',
    ],
    ['中身のない ZIP', () => zipOf('readme.txt', Buffer.from('x')), 'population-file-unknown'],
    ['ZIP の初めだけ', () => Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'xlsx-broken'],
    ['画像', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'population-file-format'],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\n'), 'population-file-format'],
    [
      'ウェブのページを .xls としたもの',
      () => Buffer.from('<html><table><tr><td>年'),
      'population-file-format',
    ],
    [
      '行が多すぎる',
      () => Buffer.from(`年,総人口\n${'\n'.repeat(4_000_000)}2020,1\n`),
      'population-file-too-long',
    ],
    ['空のファイル', () => new Uint8Array(), 'csv.empty'],
    ['閉じない引用符', () => Buffer.from('"年,総人口\n2020,100\n'), 'csv.quotes'],
    ['8MB を超えるファイル', () => new Uint8Array(8 * 1024 * 1024 + 1), 'file-too-large'],
  ])('%s', async (_, bytes, code) => {
    const got = await judge(bytes(), 'file.xlsx');
    expect(got.refused).toBe(true);
    expect(got.problems.map((problem) => problem.code)).toEqual([code]);
    expect(got.lines[0]).toMatch(/^file\.xlsx(?: \d+行目)?: .+。$/u);
  });

  it('途中で切れた .xlsx', async () => {
    const bytes = await xlsx([
      { name: 'a', rows: ipssListRows(90, [2015], [{ code: 20215, name: '塩尻市', seed: 1 }]) },
    ]);
    const got = await judge(bytes.subarray(0, bytes.length - 200), 'file.xlsx');
    expect(got.problems.map(({ code }) => code)).toEqual(['xlsx-broken']);
  });

  it('見出しの大きさが嘘の .xlsx でも待たされない', async () => {
    const bytes = Buffer.from(
      await xlsx([{ name: 'a', rows: ipssListRows(90, [2015], [{ code: 20215, name: '塩尻市', seed: 1 }]) }]),
    );
    const local = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
    let lies = 0;
    for (let at = bytes.indexOf(local); at >= 0; at = bytes.indexOf(local, at + 4)) {
      const changed = Buffer.from(bytes);
      changed[at + 22] = 190;
      const started = performance.now();
      expect((await judge(changed, 'file.xlsx')).refused).toBe(false);
      expect(performance.now() - started).toBeLessThan(10_000);
      lies += 1;
    }
    expect(lies).toBeGreaterThan(3);
  });

  it('100MB のファイルは、読まずに大きさで断る', async () => {
    const started = performance.now();
    const got = await judge(new Uint8Array(100 * 1024 * 1024), 'file.csv');
    expect(got.problems.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
