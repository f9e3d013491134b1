import { errorAt, type Problem, warningAt } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import { type PopulationTable, type TableCounts, wholeTown } from '../domain/population/series.ts';
import type { EstatCell, EstatTable } from './estat-table.ts';
import { readFigure } from './read-figure.ts';
import { ageLabel } from './roles.ts';
import { surveyDay } from './survey-day.ts';
import { type DimensionReading, type Understanding, understandTable } from './understand-table.ts';

/** 統計表から読み取った人口: nothing is stored yet. */
export interface EstatPopulation {
  readonly tables: readonly Omit<PopulationTable, 'seriesKey'>[];
  readonly readings: readonly DimensionReading[];
  readonly warnings: readonly Problem[];
}

/** The cells of one area on one day, by 'sex|age'. */
interface Place {
  readonly areaCode: string;
  readonly areaName: string;
  readonly date: string;
  readonly texts: Map<string, string>;
  withheld: 'withheld' | 'merged' | null;
}

/** Small areas that cover the town without overlap have nine digits; eleven are parts of one of them. */
const smallAreaDigits = 9;

/** 塩尻市大字大門 among the districts of 塩尻市 is 大字大門. */
const withoutTown = (name: string, town: string): string => {
  const rest = name.replace(/^.{2,3}?[都道府県](?=\S)/u, '').trim();
  const own = rest.startsWith(town) ? rest : name.trim();
  return own.startsWith(town) && own.length > town.length ? own.slice(town.length).trim() : name.trim();
};

const withheldAs = (name: string): Place['withheld'] => {
  if (/無|なし/u.test(name)) return null;
  if (/合算/u.test(name)) return 'merged';
  return /秘匿/u.test(name) ? 'withheld' : null;
};

const keyOf = (cell: EstatCell, { people, bySex }: Understanding): string => {
  const parts = people.map(({ id, key }) => key(cell.codes[id] ?? ''));
  if (parts.includes('?')) return '?';
  const [first = 'total'] = parts;
  if (first.includes('|')) return first;
  if (!bySex) return `both|${first}`;
  return parts.length === 1 ? `${first}|total` : parts.join('|');
};

const collect = (
  table: EstatTable,
  read: Understanding,
  code5: string,
): Result<ReadonlyMap<string, Place>, readonly Problem[]> => {
  const areas = new Map(
    read.area.classes
      .filter(({ code }) => code === code5 || (code.startsWith(code5) && code.length === smallAreaDigits))
      .map(({ code, name }) => [code, name]),
  );
  const times = new Map(
    (read.time?.classes ?? []).map(({ code, name }) => [code, surveyDay(name, table.statCode)]),
  );
  const usualDay = surveyDay(table.surveyMonth, table.statCode);
  const hiding = new Map((read.withholding?.classes ?? []).map(({ code, name }) => [code, withheldAs(name)]));
  const places = new Map<string, Place>();
  for (const cell of table.cells) {
    const areaName = areas.get(cell.codes.area ?? '');
    if (areaName === undefined || !read.fixed.every(([id, code]) => cell.codes[id] === code)) continue;
    const key = keyOf(cell, read);
    if (key === '?') continue;
    if (cell.unit !== '' && cell.unit !== '人')
      return refuse([errorAt('estat-unit', [areaName], { unit: cell.unit })]);
    const areaCode = cell.codes.area ?? '';
    const date = read.time === null ? usualDay : (times.get(cell.codes.time ?? '') ?? null);
    if (date === null) return refuse([errorAt('estat-day', [read.time?.name ?? table.title])]);
    const at = `${areaCode} ${date}`;
    const place = places.get(at) ?? { areaCode, areaName, date, texts: new Map(), withheld: null };
    if (place.texts.has(key)) return refuse([errorAt('estat-cell-twice', [areaName, date], { key })]);
    place.texts.set(key, cell.text);
    place.withheld ??= hiding.get(cell.codes[read.withholding?.id ?? ''] ?? '') ?? null;
    places.set(at, place);
  }
  return ok(places);
};

const sexWords: Readonly<Record<string, string>> = { male: '男', female: '女', both: '男女計' };
const ageWords: Readonly<Record<string, string>> = { total: '総数', unknown: '年齢不詳' };

interface Counted {
  readonly counts: TableCounts | null;
  readonly problems: readonly Problem[];
  readonly dashes: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** 人口表 of one place. A figure that is needed and not there is a problem at its place. */
const countsOf = (place: Place, { ages, bySex }: Understanding, table: EstatTable): Counted => {
  const problems: Problem[] = [];
  let dashes = 0;
  const find = (sex: string, age: string): number | null => {
    const text = place.texts.get(`${sex}|${age}`);
    if (text === undefined) return null;
    const at = [place.areaName, place.date, sexWords[sex] ?? sex, ageWords[age] ?? ageLabel(age)];
    const figure = readFigure(text, table.symbols, at);
    if (!figure.ok) {
      problems.push(figure.error);
      return 0;
    }
    dashes += figure.value.isDash ? 1 : 0;
    return figure.value.value;
  };
  const need = (sex: string, age: string): number => {
    const value = find(sex, age);
    if (value !== null) return value;
    problems.push(
      errorAt('estat-cell-missing', [place.areaName, place.date], {
        sex: sexWords[sex] ?? sex,
        age: ageWords[age] ?? ageLabel(age),
      }),
    );
    return 0;
  };
  const side = (sex: string) => {
    const values = ages.map((age) => need(sex, age));
    const total = find(sex, 'total');
    const unknown = find(sex, 'unknown') ?? (total === null ? 0 : Math.max(0, total - sum(values)));
    return { values, unknown, total: total ?? sum(values) + unknown };
  };
  const made = ((): TableCounts => {
    const labels = ages.map(ageLabel);
    const none = { households: null, unknownAge: null, both: null, male: null, female: null };
    if (ages.length === 0)
      return {
        ...none,
        ages: labels,
        total: need('both', 'total'),
        totalMale: bySex ? find('male', 'total') : null,
        totalFemale: bySex ? find('female', 'total') : null,
      };
    if (!bySex) {
      const both = side('both');
      // Without sexes unknown ages have no place of their own in a table: they are said by the total.
      if (both.unknown > 0)
        problems.push(
          errorAt('estat-unknown-without-sex', [place.areaName, place.date], { count: both.unknown }),
        );
      return {
        ...none,
        ages: labels,
        both: both.values,
        total: both.total,
        totalMale: null,
        totalFemale: null,
      };
    }
    const [male, female] = [side('male'), side('female')];
    return {
      ...none,
      ages: labels,
      male: male.values,
      female: female.values,
      unknownAge: { male: male.unknown, female: female.unknown },
      total: find('both', 'total') ?? male.total + female.total,
      totalMale: male.total,
      totalFemale: female.total,
    };
  })();
  return { counts: problems.length > 0 ? null : made, problems, dashes };
};

/**
 * 統計表を人口表にする: the town (its five digits) and, in a table of small areas, its 町丁・字等 of nine digits. A small
 * area whose figures are withheld (秘匿) is left out and named: what e-Stat writes there is no 0. Refused as a whole
 * where a figure of the town is missing.
 * Paths: [area, day, sex, age].
 */
export const populationTables = (
  table: EstatTable,
  town: { readonly code5: string; readonly name: string },
): Result<EstatPopulation, readonly Problem[]> => {
  const read = understandTable(table);
  if (!read.ok) return read;
  const places = collect(table, read.value, town.code5);
  if (!places.ok) return places;
  if (places.value.size === 0)
    return refuse([
      errorAt('estat-area-missing', [read.value.area.name], { name: town.name, code: town.code5 }),
    ]);
  const [tables, problems, left, merged]: [
    Omit<PopulationTable, 'seriesKey'>[],
    Problem[],
    Set<string>,
    Set<string>,
  ] = [[], [], new Set(), new Set()];
  let dashes = 0;
  for (const place of places.value.values()) {
    const isTown = place.areaCode === town.code5;
    if (place.withheld === 'withheld' && !isTown) {
      left.add(place.areaName);
      continue;
    }
    const counted = countsOf(place, read.value, table);
    const isHidden =
      !isTown && counted.problems.length > 0 && counted.problems.every(({ code }) => code === 'estat-symbol');
    if (isHidden) left.add(place.areaName);
    else problems.push(...counted.problems);
    if (counted.counts === null) continue;
    if (place.withheld === 'merged') merged.add(place.areaName);
    dashes += counted.dashes;
    tables.push({
      areaKey: isTown ? wholeTown : place.areaCode,
      areaName: isTown ? '' : withoutTown(place.areaName, town.name),
      date: place.date,
      counts: counted.counts,
    });
  }
  if (problems.length > 0) return refuse(problems);
  return ok({
    tables: tables.toSorted((a, b) => a.areaKey.localeCompare(b.areaKey) || a.date.localeCompare(b.date)),
    readings: read.value.readings,
    warnings: [
      ...(dashes === 0 ? [] : [warningAt('estat-dashes', [], { count: dashes })]),
      ...(left.size === 0 ? [] : [warningAt('estat-withheld', [], { count: left.size, names: [...left] })]),
      ...(merged.size === 0
        ? []
        : [warningAt('estat-merged', [], { count: merged.size, names: [...merged] })]),
    ],
  });
};
