import { expect, it } from 'vitest';
import { someItem } from '../../../test/factories/town.ts';
import { checkItemLacks } from './check-lacks.ts';

it.each<[string, Parameters<typeof someItem>[3], readonly string[]]>([
  ['そろっている', { desiredState: '育っている', leadUnitKeys: ['kodomo'] }, []],
  [
    'ありたい姿がない',
    { desiredState: '', leadUnitKeys: ['kodomo'] },
    ['desired-state-missing items/x/desiredState'],
  ],
  ['主管がない', { desiredState: '育っている', leadUnitKeys: [] }, ['no-lead-unit items/x/leadUnitKeys']],
])('足りないところ: %s', (_, fields, expected) => {
  const found = checkItemLacks([someItem('x', 'measure', null, fields)]);
  expect(found.map(({ code, path }) => `${code} ${path.join('/')}`)).toEqual(expected);
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
});
