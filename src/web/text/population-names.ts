import { parseAgeGroup } from '../../domain/demography/age-groups.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { leverRanges } from '../../domain/population/lever-ranges.data.ts';
import type { ScenarioLeverKind } from '../../domain/population/scenario.ts';
import type { Language } from './text.ts';

/** 令和14年（2032年） / 2032: a calendar year, by its 1 October. */
export const calendarYear = (year: number, language: Language): string =>
  language === 'ja' ? `${formatFiscalYear(year, 'wareki').replace(/度$/u, '')}（${year}年）` : String(year);

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Whole persons with separators; never −0. */
export const wholePersons = (persons: number): string => grouped.format(Math.round(persons) + 0);

/** +1,234 −1,234 ±0 */
export const personsMore = (persons: number): string => {
  const whole = Math.round(persons);
  return whole === 0 ? '±0' : `${whole > 0 ? '+' : '−'}${grouped.format(Math.abs(whole))}`;
};

/** 0～4歳, 90歳以上 / 0–4, 90+; a label that is no age group stays as it is. */
export const ageName = (label: string, language: Language): string => {
  const group = parseAgeGroup(label);
  if (group === null) return label;
  const { from, to } = group;
  if (language === 'ja')
    return to === null ? `${from}歳以上` : to === from ? `${from}歳` : `${from}～${to}歳`;
  return to === null ? `${from}+` : to === from ? String(from) : `${from}–${to}`;
};

const englishLevers: Readonly<Record<ScenarioLeverKind, readonly [name: string, unit: string]>> = {
  'birth-rate': ['Total fertility rate', ''],
  'life-expectancy': ['Gain in life expectancy', ' years'],
  'migration-scale': ['Net migration, all ages', ' times'],
  'young-migration-scale': ['Net migration, ages 15–24', ' times'],
  'families-per-year': ['Further families moving in', ' people a year'],
  'young-adults-per-year': ['Further people in their twenties moving in', ' people a year'],
  'working-rate': ['Added net migration, ages 20–39', ''],
};

export const leverName = (kind: ScenarioLeverKind, language: Language): string => {
  if (language === 'en') return englishLevers[kind][0];
  return kind === 'working-rate' ? '20～39歳の転入の上乗せ' : leverRanges[kind].label;
};

/** 1.84, 60人／年 / 60 people a year: with the decimals of its kind, and more where the planner wrote more. */
export const leverValue = (kind: ScenarioLeverKind, value: number, language: Language): string => {
  const { decimals, unit } = leverRanges[kind];
  if (kind === 'working-rate') {
    const percent = Number((100 * value).toFixed(2));
    return language === 'ja'
      ? `5年間で、その年齢の人口の${percent}％`
      : `${percent}% of people of these ages in five years`;
  }
  const digits = Math.max(decimals, (String(value).split('.')[1] ?? '').length);
  const number = value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: digits,
  });
  return `${number}${language === 'ja' ? unit : englishLevers[kind][1]}`;
};
