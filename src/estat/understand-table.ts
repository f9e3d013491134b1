import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import type { EstatClass, EstatDimension, EstatTable } from './estat-table.ts';
import { ageRow, populationMeasure, roleOf, sexAgeOf, totalClass } from './roles.ts';

/** How one dimension was understood, for the person who decides. */
export interface DimensionReading {
  /** 「男女」「国籍総数か日本人」 */
  readonly name: string;
  /** Japanese words */
  readonly meaning: string;
}

/** Which cells count whom. */
export interface Understanding {
  readonly area: EstatDimension;
  readonly time: EstatDimension | null;
  readonly withholding: EstatDimension | null;
  /** Codes every cell must have, by dimension */
  readonly fixed: readonly (readonly [id: string, code: string])[];
  /** Dimensions that tell sex and age, with what each of their codes means */
  readonly people: readonly { readonly id: string; readonly key: (code: string) => string }[];
  readonly bySex: boolean;
  /** Labels of the finest row of ages; empty: totals only */
  readonly ages: readonly string[];
  readonly readings: readonly DimensionReading[];
}

/** 'male|0～4歳', 'both|total': the parts a dimension does not tell are left open. */
const keyOf = (role: 'sex' | 'age' | 'sex-and-age', entry: EstatClass): string => {
  const { sex, age } = sexAgeOf(role, entry);
  const said = age !== null && typeof age === 'object' ? age.label : age;
  if (role === 'sex') return sex ?? '?';
  if (role === 'age') return said ?? '?';
  return sex === null || said === null ? '?' : `${sex}|${said}`;
};

const meaningOf: Readonly<Record<string, string>> = {
  area: '地域',
  time: '基準日',
  sex: '男女の別',
  age: '年齢',
  'sex-and-age': '男女の別と年齢',
  withholding: '秘匿の別',
};

const labelsOf = (dimension: EstatDimension, role: 'age' | 'sex-and-age'): readonly string[] =>
  dimension.classes.flatMap((entry) => {
    const { age } = sexAgeOf(role, entry);
    return age !== null && typeof age === 'object' ? [age.label] : [];
  });

/** 統計表の形を読む. Refusals name the dimension: what cannot be told is not guessed. */
export const understandTable = ({ dimensions }: EstatTable): Result<Understanding, readonly Problem[]> => {
  const roles = dimensions.map((dimension) => ({ dimension, role: roleOf(dimension) }));
  const one = (role: string) => roles.find((each) => each.role === role)?.dimension ?? null;
  const area = one('area');
  if (area === null) return refuse([errorAt('estat-no-area', [])]);
  const [problems, fixed]: [Problem[], [string, string][]] = [[], []];
  const readings: DimensionReading[] = [];
  for (const { dimension, role } of roles) {
    const { id, name } = dimension;
    if (role !== 'measure' && role !== 'other') {
      readings.push({ name, meaning: meaningOf[role] ?? '' });
      continue;
    }
    const chosen = role === 'measure' ? populationMeasure(dimension) : totalClass(dimension);
    if (chosen === null) {
      const choices = dimension.classes.slice(0, 8).map((entry) => entry.name);
      problems.push(
        errorAt(role === 'measure' ? 'estat-no-population' : 'estat-which-class', [name], { choices }),
      );
      continue;
    }
    fixed.push([id, chosen.code]);
    readings.push({ name, meaning: `「${chosen.name}」だけを使う` });
  }
  if (problems.length > 0) return refuse(problems);
  const people = roles.flatMap(({ dimension, role }) => {
    if (role !== 'sex' && role !== 'age' && role !== 'sex-and-age') return [];
    const keys = new Map(dimension.classes.map((entry) => [entry.code, keyOf(role, entry)]));
    return [{ id: dimension.id, role, key: (code: string) => keys.get(code) ?? '?' }];
  });
  // Two dimensions of ages (of a mother and her child, say): which one is the resident's is not guessed.
  const twice = ['sex', 'age'].find((role) => people.filter((each) => each.role.includes(role)).length > 1);
  if (twice !== undefined)
    return refuse([errorAt('estat-dimension-twice', [], { what: meaningOf[twice] ?? twice })]);
  const aged = roles.find(({ role }) => role === 'age' || role === 'sex-and-age');
  const labels =
    aged === undefined ? [] : labelsOf(aged.dimension, aged.role === 'age' ? 'age' : 'sex-and-age');
  const ages = aged === undefined ? [] : ageRow(labels);
  if (ages === null)
    return refuse([errorAt('estat-ages', [aged?.dimension.name ?? ''], { ages: labels.slice(0, 8) })]);
  return ok({
    area,
    time: one('time'),
    withholding: one('withholding'),
    fixed,
    // Sex first, so that the parts of a key stand in one order.
    people: people.toSorted((a, b) => Number(b.role === 'sex') - Number(a.role === 'sex')),
    bySex: people.some(({ role }) => role !== 'age'),
    ages,
    readings,
  });
};
