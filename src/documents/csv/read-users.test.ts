import { describe, expect, it } from 'vitest';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { readUsers } from './read-users.ts';

const unit = (unitKey: string, name: string): OrganisationUnit => ({
  unitKey,
  name,
  kind: '課',
  parentKey: null,
  validFrom: '2020-04-01',
  validTo: null,
  position: 1,
});
const units = [unit('kodomo', 'こども未来課'), unit('a', '庶務係'), unit('b', '庶務係')];

const header = 'ログインID,氏名,役割,組織,開始日,終了日';
const read = (...lines: readonly string[]) =>
  readUsers(new TextEncoder().encode([header, ...lines].join('\r\n')), units);
const refusals = (result: ReturnType<typeof readUsers>) =>
  result.ok ? [] : result.error.problems.map(({ code, path }) => `${path.join(' ')} ${code}`);

describe('職員の一覧（CSV）', () => {
  it('一人に複数の役割があれば、行をまとめる', () => {
    expect(read('K001,職員一,課の担当,こども未来課,R8.4.1,', 'k001,職員一,監査,,,')).toEqual({
      ok: true,
      value: [
        {
          line: 2,
          login: 'k001',
          displayName: '職員一',
          grants: [
            { role: 'unit-staff', unitKey: 'kodomo', validFrom: '2026-04-01', validTo: null },
            { role: 'auditor', unitKey: null, validFrom: null, validTo: null },
          ],
        },
      ],
    });
  });

  it('Excelが保存した Shift_JIS も読む', () => {
    // 「ログインID,氏名,役割」「k1,あ,監査」 in CP932
    const bytes = Uint8Array.from(
      Buffer.from('838d834f83438393' + '49442c8e8196bc2c96f08a840d0a6b312c82a02c8ac48db8', 'hex'),
    );
    const result = readUsers(bytes, units);
    expect(
      result.ok ? result.value.map(({ login, displayName }) => [login, displayName]) : result.error,
    ).toEqual([['k1', 'あ']]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['知らない役割', ['k1,職員,係長,,,'], ['2行目 役割 grant.role-unknown']],
    ['知らない組織', ['k1,職員,課長,ない課,,'], ['2行目 組織 unit-unknown']],
    ['二つある組織', ['k1,職員,課長,庶務係,,'], ['2行目 組織 grant.unit-ambiguous']],
    ['ありえない日', ['k1,職員,監査,,令和8年2月30日,'], ['2行目 開始日 date-impossible']],
    ['同じIDで違う氏名', ['k1,職員一,監査,,,', 'k1,職員二,財政担当,,,'], ['3行目 氏名 csv.name-differs']],
    [
      'いくつもの誤りを一度に言う',
      ['k1,職員,係長,ない課,,', '', 'k2,職員,監査,,,約1年'],
      ['2行目 役割 grant.role-unknown', '2行目 組織 unit-unknown', '4行目 終了日 date-format'],
    ],
    ['行がない', [], ['file csv.no-rows']],
    ['閉じない引用符', ['k1,"職員,監査,,,'], ['file csv.quotes']],
  ])('断る: %s', (_, lines, expected) => {
    expect(refusals(read(...lines))).toEqual(expected);
  });

  it.each<[string, Uint8Array, readonly string[]]>([
    ['列がない', new TextEncoder().encode('氏名,役割\nあ,監査'), ['1行目 ログインID csv.column-missing']],
    ['空のファイル', new Uint8Array(), ['file csv.empty']],
    ['Excelのファイル', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), ['file csv.workbook']],
    ['古いExcelのファイル', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), ['file csv.workbook']],
    ['文字でないもの', Uint8Array.from([0xff, 0xfe, 0x00, 0x81, 0xff]), ['file csv.encoding']],
  ])('断る: %s', (_, bytes, expected) => {
    expect(refusals(readUsers(bytes, units))).toEqual(expected);
  });
});
