import { describe, expect, it } from 'vitest';
import { shiojiriContent, shiojiriLive } from '../../../../test/population/shiojiri-live.ts';
import { runScenario } from '../../../domain/population/run-scenario.ts';
import { keptRuns } from './kept-runs.ts';

const { assumptions } = shiojiriLive();
const inYear = (year: number) => ({ ...shiojiriContent, aim: { year, total: 65_000, source: '' } });

const counted = (most?: number) => {
  let runs = 0;
  const run = keptRuns((...of) => {
    runs += 1;
    return runScenario(...of, { draws: 10, seed: 1 });
  }, most);
  return { run, runs: () => runs };
};

describe('前に計算したシナリオ', () => {
  it('同じ前提は一度だけ計算し、前提や人口が一つでも違えば計算する', () => {
    const { run, runs } = counted();
    const first = run(shiojiriContent, assumptions);
    expect(run(structuredClone(shiojiriContent), structuredClone(assumptions))).toEqual(first);
    expect(runs()).toBe(1);
    run(inYear(2035), assumptions);
    const [first0 = 0, ...others] = assumptions.base.male;
    const other = { ...assumptions, base: { ...assumptions.base, male: [first0 + 1, ...others] } };
    expect(run(shiojiriContent, other)).not.toEqual(first);
    expect(runs()).toBe(3);
  });

  it('いくつ聞かれても決まった数より多くはためず、最近聞かれたものが残る', () => {
    const { run, runs } = counted(2);
    run(inYear(2030), assumptions);
    for (let year = 2031; year < 2040; year++) {
      run(inYear(year), assumptions);
      run(inYear(2030), assumptions);
    }
    expect(runs()).toBe(10);
    run(inYear(2031), assumptions);
    expect(runs()).toBe(11);
  });
});
