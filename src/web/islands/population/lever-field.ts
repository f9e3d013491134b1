import type { ScenarioLeverKind } from '../../../domain/population/scenario.ts';

/** One lever of the panel 「前提を動かす」, ready to be shown: ranges of leverRanges, words of the page's language. */
export interface LeverField {
  readonly kind: ScenarioLeverKind;
  /** 合計特殊出生率 */
  readonly label: string;
  /** What it means and where it stands now, in a sentence */
  readonly hint: string;
  /** 人／年, '' without */
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly decimals: number;
  /** Where nothing is changed; of the birth rate: that of now */
  readonly neutral: number;
  /** null: not pulled */
  readonly value: number | null;
}

/** Of the field, of the address and of the posted form. */
export const leverName = (
  kind: ScenarioLeverKind,
  part: 'value' | 'fromYear' | 'byYear' | 'shape' | 'reason' | 'source' = 'value',
): string => `lever.${kind}.${part}`;

/** As it stands in the field: as many decimals as the lever has. */
export const leverText = ({ decimals }: Pick<LeverField, 'decimals'>, value: number): string =>
  value.toFixed(decimals);

/** A value with more decimals than the lever has, as an answer found by calculation has, is kept whole. */
export const exactLeverText = (field: Pick<LeverField, 'decimals'>, value: number): string =>
  Number(leverText(field, value)) === value ? leverText(field, value) : String(value);

/** 1.8, １．８, 1,200 and −3 as typed; null for nothing and for what is no number. */
export const typedNumber = (text: string | null | undefined): number | null => {
  const plain = (text ?? '')
    .normalize('NFKC')
    .replaceAll(/[,\s]/gu, '')
    .replace(/^[−▲△]/u, '-');
  return /^-?\d+(?:\.\d+)?$|^-?\.\d+$/.test(plain) ? Number(plain) : null;
};

/** What a field says of its lever: null where it is empty, unreadable or says what is so anyway. */
export const pulledValue = (field: LeverField, text: string | null | undefined): number | null => {
  const value = typedNumber(text);
  return value === null || leverText(field, value) === leverText(field, field.neutral) ? null : value;
};
