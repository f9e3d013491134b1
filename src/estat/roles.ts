import { parseAgeGroup } from '../domain/demography/age-groups.ts';
import type { EstatClass, EstatDimension } from './estat-table.ts';

/**
 * 分類がどういう役目をするか. Told by what its values are called, not by its number: 男女 is cat02 in the census of 2020
 * and cat03 in that of 2015.
 */
export type DimensionRole =
  | 'measure'
  | 'area'
  | 'time'
  | 'sex'
  | 'age'
  /** 男0～4歳 … in one dimension, as the small areas of the census have it */
  | 'sex-and-age'
  /** 秘匿・合算の別: whose figures stand with a neighbour's */
  | 'withholding'
  | 'other';

/** Whose count a class is, and which ages. */
export interface SexAge {
  readonly sex: 'male' | 'female' | 'both' | null;
  /** label of an age group, 'total', 'unknown', or null: something else (再掲, 平均年齢) */
  readonly age: { readonly label: string } | 'total' | 'unknown' | null;
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '');

const sexOf = (name: string): SexAge['sex'] => {
  if (/^(?:男|男性|男子)$/u.test(name)) return 'male';
  if (/^(?:女|女性|女子)$/u.test(name)) return 'female';
  return /^(?:総数|男女計|計|合計|総数\(男女別\)|男女総数)$/u.test(name) ? 'both' : null;
};

const isUnknown = (name: string): boolean =>
  /不詳/u.test(name) && !/含む/u.test(name) && !/^総数/u.test(name);

const ageOf = (name: string): SexAge['age'] => {
  if (/再掲/u.test(name)) return null;
  if (name === '' || /含む$/u.test(name) || /^(?:総数|計|合計|総人口)/u.test(name)) return 'total';
  if (isUnknown(name)) return 'unknown';
  return /歳/u.test(name) && parseAgeGroup(name) !== null ? { label: name } : null;
};

const prefixes = [
  ['男の総数', 'male'],
  ['女の総数', 'female'],
  ['男女計', 'both'],
  ['総数', 'both'],
  ['男', 'male'],
  ['女', 'female'],
] as const;

const sexAndAgeOf = (name: string): SexAge => {
  const found = prefixes.find(([prefix]) => name.startsWith(prefix));
  if (found === undefined) return { sex: null, age: null };
  return { sex: found[1], age: ageOf(name.slice(found[0].length).replace(/^[、,]/u, '')) };
};

/** What a class of a dimension of this role says of sex and age. */
export const sexAgeOf = (role: DimensionRole, { name }: EstatClass): SexAge => {
  const text = plain(name);
  if (role === 'sex') return { sex: sexOf(text), age: null };
  if (role === 'age') return { sex: null, age: ageOf(text) };
  return sexAndAgeOf(text);
};

const leastAges = 3;

const isAge = (age: SexAge['age']): boolean => age !== null && typeof age === 'object';

/** What a dimension stands for: by its id (tab, area, time), else by its classes — at least three ages, both sexes. */
export const roleOf = ({ id, name, classes }: EstatDimension): DimensionRole => {
  if (id === 'tab') return 'measure';
  if (id === 'area' || id === 'time') return id;
  const names = classes.map((entry) => plain(entry.name));
  if (/秘匿/u.test(name) || names.some((each) => /^(?:秘匿|合算)/u.test(each))) return 'withholding';
  const both = names.map(sexAndAgeOf);
  const counted = (sex: SexAge['sex']) => both.filter((each) => each.sex === sex && isAge(each.age)).length;
  if (counted('male') >= leastAges && counted('female') >= leastAges) return 'sex-and-age';
  if (names.filter((each) => isAge(ageOf(each))).length >= leastAges) return 'age';
  const sexes = new Set(names.map(sexOf));
  return sexes.has('male') && sexes.has('female') ? 'sex' : 'other';
};

/** 総数に当たる値: 総数, 国籍総数, 全域, or the only one there is; null: which one is meant cannot be told. */
export const totalClass = ({ classes }: EstatDimension): EstatClass | null => {
  const [only] = classes;
  if (classes.length === 1) return only ?? null;
  const named = (words: RegExp) => classes.find(({ name }) => words.test(plain(name)));
  return named(/^(?:総数|国籍総数|全域|計|合計)$/u) ?? named(/^(?:総数|国籍総数|全域|全国籍)/u) ?? null;
};

/** 表章事項のうち人口: the count of persons, no rate and no household. */
export const populationMeasure = ({ classes }: EstatDimension): EstatClass | null => {
  const [only] = classes;
  if (classes.length === 1) return only ?? null;
  const named = (words: RegExp) => classes.find(({ name }) => words.test(plain(name)));
  return named(/^(?:人口|人口総数|総人口)$/u) ?? named(/^(?:人口|総人口)[(（]/u) ?? null;
};

/** As series write them: 0-4, 7, 75+. */
export const ageLabel = (name: string): string => {
  const group = parseAgeGroup(name);
  if (group === null) return name;
  if (group.to === null) return `${group.from}+`;
  return group.from === group.to ? String(group.from) : `${group.from}-${group.to}`;
};

/** 年齢階級の名前の並び: of five years, else of one, from 0 on, up to the open group; null: there is no such row. */
export const ageRow = (labels: readonly string[]): readonly string[] | null => {
  const groups = labels.flatMap((label) => {
    const group = parseAgeGroup(label);
    return group === null ? [] : [group];
  });
  for (const width of [5, 1]) {
    const row: string[] = [];
    let from = 0;
    for (;;) {
      const closed = groups.find((group) => group.from === from && group.to === from + width - 1);
      const group = closed ?? groups.find((each) => each.from === from && each.to === null);
      if (group === undefined) break;
      row.push(group.label);
      if (group.to === null) {
        if (row.length >= leastAges) return row;
        break;
      }
      from = group.to + 1;
    }
  }
  return null;
};
