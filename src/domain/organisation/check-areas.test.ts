import { expect, it } from 'vitest';
import type { Area } from './area.ts';
import { checkAreas } from './check-areas.ts';

const area = (
  areaKey: string,
  layer: Area['layer'],
  parentKey: string | null = null,
  name = areaKey,
): Area => ({
  areaKey,
  name,
  layer,
  parentKey,
  position: 0,
});

it.each<[string, readonly Area[], readonly string[]]>([
  [
    '広域圏 ⊃ 市 ⊃ 地区 ⊃ 小学校区',
    [
      area('m', 'region'),
      area('c', 'municipality', 'm'),
      area('d', 'district', 'c'),
      area('s', 'school-district', 'd'),
    ],
    [],
  ],
  ['地区の中の地区', [area('d', 'district'), area('e', 'district', 'd')], []],
  ['ないエリアの中', [area('d', 'district', 'x')], ['area-parent-unknown areas/d/parentKey']],
  ['狭いエリアの中', [area('d', 'district'), area('m', 'region', 'd')], ['area-not-wider areas/m/parentKey']],
  [
    '輪',
    [area('d', 'district', 'e'), area('e', 'district', 'd')],
    ['area-not-wider areas/d/parentKey', 'area-not-wider areas/e/parentKey'],
  ],
  ['自分の中', [area('d', 'district', 'd')], ['area-not-wider areas/d/parentKey']],
  ['同じキー', [area('d', 'district'), area('d', 'district')], ['area-key-duplicate areas/d/areaKey']],
  ['空の名称', [area('d', 'district', null, ' ')], ['text-missing areas/d/name']],
])('%s', (_, areas, expected) => {
  expect(checkAreas(areas).map(({ code, path }) => `${code} ${path.join('/')}`)).toEqual(expected);
});
