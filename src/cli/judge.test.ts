import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installationFolder } from '../installation.ts';
import type { CliIo } from './command.ts';
import { dispatch } from './dispatch.ts';
import { command } from './judge.ts';

const shipped = (name: string): string => join(installationFolder, 'schemes', 'judgement', `${name}.json`);
const example = join(installationFolder, 'docs', 'examples', 'judge-indicators.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rashin-judge-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  return file;
};

const call = async (...words: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: CliIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async () => null,
    config: () => {
      throw new Error('needs no configuration');
    },
    now: () => new Date('2026-11-21T00:00:00Z'),
  };
  const code = await dispatch([command], ['judge', ...words], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const indicator = (more: object = {}): object => ({
  indicatorKey: 'a',
  name: '指標あ',
  direction: 'up',
  baseline: { fiscalYear: 2014, value: '35.0' },
  targets: [{ fiscalYear: 2019, value: '45.0' }],
  values: [{ fiscalYear: 2016, value: '38.2' }],
  ...more,
});

describe('bin/rashin judge', () => {
  it('指標ごとに段階と算式を、続けて集計と、数えなかったものの名を表示する', async () => {
    const { code, out } = await call('--scheme', shipped('tama'), '--indicators', example);
    expect(code).toBe(0);
    expect(out).toContain('（版 1） 平成28年度の判定');
    expect(out).toContain(
      [
        '子育てしやすいと感じる市民の割合（childcare-satisfaction）',
        '  進み具合: ②概ね進んでいる',
        '    進捗 = (38.2 − 35.0) ÷ (45.0 − 35.0) = 0.32',
        '    必要な進捗 = 計画2年目 = 0.40',
        '    必要到達率に対する達成度 = 0.32 ÷ 0.40 = 80%',
        '    進み具合: 必要到達率に対する達成度 80%（60%以上100%未満） → ②概ね進んでいる',
      ].join('\n'),
    );
    expect(out).toContain(
      [
        '  全5件、うち値のあるもの4件。割合の分母は合計に数える段階の指標 3件。',
        '  判定のないもの: 実績が数でない 1件 地域防災計画の改定',
        '  判定のないもの: 未到来 1件 図書館の来館者数',
      ].join('\n'),
    );
  });

  it('点数と全体の得点率を表示する', async () => {
    const { out } = await call('--scheme', shipped('five-grades'), '--indicators', example);
    expect(out).toContain('  達成度: D 遅れ 1点');
    expect(out).toContain('  得点率: 25.0%（4件、点のない1件を除く）');
    expect(out).toContain('集計 item: kosodate');
  });

  it('段階のない方式は数値だけを示し、ないものは空欄とする', async () => {
    const { out } = await call('--scheme', shipped('gose'), '--indicators', example);
    expect(out).toContain('  達成率: 84.9%\n    達成率 = 38.2 ÷ 45.0 ≒ 84.9%');
    expect(out).toContain('  達成率: 空欄（未到来）');
    expect(out).not.toContain('割合の分母');
  });

  it('--json は算式も分数も、読み方も出す', async () => {
    const { code, out } = await call('--scheme', shipped('tama'), '--indicators', example, '--json');
    expect(code).toBe(0);
    const json = JSON.parse(out);
    expect(json).toMatchObject({ fiscalYear: 2016, scheme: { schemeKey: 'tama', version: '1' } });
    expect(json.judgements[0]).toMatchObject({
      indicatorKey: 'childcare-satisfaction',
      axes: [{ axisKey: 'progress', grade: '2', because: 'band', label: '②概ね進んでいる', class: 'fair' }],
    });
    expect(json.judgements[4].measures).toEqual({ attainment: { reason: 'not-yet-due' } });
    expect(json.rollUp).toMatchObject({ entries: 5, counted: 3 });
  });

  it('--year の年度を判定する。なければ値のある最も新しい年度', async () => {
    const file = written('years.json', {
      indicators: [
        indicator({
          values: [
            { fiscalYear: 2015, value: '37' },
            { fiscalYear: 2017, value: '38' },
          ],
        }),
      ],
    });
    expect((await call('--scheme', shipped('tama'), '--indicators', file)).out).toContain('平成29年度の判定');
    expect((await call('--scheme', shipped('tama'), '--indicators', file, '--year', 'H27')).out).toContain(
      '①着実に進んでいる',
    );
  });
});

describe('bin/rashin judge の断り', () => {
  const tama = JSON.parse(readFileSync(shipped('tama'), 'utf8'));
  const withBands = (bands: readonly object[]) => ({
    ...tama,
    axes: [{ ...tama.axes[0], cases: [{ steps: [{ by: 'measure', measure: 'attainment', bands }] }] }],
  });

  it.each<[string, object | string, object | string, readonly string[], readonly (string | RegExp)[]]>([
    [
      '帯の空き',
      withBands([
        { from: '1', give: '1' },
        { from: '0.6', to: '0.9', give: '2' },
        { to: '0.6', give: '3' },
      ]),
      { indicators: [indicator()] },
      [],
      [
        /scheme\.json \d+行\d+字目 axes › 0 › cases › 0 › steps › 0 › bands: どの帯にも入らない値があります: 0\.9から1まで/,
      ],
    ],
    [
      '二つの値',
      tama,
      {
        indicators: [
          indicator({
            values: [
              { fiscalYear: 2016, value: '1' },
              { fiscalYear: 'H28', value: '2' },
            ],
          }),
        ],
      },
      [],
      [/indicators\.json \d+行\d+字目 indicators › 0 › values › 1 › fiscalYear: 2016年度が2回書かれています/],
    ],
    [
      '数の欄の文字',
      tama,
      { indicators: [indicator({ values: [{ fiscalYear: 2016, value: '約40' }] })] },
      [],
      [
        /indicators › 0 › values › 0 › value: 値の形が違います。見本のファイルと docs\/examples\/judge-indicators\.schema\.json/,
      ],
    ],
    [
      '値と値がない理由',
      tama,
      { indicators: [indicator({ values: [{ fiscalYear: 2016, value: '4', missing: 'suppressed' }] })] },
      [],
      ['2016年度に値と「値がない理由」の両方があります'],
    ],
    [
      '逆さの範囲',
      tama,
      { indicators: [indicator({ direction: 'range', range: { from: '9', to: '1' } })] },
      [],
      ['範囲の下限 9 が上限 1 より大きくなっています'],
    ],
    [
      '範囲のない範囲の指標',
      tama,
      { indicators: [indicator({ direction: 'range' })] },
      [],
      ['range の from か to が要ります'],
    ],
    [
      '方式にない評価',
      tama,
      { indicators: [indicator({ marks: [{ fiscalYear: 2016, markKey: 'own', mark: 'A' }] })] },
      [],
      ['「own」という評価の欄は marks にありません'],
    ],
    ['同じ指標が二度', tama, { indicators: [indicator(), indicator()] }, [], ['「a」が2回書かれています']],
    [
      '期間の外の年度',
      tama,
      { indicators: [indicator()] },
      ['--year', 'R2'],
      ['--year: 2020年度は、この判定基準の期間（2015〜2019年度）の外です'],
    ],
    [
      '年度と読めない',
      tama,
      { indicators: [indicator()] },
      ['--year', '来年'],
      ['--year: 「来年」は年度として読めません'],
    ],
    [
      'どの年度か分からない',
      tama,
      { indicators: [indicator({ values: [] })] },
      [],
      ['どの年度を判定するか分かりません'],
    ],
    [
      '負の換算率',
      tama,
      { indicators: [indicator({ unitChanges: [{ fromFiscalYear: 2015, unit: '人', factor: '-1' }] })] },
      [],
      ['換算の率 -1 は正の数ではありません'],
    ],
    [
      '負の標準誤差',
      tama,
      { indicators: [indicator({ values: [{ fiscalYear: 2016, value: '4', standardError: '-1' }] })] },
      [],
      ['標準誤差は0以上の数で書いてください'],
    ],
    ['壊れたJSON', '{"schemeKey": ', { indicators: [] }, [], ['JSONが途中で終わっています']],
    ['両方の誤り', { ...tama, name: '' }, '{', [], ['scheme.json', 'indicators.json']],
  ])('%s: 場所と直し方を言い、何も判定しない', async (_, scheme, indicators, words, sentences) => {
    const files = [written('scheme.json', scheme), written('indicators.json', indicators)] as const;
    const { code, out, err } = await call('--scheme', files[0], '--indicators', files[1], ...words);
    expect([code, out]).toEqual([1, '']);
    for (const sentence of sentences) expect(err).toMatch(sentence);
    expect(err).not.toMatch(/undefined/);
  });

  it('ないファイル', async () => {
    const { code, err } = await call('--scheme', join(folder, 'none.json'), '--indicators', example);
    expect(code).toBe(1);
    expect(err).toContain('ファイルを読めません（その名前のファイルがありません）');
  });

  it('目標値が基準値と同じことは、断らずに注意する', async () => {
    const file = written('same.json', {
      indicators: [indicator({ targets: [{ fiscalYear: 2019, value: '35' }] })],
    });
    const { code, out, err } = await call('--scheme', shipped('tama'), '--indicators', file);
    expect(code).toBe(0);
    expect(err).toContain('注意');
    expect(err).toContain('目標値 35 が基準値と同じで、進捗を計算できません');
    expect(out).toContain('判定なし（目標値が基準値と同じで、割れない）');
  });

  it.each([
    ['方式がない', ['--indicators', example], '--scheme で判定基準のファイルを指定してください。'],
    ['指標がない', ['--scheme', example], '--indicators で指標のファイルを指定してください。'],
    ['知らないオプション', ['--nothing'], '知らないオプションです: --nothing'],
  ])('使い方の誤りは 2: %s', async (_, words, sentence) => {
    const { code, err } = await call(...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
