import { parseAgeGroup } from '../../domain/demography/age-groups.ts';
import { wholeNumber } from '../../domain/kernel/whole-number.ts';
import { leverRanges } from '../../domain/population/lever-ranges.data.ts';
import type { ScenarioLeverKind } from '../../domain/population/scenario.ts';
import { populationExplorerWords } from './population-explorer.ts';
import type { Language } from './text.ts';

/** Whole persons: 65,012. */
export const wholePersons = wholeNumber;

/** +1,234 −1,234 ±0 */
export const personsMore = (persons: number): string => {
  const whole = Math.round(persons);
  return whole === 0 ? '±0' : `${whole > 0 ? '+' : '−'}${wholeNumber(Math.abs(whole))}`;
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

export const leverName = (kind: ScenarioLeverKind, language: Language): string =>
  // A share is told as a percentage here: no （率） beside it.
  populationExplorerWords(language).levers[kind].label.replace(/（率）| \(rate\)/u, '');

/** 1.84, 60人／年 / 60 people a year: with the decimals of its kind, and more where the planner wrote more. */
export const leverValue = (kind: ScenarioLeverKind, value: number, language: Language): string => {
  const { decimals } = leverRanges[kind];
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
  const said = populationExplorerWords(language).levers[kind].unit;
  return said === '' ? number : `${number}${language === 'ja' ? '' : ' '}${said}`;
};
