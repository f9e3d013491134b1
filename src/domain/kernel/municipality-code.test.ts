import { expect, it } from 'vitest';
import {
  listMunicipalityCodes,
  municipalityCheckDigit,
  municipalityOfCode,
  parseMunicipalityCode,
} from './municipality-code.ts';

it.each([
  ['202151', '長野県', '塩尻市'],
  ['153079', '新潟県', '聖籠町'],
  ['093866', '栃木県', '高根沢町'],
  ['332143', '岡山県', '真庭市'],
  ['011002', '北海道', '札幌市'],
  ['131016', '東京都', '千代田区'],
  ['２０２１５１', '長野県', '塩尻市'],
  [' 202151 ', '長野県', '塩尻市'],
])('団体コードを読む: %s は %s%s', (text, prefecture, name) => {
  const result = parseMunicipalityCode(text);
  expect(result.ok && municipalityOfCode(result.value)).toMatchObject({ prefecture, name });
});

it.each([
  ['', 'municipality-code-format', undefined],
  ['abcdef', 'municipality-code-format', undefined],
  ['2021510', 'municipality-code-format', undefined],
  ['20215１１', 'municipality-code-format', undefined],
  ["202151'; DROP TABLE plan", 'municipality-code-format', undefined],
  ['202152', 'municipality-code-check-digit', ['202151 塩尻市']],
  ['202150', 'municipality-code-check-digit', ['202151 塩尻市']],
  ['999990', 'municipality-code-check-digit', []],
  ['20215', 'municipality-code-five-digits', ['202151 塩尻市']],
  ['93866', 'municipality-code-five-digits', ['093866 高根沢町']],
  ['12203', 'municipality-code-five-digits', ['122033 市川市', '012203 士別市']],
  ['99999', 'municipality-code-unknown', undefined],
  ['200000', 'municipality-code-prefecture', undefined],
  ['130001', 'municipality-code-prefecture', undefined],
  ['011070', 'municipality-code-ward', ['011002 札幌市']],
  ['271021', 'municipality-code-ward', ['271004 大阪市']],
  ['281018', 'municipality-code-ward', ['281000 神戸市']],
  ['990001', 'municipality-code-unknown', undefined],
  ['000001', 'municipality-code-unknown', undefined],
  ['202991', 'municipality-code-unknown', undefined],
])('団体コードでないものは、わけを添えて断る: 「%s」 → %s', (text, code, suggestions) => {
  const result = parseMunicipalityCode(text);
  expect(result.ok ? result.value : result.error.code).toBe(code);
  expect(result.ok ? null : result.error.params?.suggestions).toEqual(suggestions);
});

it('一覧は 1,741 団体で、どの検査数字も算式のとおり', () => {
  const all = listMunicipalityCodes();
  expect(all).toHaveLength(1741);
  expect(new Set(all.map(({ code }) => code)).size).toBe(1741);
  for (const { code, name } of all) {
    expect(code, name).toBe(code.slice(0, 5) + municipalityCheckDigit(code.slice(0, 5)));
    expect(parseMunicipalityCode(code)).toEqual({ ok: true, value: code });
    expect(name).toMatch(/[市区町村]$/);
  }
});

it('47 都道府県の番号も同じ算式で作られる', () => {
  const prefectures =
    '010006 020001 030007 040002 050008 060003 070009 080004 090000 100005 110001 120006 130001 140007 150002 160008 170003 180009 190004 200000 210005 220001 230006 240001 250007 260002 270008 280003 290009 300004 310000 320005 330001 340006 350001 360007 370002 380008 390003 400009 410004 420000 430005 440001 450006 460001 470007';
  const codes = prefectures.split(' ');
  expect(codes).toHaveLength(47);
  for (const code of codes) {
    expect(code.slice(0, 5) + municipalityCheckDigit(code.slice(0, 5))).toBe(code);
    const result = parseMunicipalityCode(code);
    expect(result.ok ? result.value : result.error.code).toBe('municipality-code-prefecture');
  }
});

it('一桁の打ち間違いは、一覧と合わせてほぼすべて止まる', () => {
  const codes = listMunicipalityCodes().map(({ code }) => code);
  let tried = 0;
  let passed = 0;
  for (const code of codes) {
    for (let place = 0; place < 6; place += 1) {
      for (const digit of '0123456789') {
        if (digit === code[place]) continue;
        tried += 1;
        const slip = code.slice(0, place) + digit + code.slice(place + 1);
        if (parseMunicipalityCode(slip).ok) passed += 1;
      }
    }
  }
  expect(tried).toBe(1741 * 54);
  expect(passed / tried).toBeLessThan(0.004);
});
