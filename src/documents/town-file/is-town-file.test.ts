import { expect, it } from 'vitest';
import { isTownFile } from './is-town-file.ts';

it.each<[string, string, boolean]>([
  ['スキーマの名前', '{"$schema":"../town-file.schema.json"}', true],
  ['スキーマのない計画', '{"plans":[]}', true],
  ['スキーマのない団体', '{"municipality":{"code":"202151"}}', true],
  ['綴りの違う欄があっても、ほかの欄で分かる', '{"units":[],"plan":[]}', true],
  ['壊れた団体データファイル', '{"units":[{"unitKey":}]}', true],
  ['事業のファイル', '{"$schema":"../programme-file.schema.json","municipality":"153079"}', false],
  ['ほかの種類の municipality', '{"municipality":"153079","programmes":[]}', false],
  ['パッケージの説明', '{"name":"x","version":"1"}', false],
  ['注釈のある設定', '{ // 設定\n "strict": true }', false],
  ['表', '[{"units":[]}]', false],
  ['数', '1', false],
])('団体データファイルか: %s', (_, text, expected) => {
  expect(isTownFile(text)).toBe(expected);
});
