import type { Interpolation } from '../../../../domain/demography/interpolate/interpolation.ts';
import { leverRanges } from '../../../../domain/population/lever-ranges.data.ts';
import type { ScenarioContent, ScenarioLeverKind } from '../../../../domain/population/scenario.ts';
import type { Choice } from '../../forms/field.tsx';

/** 前提 as the panel calls them. */
export const leverNames: Readonly<Record<ScenarioLeverKind, string>> = {
  'birth-rate': leverRanges['birth-rate'].label,
  'life-expectancy': leverRanges['life-expectancy'].label,
  'migration-scale': leverRanges['migration-scale'].label,
  'young-migration-scale': leverRanges['young-migration-scale'].label,
  'families-per-year': leverRanges['families-per-year'].label,
  'young-adults-per-year': leverRanges['young-adults-per-year'].label,
  'working-rate': leverRanges['working-rate'].label,
};

/** What moving it means, in a sentence beside the slider. */
export const leverHints: Readonly<Record<ScenarioLeverKind, string>> = {
  'birth-rate': '女性一人が一生に産む子どもの数。母親の年齢の分かれ方は、いまのままとします。',
  'life-expectancy': '基準の推計より何年延びるか。男女とも同じだけ延びるとします。',
  'migration-scale':
    '基準の推計の転入・転出の差を何倍にするか。1はそのまま、0は転入と転出が同じになることです。',
  'young-migration-scale': '15～24歳の転入・転出の差を何倍にするか。1はそのまま、0は差がなくなることです。',
  'families-per-year': '基準の推計に加えて、毎年何人か。25～39歳の親と0～9歳の子どもの人数の合計です。',
  'young-adults-per-year': '基準の推計に加えて、毎年何人か。20～29歳の人数です。',
  'working-rate':
    '20～39歳の転入と転出の差を、5年ごとにその年齢の人口の何割分上げるか。0.01は100人に1人です。',
};

export const interpolationChoices: readonly (Choice & { readonly value: Interpolation })[] = [
  { value: 'linear', label: '直線（国内の通例）' },
  { value: 'geometric', label: '一定の率で変わる' },
  { value: 'monotone', label: 'なめらかな曲線（山や谷を作らない）' },
  { value: 'natural', label: '3次スプライン（両端をまっすぐに）' },
  { value: 'forsythe', label: '3次スプライン（フォーサイスらの端）' },
];

export const errorChoices: readonly (Choice & { readonly value: ScenarioContent['errors'] })[] = [
  { value: 'cohort-change', label: 'コーホート変化率法の過去の誤差（全市町村）' },
  { value: 'ipss', label: '社人研の推計の過去の誤差（全市町村）' },
];

export const shapeChoices: readonly Choice[] = [
  { value: 'linear', label: '毎年同じだけ近づく' },
  { value: 'logistic', label: 'はじめゆっくり、途中で速く、終わりにまたゆっくり' },
];

export const interpolationName = (value: Interpolation): string =>
  interpolationChoices.find((choice) => choice.value === value)?.label ?? value;

export const errorName = (value: ScenarioContent['errors']): string =>
  errorChoices.find((choice) => choice.value === value)?.label ?? value;

export const shapeName = (value: string): string =>
  shapeChoices.find((choice) => choice.value === value)?.label ?? value;
