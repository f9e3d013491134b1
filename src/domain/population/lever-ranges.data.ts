import type { ScenarioLeverKind } from './scenario.ts';

/** How far a lever is moved on a page, and in looking for answers. */
export interface LeverRange {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Value that changes nothing; null: the present birth rate */
  readonly neutral: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly label: string;
}

/**
 * 前提を動かす範囲. What policy has moved anywhere, generously: it is no bound on what a planner may write. Ranges in
 * persons are for a town of some tens of thousands; `leverRangesFor` fits them to the size of the town.
 */
export const leverRanges: Readonly<Record<ScenarioLeverKind, LeverRange>> = {
  'birth-rate': {
    least: 0.5,
    most: 3,
    step: 0.01,
    neutral: null,
    unit: '',
    decimals: 2,
    label: '合計特殊出生率',
  },
  'life-expectancy': {
    least: 0,
    most: 5,
    step: 0.1,
    neutral: 0,
    unit: '年',
    decimals: 1,
    label: '平均寿命の延び',
  },
  'migration-scale': {
    least: 0,
    most: 3,
    step: 0.05,
    neutral: 1,
    unit: '倍',
    decimals: 2,
    label: '転入と転出の差（全年齢）',
  },
  'young-migration-scale': {
    least: 0,
    most: 3,
    step: 0.05,
    neutral: 1,
    unit: '倍',
    decimals: 2,
    label: '転入と転出の差（15～24歳）',
  },
  'families-per-year': {
    least: -200,
    most: 700,
    step: 5,
    neutral: 0,
    unit: '人／年',
    decimals: 0,
    label: '子育て世帯の転入の上乗せ',
  },
  'young-adults-per-year': {
    least: -200,
    most: 700,
    step: 5,
    neutral: 0,
    unit: '人／年',
    decimals: 0,
    label: '20代の転入の上乗せ',
  },
  'working-rate': {
    least: -0.1,
    most: 0.2,
    step: 0.001,
    neutral: 0,
    unit: '（5年あたりの率）',
    decimals: 3,
    label: '20～39歳の転入の上乗せ（率）',
  },
};
