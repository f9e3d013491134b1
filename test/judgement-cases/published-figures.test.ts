import { describe, expect, it } from 'vitest';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import { shippedScheme } from './compiled-scheme.ts';
import { actualOf, baselineOf, judgeableOf, targetOf } from './judgeable.ts';

/** http://www.city.gose.nara.jp/0000000456.html */
describe('御所市: 達成率は方向によらず実績÷目標', () => {
  const scheme = shippedScheme('gose');
  it.each([
    ['自主防災組織率', 'up', '57.1', '93.0', ['62.0', '66.7'], ['66.6', '71.6'], ['69.5', '74.7']],
    [
      '市民1人あたりの1日に出すごみの量',
      'down',
      '611',
      '580',
      ['581', '100.2'],
      ['593', '102.2'],
      ['586', '101.0'],
    ],
    ['JR御所駅の利用者数', 'up', '21754', '30000', ['22582', '75.3'], ['22038', '73.5'], ['19975', '66.6']],
  ] as const)('%s', (name, direction, baseline, target, first, second, third) => {
    const rows = [first, second, third];
    const indicator = judgeableOf({
      name,
      direction,
      baseline: baselineOf(2010, baseline),
      targets: [targetOf(2020, target)],
      values: rows.map(([value], at) => actualOf(2011 + at, value)),
    });
    const published = rows.map((_, at) => judge(scheme, indicator, 2011 + at).published[0]?.text);
    expect(published).toEqual(rows.map(([, rate]) => `${rate}%`));
    expect(judge(scheme, indicator, 2011).axes).toEqual([]);
  });

  it('算式は図のまま示す', () => {
    const indicator = judgeableOf({ targets: [targetOf(2020, '93.0')], values: [actualOf(2011, '62.0')] });
    expect(
      judge(scheme, indicator, 2011)
        .arithmetic()
        .map(({ text }) => text),
    ).toEqual(['達成率 = 62.0 ÷ 93.0 ≒ 66.7%']);
  });
});

/** https://expydoc.com/doc/11208543/ */
describe('江田島市: 改善・悪化と達成度', () => {
  const scheme = shippedScheme('etajima');
  const cumulative: Partial<Judgeable> = { timeBehaviour: 'cumulative' };
  it.each<[string, Partial<Judgeable>, string, string, string, readonly (string | null)[]]>([
    [
      '有害鳥獣による農作物年間被害額',
      { direction: 'down', timeBehaviour: 'flow' },
      '22585',
      '20563',
      '20000',
      ['better', 'A'],
    ],
    ['農業の後継者・担い手の育成（延べ）', cumulative, '2', '4', '5', ['better', 'A']],
    ['オリーブ栽培の面積', {}, '22.6', '24.6', '35.0', ['better', 'B']],
    // Of the basic goals the page gives figures and no letters; these are what the rule says of them.
    ['創業・起業の年間件数（基本目標）', { timeBehaviour: 'flow' }, '3', '9', '12', ['better', 'A']],
    ['農・水産業の後継者・担い手の育成（延べ、基本目標）', cumulative, '2', '6', '8', ['better', 'A']],
  ])('%s', (name, said, baseline, actual, target, expected) => {
    const behaviour = said.timeBehaviour ?? 'point';
    const indicator = judgeableOf({
      ...said,
      name,
      baseline: baselineOf(2014, baseline, { behaviour }),
      targets: [targetOf(2019, target)],
      values: [actualOf(2015, actual)],
    });
    expect(judge(scheme, indicator, 2015).axes.map(({ grade }) => grade)).toEqual(expected);
  });

  it('推定した境の根拠: オリーブ16.1%、被害額78.2%、担い手66.7%', () => {
    const lines = (baseline: string, actual: string, target: string) =>
      judge(
        scheme,
        judgeableOf({
          baseline: baselineOf(2014, baseline),
          targets: [targetOf(2019, target)],
          values: [actualOf(2015, actual)],
        }),
        2015,
      )
        .arithmetic()
        .map(({ text }) => text);
    expect(lines('22.6', '24.6', '35.0')).toContain('進捗 = (24.6 − 22.6) ÷ (35.0 − 22.6) ≒ 0.1613');
    expect(lines('22.6', '24.6', '35.0')).toContain('必要な進捗 = 1 ÷ 5 = 0.20');
    expect(lines('22585', '20563', '20000')).toContain(
      '進捗 = (20,563 − 22,585) ÷ (20,000 − 22,585) ≒ 0.7822',
    );
    expect(lines('2', '4', '5')).toContain('進捗 = (4 − 2) ÷ (5 − 2) ≒ 0.6667');
  });
});

/** https://expydoc.com/doc/10040981/ : no examples published; the bounds are. */
describe('多摩市: 必要到達率に対する達成度', () => {
  const scheme = shippedScheme('tama');
  const judged = (year: number, actual: string) =>
    judge(
      scheme,
      judgeableOf({
        baseline: baselineOf(2014, '35.0'),
        targets: [targetOf(2019, '45.0')],
        values: [actualOf(year, actual)],
      }),
      year,
    );

  it.each([
    ['1年目20%ちょうど', 2015, '37.0', '1'],
    ['1年目20%にわずかに足りない', 2015, '36.99', '2'],
    ['1年目の60%ちょうど', 2015, '36.2', '2'],
    ['1年目の60%にわずかに足りない', 2015, '36.1999', '3'],
    ['2年目は40%', 2016, '39', '1'],
    ['3年目は60%', 2017, '41', '1'],
    ['4年目は80%', 2018, '43', '1'],
    ['5年目は100%', 2019, '44.99', '2'],
    ['基準より後退', 2017, '30', '3'],
  ])('%s', (_, year, actual, grade) => {
    expect(judged(year, actual).overall).toMatchObject({ grade, because: 'band', reason: null });
  });

  it('判定のもとになった算式を、与えられた桁のまま言葉で示す', () => {
    expect(
      judged(2016, '38.2')
        .arithmetic()
        .map(({ text }) => text),
    ).toEqual([
      '進捗 = (38.2 − 35.0) ÷ (45.0 − 35.0) = 0.32',
      '必要な進捗 = 計画2年目 = 0.40',
      '必要到達率に対する達成度 = 0.32 ÷ 0.40 = 80%',
      '進み具合: 必要到達率に対する達成度 80%（60%以上100%未満） → ②概ね進んでいる',
    ]);
    expect(judged(2016, '38.2').arithmetic('en').at(-1)?.text).toBe(
      '進み具合: 必要到達率に対する達成度 80% (at least 60% and below 100%) → Mostly on the way',
    );
  });
});
