import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/population-project.ts';
import { installationFolder } from '../../src/installation.ts';
import { callOn, callWith } from './call-population.ts';
import { expectNear } from './near.ts';

const example = join(installationFolder, 'docs', 'examples', 'population-project.json');

/** Ten-year groups would not meet 15 and 49; these seven five-year groups and an open one do. */
const ageGroups = [
  '0-4',
  '5-9',
  '10-14',
  '15-19',
  '20-24',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
  '50+',
];
const moves = ageGroups.slice(1).map(() => 0.9);
const noMoves = moves.map(() => 0);
const hundred = ageGroups.map(() => 100);
const step = {
  toYear: 2020,
  survival: { male: moves, female: moves },
  netMigrationRate: { male: noMoves, female: noMoves },
  childWomanRatio: 0.2,
  sexRatioAtAge0to4: 1.05,
};
const file = { ageGroups, baseYear: 2015, male: hundred, female: hundred, steps: [step] };
const without = (from: object, field: string): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== field));

describe('bin/rashin population project', () => {
  it('年ごとに男女の人口と総数を出し、ほかのことは言わない', async () => {
    const { code, out, err } = await callWith(command, file);
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['years', 'male', 'female', 'total']);
    expect(answer.years).toEqual([2015, 2020]);
    // 15–49: seven groups of 90; children 126, of them 1.05/2.05 boys; the open group keeps 90 % of both oldest.
    const older = [...Array.from({ length: 9 }, () => 90), 180];
    expectNear(answer.female[1], [126 / 2.05, ...older]);
    expectNear(answer.male[1], [(126 * 1.05) / 2.05, ...older]);
    expectNear(answer.total, [2200, 126 + 2 * 990]);
  });

  it('見本: 社人研の公表値と一人まで合い、2032年を補間と各歳で出す', async () => {
    const { code, out } = await callOn(command, '--input', example);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.total.map(Math.round)).toEqual([67135, 66297, 65095, 63570, 61748, 59742, 57549]);
    expectNear([answer.annual.total[2032 - 2015]], [62841.2], 1e-6);
    const [single] = answer.singleAges;
    expect(single.male).toHaveLength(91);
    const sum = [...single.male, ...single.female].reduce((a: number, b: number) => a + b, 0);
    expectNear([sum], [answer.annual.total[2032 - 2015]], 1e-12);
    expect(answer.summary[0]).toMatchObject({ total: 67135, declineStage: null });
    expect(answer.summary[6].declineStage).toBe(1);
  });

  it.each([
    ['負の値', { ...file, male: [...hundred.slice(1), -3] }, 'male › 10: 50+の値が負の数（-3）です'],
    ['空の値', { ...file, female: [null, ...hundred.slice(1)] }, 'female › 0: 値の種類が違います。数で'],
    ['年齢の数が違う', { ...file, male: hundred.slice(1) }, 'male: 数が10個あります。年齢階級に合わせて11個'],
    [
      '総数が合わない',
      { ...file, total: { male: 1100, female: 1200 } },
      'total › female: 総数 1200 が、年齢の合計',
    ],
    [
      '生残率と純移動率の和が負',
      {
        ...file,
        steps: [{ ...step, netMigrationRate: { male: [0, -0.95, ...noMoves.slice(2)], female: noMoves } }],
      },
      'steps › 0 › netMigrationRate › male › 1: 5-9→10-14の生残率と純移動率の和が -0.05 で',
    ],
    [
      '率の数が違う',
      { ...file, steps: [{ ...step, survival: { male: moves.slice(1), female: moves } }] },
      'steps › 0 › survival › male: 数が9個',
    ],
    [
      '生残率の空の値',
      { ...file, steps: [{ ...step, survival: { male: moves, female: [null, ...moves.slice(1)] } }] },
      'steps › 0 › survival › female › 0: 値の種類',
    ],
    [
      '生残率がない',
      { ...file, steps: [{ ...step, survival: { female: moves } }] },
      'steps › 0 › survival › male: 必要な欄',
    ],
    [
      '生残率だけが一つ多い',
      {
        ...file,
        steps: [{ ...step, survival: { male: [...moves, 0.5], female: moves } }],
      },
      'steps › 0 › survival › male: 数が11個あります。年齢階級に合わせて10個',
    ],
    ['暦にない基準日', { ...file, baseDate: '2015-13-45' }, 'baseDate: 基準日 2015-13-45 は暦にない日です'],
    [
      '基準年の一度だけの転入',
      {
        ...file,
        scenario: {
          estates: [{ year: 2015, persons: 100, profile: [{ fromAge: 30, toAge: 34, weight: 1 }] }],
        },
      },
      'scenario › estates › 0 › year: 2015年は推計が始まる年です',
    ],
    [
      '人の数でない大きさ',
      { ...file, male: [1e300, ...hundred.slice(1)] },
      'male › 0: 2015年の0-4（男）が、数で表せないほど大きくなります',
    ],
    [
      '一期間で数えきれなくなる',
      {
        ...file,
        steps: [{ ...step, netMigrationRate: { male: [1e300, ...noMoves.slice(1)], female: noMoves } }],
      },
      'steps › 0: 2020年の5-9（男）が、数で表せないほど大きくなります',
    ],
    [
      '期間が合わない',
      { ...file, steps: [{ ...step, toYear: 2025 }] },
      'steps › 0 › toYear: 2025年では期間が合いません。年齢階級の幅（5歳）に合わせて2020年',
    ],
    [
      '基準日の年が違う',
      { ...file, baseDate: '2016-01-01' },
      'baseDate: 基準日 2016-01-01 が基準年 2015年と',
    ],
    [
      'だれもいない',
      { ...file, male: hundred.map(() => 0), female: hundred.map(() => 0) },
      '人が一人もいません',
    ],
    [
      '年齢の抜け',
      { ...file, ageGroups: ['0-4', '10-14', ...ageGroups.slice(2)] },
      'ageGroups › 1: 「10-14」の前に',
    ],
    [
      '開いた階級がない',
      { ...file, ageGroups: [...ageGroups.slice(0, 10), '50-54'] },
      'ageGroups › 10: 最後の年齢階級が開いていません',
    ],
    [
      '読めない年齢',
      { ...file, ageGroups: ['零歳', ...ageGroups.slice(1)] },
      'ageGroups › 0: 「零歳」は年齢階級として読めません',
    ],
    ['知らない欄', { ...file, men: [] }, 'men: 「men」という欄はありません'],
    [
      '期間の外の年',
      { ...file, singleAgesIn: [2031] },
      'singleAgesIn › 0: 2031年は推計の期間（2015～2020年）の外',
    ],
    ['三区分の境がない', { ...file, summary: true }, 'summary: 年齢階級が15歳・65歳・75歳で切れていない'],
    ['女だけの純移動率', without(file, 'male'), 'steps › 0 › method: 男を書かない推計は'],
    ['壊れたJSON', '{"ageGroups": [', 'JSONが途中で終わっています'],
    [
      '効き過ぎるレバー',
      {
        ...file,
        scenario: {
          levers: [
            {
              kind: 'migration-persons',
              profile: [{ fromAge: 20, toAge: 24, weight: 1 }],
              path: { value: -400, fromYear: 2015 },
            },
          ],
        },
      },
      'steps › 0: 2020年の20-24（男）が負の数（-110）になります',
    ],
    [
      '方法に合わないレバー',
      { ...file, scenario: { levers: [{ kind: 'in-migration-scale', path: { value: 2, fromYear: 2015 } }] } },
      'scenario › levers › 0 › kind: 「in-migration-scale」は、2020年までの期間の方法（net）では使えません',
    ],
  ])('%s: 場所と直し方を言い、何も計算しない', async (_, content, sentence) => {
    const { code, out, err } = await callWith(command, content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err).toContain('計算しませんでした。');
    expect(err).not.toMatch(/undefined|NaN/);
  });

  it('男女の取り違えは、断らずに注意する', async () => {
    const { male, female, ...rest } = JSON.parse(readFileSync(example, 'utf8'));
    const swapped = await callWith(command, { ...rest, male: female, female: male });
    expect(swapped.code).toBe(0);
    expect(swapped.err).toContain('男と女を取り違えていないか');
    expect((await callWith(command, { ...rest, male, female })).err).toBe('');
  });

  it.each([
    ['百人あたりの性比', { ...step, sexRatioAtAge0to4: 105.2 }, 'sexRatioAtAge0to4: 性比 105.2 は'],
    [
      '千人あたりの子ども女性比',
      { ...step, childWomanRatio: 191.76 },
      'childWomanRatio: 子ども女性比 191.76 は',
    ],
  ])('%s は、計算して、単位を確かめるように言う', async (_, wrong, sentence) => {
    const { code, err } = await callWith(command, { ...file, steps: [wrong] });
    expect(code).toBe(0);
    expect(err).toContain(`steps › 0 › ${sentence}`);
  });

  it('最後の年より後に動き始めるものは、何も変えないと言う', async () => {
    const scenario = (fromYear: number) => ({
      ...file,
      scenario: { levers: [{ kind: 'fertility', path: { value: 2, fromYear } }] },
    });
    const late = await callWith(command, scenario(2020));
    expect(late.code).toBe(0);
    expect(late.err).toContain('scenario › levers › 0 › path › fromYear: 2020年より後に動き始めるので');
    expect((await callWith(command, scenario(2015))).err).toBe('');
  });

  it('年齢不詳は男女ごとに按分する', async () => {
    const { out } = await callWith(command, { ...file, steps: [], unknownAge: { male: 11, female: 0 } });
    expectNear(
      JSON.parse(out).male[0],
      hundred.map(() => 101),
    );
  });

  it.each([
    ['入力がない', [], 2, '--input で入力のファイルを指定してください。'],
    ['知らないオプション', ['--out'], 2, '知らないオプションです: --out'],
    ['ないファイル', ['--input', 'none.json'], 1, 'ファイルを読めません（その名前のファイルがありません）'],
  ])('%s', async (_, words, status, sentence) => {
    const { code, out, err } = await callOn(command, ...words);
    expect([code, out]).toEqual([status, '']);
    expect(err).toContain(sentence);
  });
});
