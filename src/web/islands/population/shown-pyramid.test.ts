import { describe, expect, it } from 'vitest';
import { shiojiriContent, shiojiriLive } from '../../../../test/population/shiojiri-live.ts';
import type { ScenarioContent } from '../../../domain/population/scenario.ts';
import { answer } from './answer.ts';
import type { LiveInput } from './live-input.ts';

const given = shiojiriLive();
const base = given.assumptions.base;
const input: LiveInput = {
  ...given,
  compareYear: 2040,
  outlinesUnchanged: false,
  pyramid: given.pyramid === null ? null : { ...given.pyramid, compare: { name: '2040年 推計', ...base } },
  frames: given.frames.map((frame) => ({
    ...frame,
    names: { still: `${frame.year}年 推計`, moved: `${frame.year}年 この前提` },
  })),
};
const moved: ScenarioContent = {
  ...shiojiriContent,
  levers: [
    { kind: 'birth-rate', value: 1.9, fromYear: 2020, byYear: null, shape: 'linear', reason: '', source: '' },
  ],
};
const told = (content: ScenarioContent, own: Partial<LiveInput> = {}, year = 2045) => {
  const sides = ['male', 'female', 'both'];
  const figures = ['pyramid', 'compare'].flatMap((of) => [
    `${of}:name`,
    ...sides.flatMap((side) => given.assumptions.ages.groups.map((_, at) => `${of}:${side}:${at}`)),
  ]);
  const found = answer(
    { ...input, ...own },
    { content, year, figures, pictures: [{ name: 'pyramid', widths: [640] }], withRanges: false },
  );
  const svg = found.pictures[0]?.drawings[0]?.[1] ?? '';
  return { of: new Map(found.figures), svg, title: found.pictures[0]?.title ?? '' };
};

describe('ピラミッドの表', () => {
  it.each([
    ['動かさない', shiojiriContent, '2045年 推計'],
    ['出生率を動かした', moved, '2045年 この前提'],
  ])('%s前提でも、どの年齢も図が言うとおりで、図は出どころを正しく名のる', (_, content, name) => {
    const { of, svg, title } = told(content);
    expect(of.get('pyramid:name')).toBe(name);
    expect(title).toContain(name);
    expect(svg).toContain(name);
    for (const side of ['male', 'female'] as const) {
      for (let at = 0; at < given.assumptions.ages.groups.length; at++) {
        const [shown, beside] = [of.get(`pyramid:${side}:${at}`), of.get(`compare:${side}:${at}`)];
        expect(svg).toContain(`${shown}人（${of.get('compare:name')} ${beside}人）`);
      }
    }
  });

  it('動かせば子どもの数が変わり、くらべる年も同じ前提のものになる', () => {
    const [still, changed] = [told(shiojiriContent).of, told(moved).of];
    for (const name of ['pyramid:both:0', 'compare:both:0', 'compare:name'])
      expect(changed.get(name)).not.toBe(still.get(name));
    // People of 90 were born long before.
    expect(changed.get('pyramid:both:18')).toBe(still.get('pyramid:both:18'));
  });

  it('くらべないと選んだ人の図には、何も重ねない', () => {
    const pyramid = given.pyramid;
    const { of, svg } = told(moved, { pyramid, compareYear: undefined });
    expect(of.has('compare:name')).toBe(false);
    expect(svg).not.toContain('chart-pyramid-compare');
    const outlined = told(moved, { pyramid, compareYear: undefined, outlinesUnchanged: undefined });
    expect(outlined.of.get('compare:name')).toBe('前提を動かさない場合');
    expect(outlined.svg).toContain('chart-pyramid-compare');
  });
});
