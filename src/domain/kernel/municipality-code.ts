import { municipalityCodesByPrefecture } from './municipality-codes.data.ts';
import { errorAt, type Problem } from './problem.ts';
import { ok, type Result, refuse } from './result.ts';

declare const brand: unique symbol;
/** 全国地方公共団体コード: six digits, the last a check digit. Made by `parseMunicipalityCode` only. */
export type MunicipalityCode = string & { readonly [brand]: true };

export interface RegisteredMunicipality {
  readonly code: MunicipalityCode;
  readonly prefecture: string;
  readonly name: string;
}

const register: ReadonlyMap<string, RegisteredMunicipality> = new Map(
  municipalityCodesByPrefecture.flatMap(([prefecture, entries]) =>
    entries.split(' ').map((entry) => {
      const code = entry.slice(0, 6) as MunicipalityCode;
      return [code, { code, prefecture, name: entry.slice(6) }] as const;
    }),
  ),
);

/** 市区町村の一覧 (1,741), in the order of their codes. */
export const listMunicipalityCodes = (): readonly RegisteredMunicipality[] => [...register.values()];

export const municipalityOfCode = (code: string): RegisteredMunicipality | null => register.get(code) ?? null;

/**
 * 検査数字: weights 6,5,4,3,2 on the first five digits, sum s; (11 − s mod 11) mod 10.
 * Two remainders share the digit 1, so some slips pass it: existence in the list is checked as well.
 * @example municipalityCheckDigit('20215') // => '1'
 */
export const municipalityCheckDigit = (fiveDigits: string): string => {
  const sum = [...fiveDigits].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return String((11 - (sum % 11)) % 10);
};

/** What five digits may have been meant as: the code without its check digit, or with a lost leading zero. */
const sixDigitsOf = (fiveDigits: string): readonly RegisteredMunicipality[] =>
  [fiveDigits + municipalityCheckDigit(fiveDigits), `0${fiveDigits}`].flatMap((code) => {
    const found = register.get(code);
    return found === undefined ? [] : [found];
  });

/**
 * Full-width digits are read as half-width. Refusals:
 * `municipality-code-format`, `…-five-digits` (with what was meant), `…-check-digit`, `…-prefecture`,
 * `…-ward` (行政区 is not a municipality), `…-unknown`.
 */
export const parseMunicipalityCode = (text: string): Result<MunicipalityCode, Problem> => {
  const input = text.normalize('NFKC').trim();
  if (/^\d{5}$/.test(input)) {
    const meant = sixDigitsOf(input);
    if (meant.length === 0) return refuse(errorAt('municipality-code-unknown', [], { input }));
    const suggestions = meant.map(({ code, name }) => `${code} ${name}`);
    return refuse(errorAt('municipality-code-five-digits', [], { input, suggestions }));
  }
  if (!/^\d{6}$/.test(input)) {
    return refuse(errorAt('municipality-code-format', [], { input: input.slice(0, 40) }));
  }
  const expected = input.slice(0, 5) + municipalityCheckDigit(input.slice(0, 5));
  if (input !== expected) {
    const name = register.get(expected)?.name;
    const suggestions = name === undefined ? [] : [`${expected} ${name}`];
    return refuse(errorAt('municipality-code-check-digit', [], { input, suggestions }));
  }
  const found = register.get(input);
  if (found !== undefined) return ok(found.code);
  const prefectureNumber = Number(input.slice(0, 2));
  if (prefectureNumber < 1 || prefectureNumber > 47) {
    return refuse(errorAt('municipality-code-unknown', [], { input }));
  }
  if (input.slice(2, 5) === '000') return refuse(errorAt('municipality-code-prefecture', [], { input }));
  // The third digit 1 is kept for designated cities and their wards, and for the special wards of Tokyo.
  const city = wardOwner(input);
  if (city !== null) return refuse(errorAt('municipality-code-ward', [], { input, suggestions: [city] }));
  return refuse(errorAt('municipality-code-unknown', [], { input }));
};

/** The designated city with the nearest lower number of the same prefecture: 011070 → 011002 札幌市. */
const wardOwner = (code: string): string | null => {
  if (code[2] !== '1' || code.startsWith('13')) return null;
  const below = [...register.values()].filter(
    (entry) => entry.code.startsWith(code.slice(0, 3)) && entry.code < code,
  );
  const owner = below.at(-1);
  return owner === undefined ? null : `${owner.code} ${owner.name}`;
};
