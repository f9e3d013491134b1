import { describe, expect, test } from 'vitest';
import { shiojiriContent, shiojiriLive } from '../../../../test/population/shiojiri-live.ts';
import { runScenario } from '../../../domain/population/run-scenario.ts';
import type { ScenarioContent, ScenarioLever } from '../../../domain/population/scenario.ts';
import { chanceText } from '../../text/chance.ts';
import { type Ask, answer } from './answer.ts';
import type { LiveInput } from './live-input.ts';

const lever = (kind: ScenarioLever['kind'], value: number): ScenarioLever => ({
  kind,
  value,
  fromYear: null,
  byYear: null,
  shape: 'linear',
  reason: '',
  source: '',
});
const pulled = (...levers: readonly ScenarioLever[]): ScenarioContent => ({ ...shiojiriContent, levers });

const input = shiojiriLive();
const ask = (own: Partial<Ask> = {}): Ask => ({
  content: shiojiriContent,
  year: 2045,
  figures: [],
  pictures: [],
  withRanges: false,
  ...own,
});
const figure = (name: string, own: Partial<Ask> = {}): string | undefined =>
  answer(input, ask({ figures: [name], ...own })).figures[0]?.[1];

describe('動かした前提への答え', () => {
  test.each([
    ['total:2032', '62,841'],
    ['baseline:2032', '62,841'],
    ['difference:2032', '0'],
    ['total:2015', '67,135'],
    ['total:2014', undefined],
    ['total:2046', undefined],
    ['aged:2032', undefined],
    ['low:2032', undefined],
    ['low50:2032', undefined],
    ['nothing:2030', undefined],
    ['total', undefined],
  ])('動かさないときの %s は %j', (name, expected) => {
    expect(figure(name)).toBe(expected);
  });

  test('年齢3区分は足すと総数になり、割合は足すと100になる', () => {
    const { figures } = answer(
      input,
      ask({
        figures: ['children', 'workingAge', 'aged'].flatMap((what) => [`${what}:2045`, `${what}Share:2045`]),
      }),
    );
    const sum = (share: boolean): number =>
      figures
        .filter(([name]) => name.includes('Share') === share)
        .reduce((all, [, text]) => all + Number(text.replaceAll(',', '')), 0);
    expect(Math.abs(sum(false) - Number(figure('total:2045')?.replaceAll(',', '')))).toBeLessThanOrEqual(2);
    expect(sum(true)).toBeCloseTo(100, 0);
  });

  test('サーバーが計算するものと同じ総数、幅、確率になる', () => {
    const content = pulled(lever('birth-rate', 1.8), lever('families-per-year', 60));
    const run = runScenario(content, input.assumptions);
    if (!run.ok) throw new Error('the scenario runs');
    const band = run.value.bands.find(({ year }) => year === 2032);
    const names = ['total:2032', 'low:2032', 'high:2032', 'low50:2032', 'high50:2032', 'probability'];
    const { figures, hasRanges } = answer(input, ask({ content, figures: names, withRanges: true }));
    const whole = (value: number | undefined): string =>
      Math.round(value ?? Number.NaN).toLocaleString('en-US');
    expect(hasRanges).toBe(true);
    expect(figures).toEqual([
      ['total:2032', whole(run.value.aim?.total)],
      ['low:2032', whole(band?.eighty[0])],
      ['high:2032', whole(band?.eighty[1])],
      ['low50:2032', whole(band?.half[0])],
      ['high50:2032', whole(band?.half[1])],
      ['probability', chanceText(run.value.aim?.probability ?? Number.NaN, 'ja')],
    ]);
  });

  test('差は、見えている二つの数の差になる', () => {
    const number = (name: string, turn: number): number =>
      Number(
        figure(name, { content: pulled(lever('birth-rate', 1 + turn / 50)) })
          ?.replace('−', '-')
          .replaceAll(',', ''),
      );
    for (let turn = 0; turn < 100; turn += 1)
      expect(number('total:2032', turn) - number('baseline:2032', turn)).toBe(
        number('difference:2032', turn),
      );
  });

  test.each([
    [lever('families-per-year', 60), /多くなります/],
    [lever('families-per-year', -60), /少なくなります/],
    [lever('migration-scale', 1), /前提を動かさない場合と同じです/],
  ])('要約は総数と差と見込みを言う %j', (pull, says) => {
    const moved = answer(input, ask({ content: pulled(pull), withRanges: true }));
    expect(moved.says).toMatch(/^この前提では、令和14年（2032年）の総人口は[\d,]+人の見込みです。/);
    expect(moved.says).toMatch(says);
    expect(moved.says).toMatch(/目標の65,000人に届く見込みは(\d+％|1％未満|99％以上)です。$/);
  });

  test('いる人より多くが出ていく前提では、言葉だけを返す', () => {
    const content = pulled(lever('families-per-year', -5000));
    for (const withRanges of [false, true])
      expect(answer(input, ask({ content, figures: ['total:2032'], withRanges }))).toEqual({
        figures: [],
        pictures: [],
        says: expect.stringContaining('計算できません'),
        hasRanges: false,
        isImpossible: true,
      });
  });
});

describe('動かした前提の図', () => {
  const pictures = (own: Partial<Ask>, given: LiveInput = input) =>
    answer(
      given,
      ask({
        pictures: [
          { name: 'totals', widths: [640] },
          { name: 'pyramid', widths: [320, 640] },
          { name: 'ages', widths: [] },
        ],
        ...own,
      }),
    ).pictures;

  test('頼んだ幅だけを、題を添えて描く', () => {
    const drawn = pictures({});
    expect(drawn.map(({ name, drawings }) => [name, drawings.map(([width]) => width)])).toEqual([
      ['totals', [640]],
      ['pyramid', [320, 640]],
      ['ages', []],
    ]);
    for (const { title, drawings } of drawn) {
      expect(title).not.toBe('');
      for (const [width, svg] of drawings) {
        expect(svg).toMatch(/^<svg /);
        expect(svg).toContain(title);
        expect(svg).toContain(width === 320 ? '-n' : '-w');
      }
    }
  });

  test('動かした年のピラミッドは、動かさない場合を輪郭で重ねる。数えた年はそのまま', () => {
    const content = pulled(lever('birth-rate', 2.5));
    const svg = (own: Partial<Ask>): string =>
      pictures(own).find(({ name }) => name === 'pyramid')?.drawings[1]?.[1] ?? '';
    expect(svg({ content })).toContain('前提を動かさない場合');
    expect(svg({})).not.toContain('前提を動かさない場合');
    const counted = { ...input, frames: input.frames.map((frame) => ({ ...frame, moves: false })) };
    const still = pictures({ content }, counted).find(({ name }) => name === 'pyramid');
    expect(still?.drawings[1]?.[1]).not.toContain('前提を動かさない場合');
  });

  test('ページにない図は描かない', () => {
    expect(pictures({}, { ...input, totals: null, pyramid: null, ages: null })).toEqual([]);
  });
});
