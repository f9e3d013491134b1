import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';

/** 年齢階級, in completed years; `to` null is the open group (90歳以上). */
export interface AgeGroup {
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
}

/** 年齢階級の並び: one width throughout, the last group open. */
export interface AgeGroups {
  readonly groups: readonly AgeGroup[];
  readonly widthYears: number;
  /** Places of the groups of women of 15–49; null where the groups do not meet those ages. */
  readonly childbearing: { readonly from: number; readonly to: number } | null;
}

const dashes = /[-‐‑–—―−－~～〜ー]/gu;

/** Reads 0-4, 0～4歳, 0歳～4歳, 7, 90+, 90歳以上, full-width digits too; null for anything else. */
export const parseAgeGroup = (label: string): AgeGroup | null => {
  const plain = label.normalize('NFKC').replaceAll('歳', '').replaceAll(/\s/gu, '').replaceAll(dashes, '-');
  const parts = /^(\d{1,3})(?:-(\d{1,3})|(\+|以上|-))?$/.exec(plain);
  if (parts === null) return null;
  const from = Number(parts[1]);
  if (parts[3] !== undefined) return { label, from, to: null };
  return { label, from, to: parts[2] === undefined ? from : Number(parts[2]) };
};

const [firstChildbearingAge, lastChildbearingAge] = [15, 49];

const childbearingOf = (groups: readonly AgeGroup[]): AgeGroups['childbearing'] => {
  const from = groups.findIndex((group) => group.from === firstChildbearingAge);
  const to = groups.findIndex((group) => group.to === lastChildbearingAge);
  return from < 0 || to < from ? null : { from, to };
};

/**
 * 年齢階級の名前の並びを読む: from age 0 without a gap, closed groups of one width, then one open group.
 * Errors stand at `[index]`.
 */
export const readAgeGroups = (labels: readonly string[]): Result<AgeGroups, readonly Problem[]> => {
  const groups: AgeGroup[] = [];
  for (const [index, label] of labels.entries()) {
    const group = parseAgeGroup(label);
    if (group === null) return refuse([errorAt('population-age-unreadable', [index], { label })]);
    const before = groups.at(-1);
    const expected = before === undefined ? 0 : (before.to ?? before.from) + 1;
    if (before?.to === null) return refuse([errorAt('population-age-after-open', [index - 1], { label })]);
    if (group.from !== expected) return refuse([errorAt('population-age-gap', [index], { label, expected })]);
    groups.push(group);
  }
  const [first] = groups;
  if (first === undefined || groups.length < 3)
    return refuse([errorAt('population-age-too-few', [], { least: 3 })]);
  if (groups.at(-1)?.to !== null) return refuse([errorAt('population-age-not-open', [groups.length - 1])]);
  const widthYears = (first.to ?? 0) - first.from + 1;
  const uneven = groups.findIndex(({ from, to }) => to !== null && to - from + 1 !== widthYears);
  if (uneven >= 0)
    return refuse([errorAt('population-age-width', [uneven], { widthYears, label: labels[uneven] ?? '' })]);
  return ok({ groups, widthYears, childbearing: childbearingOf(groups) });
};

/** Places of the groups that lie within the ages, both ends included. */
export const groupsWithin = ({ groups }: AgeGroups, fromAge: number, toAge: number): readonly number[] =>
  groups.flatMap(({ from, to }, index) => (from >= fromAge && (to ?? from) <= toAge ? [index] : []));
