import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { installationFolder } from '../../installation.ts';
import { problemSentence } from '../problem-text/sentences.ts';
import { areasAnswer } from './areas-answer.ts';
import { areasFile } from './areas-file.ts';

const path = join(installationFolder, 'docs', 'examples', 'population-areas.json');
const example = (): z.output<typeof areasFile> => areasFile.parse(JSON.parse(readFileSync(path, 'utf8')));

interface Output {
  readonly years: readonly number[];
  readonly areas: readonly {
    readonly key: string;
    readonly male: readonly (readonly number[])[];
    readonly total: readonly number[];
  }[];
  readonly total: readonly number[];
}
const outputOf = (file: z.output<typeof areasFile>): Output => {
  const answered = areasAnswer(file);
  if (!answered.ok) throw new Error(JSON.stringify(answered.error));
  return answered.value.output as Output;
};

/** The file with one thing changed at a place. */
const changed = (place: readonly (string | number)[], value: unknown): z.output<typeof areasFile> => {
  const file: unknown = structuredClone(example());
  let at = file as Record<string | number, unknown>;
  for (const step of place.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[place.at(-1) ?? ''] = value;
  return file as z.output<typeof areasFile>;
};

describe('多地域の推計のファイル', () => {
  it('手引きの手計算と同じ: 出た人の合計を配分率で分ける', () => {
    const { years, areas, total } = outputOf(example());
    expect(years).toEqual([2020, 2025, 2030]);
    expect(areas.map(({ key }) => key)).toEqual(['kita', 'chuo', 'minami']);
    // 15～19歳の男は60、430、220人。99.9％が生き残り、30、12、16％が出る。
    const pool = 0.999 * (60 * 0.3 + 430 * 0.12 + 220 * 0.16);
    const expected = [60 * 0.7, 430 * 0.88, 220 * 0.84].map(
      (stays, at) => 0.999 * stays + pool * ([0.08, 0.58, 0.34][at] ?? 0),
    );
    for (const [at, value] of expected.entries()) expect(areas[at]?.male[1]?.[4]).toBeCloseTo(value, 9);
    for (const [step, sum] of total.entries())
      expect(areas.reduce((all, area) => all + (area.total[step] ?? 0), 0)).toBeCloseTo(sum, 6);
  });

  it('一つの地域の転入を増やすと、ほかの地域が減り、15歳以上の合計は変わらない', () => {
    const before = outputOf(example());
    const scenario = {
      levers: [{ kind: 'in-migration-scale' as const, path: { value: 1.5, fromYear: 2020 } }],
      estates: [],
    };
    const after = outputOf(changed(['areas', 0, 'scenario'], scenario));
    const adults = ({ areas }: Output): number =>
      areas.reduce((sum, { male }) => sum + (male[1] ?? []).slice(3).reduce((all, each) => all + each, 0), 0);
    expect(adults(after)).toBeCloseTo(adults(before), 6);
    const [grown, ...others] = after.areas.map(
      ({ total }, at) => (total[1] ?? 0) - (before.areas[at]?.total[1] ?? 0),
    );
    expect(grown).toBeGreaterThan(0);
    expect(others.every((change) => change < 0)).toBe(true);
  });

  it.each([
    [
      '配分率の和が1でない',
      ['areas', 0, 'steps', 0, 'inShare', 'male', 3],
      0.5,
      'population-shares-sum',
      ['steps', 0],
    ],
    [
      '出る人が全員より多い',
      ['areas', 1, 'steps', 1, 'outMigrationRate', 'female', 4],
      1.5,
      'population-share-above-one',
      ['areas', 1, 'steps', 1, 'outMigrationRate', 'female', 4],
    ],
    [
      '配分率が負',
      ['areas', 1, 'steps', 0, 'inShare', 'male', 2],
      -0.1,
      'population-negative',
      ['areas', 1, 'steps', 0, 'inShare', 'male', 2],
    ],
    ['期間の数が違う', ['areas', 2, 'steps'], [], 'population-length', ['areas', 2, 'steps']],
    ['同じキー', ['areas', 2, 'key'], 'kita', 'population-district-twice', ['areas', 2, 'key']],
    ['期間の幅が違う', ['steps', 1, 'toYear'], 2031, 'population-step-years', ['steps', 1, 'toYear']],
    [
      '国外への転出が、いる人より多い',
      ['steps', 0, 'fromAbroad'],
      { male: Array.from({ length: 14 }, () => -9000), female: Array.from({ length: 14 }, () => 0) },
      'population-result-negative',
      ['areas', 0, 'steps', 0],
    ],
    [
      '国際移動の数が足りない',
      ['steps', 0, 'fromAbroad'],
      { male: [1], female: [1] },
      'population-length',
      ['steps', 0, 'fromAbroad', 'male'],
    ],
  ] as const)('%s: 一度だけ、場所を言って断る', (_title, place, value, code, expected) => {
    const answered = areasAnswer(changed(place, value));
    if (answered.ok) throw new Error('it was not refused');
    expect(answered.error[0]).toMatchObject({ code, path: expected });
    const told = answered.error.map((problem) =>
      JSON.stringify([problem.code, problem.path, problem.params]),
    );
    expect(new Set(told).size).toBe(told.length);
    for (const problem of answered.error) expect(problemSentence(problem)).not.toBe('');
  });

  it('年齢階級の誤りは、地域の数だけくり返さない', () => {
    const answered = areasAnswer(changed(['ageGroups', 3], '十五歳'));
    if (answered.ok) throw new Error('it was not refused');
    const places = answered.error.map(({ path: [first] }) => first);
    expect(places.every((first) => first === 'ageGroups')).toBe(true);
    const alone = areasAnswer({ ...changed(['ageGroups', 3], '十五歳'), areas: example().areas.slice(0, 1) });
    expect(alone).toEqual(answered);
  });
});
