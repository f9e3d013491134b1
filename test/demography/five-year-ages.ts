import { type AgeGroups, readAgeGroups } from '../../src/domain/demography/age-groups.ts';

/** `width`-year groups up to an open one from `open` on. */
export const agesUpTo = (open: number, width = 5): AgeGroups => {
  const closed = Array.from({ length: open / width }, (_, group) =>
    width === 1 ? String(group) : `${group * width}-${group * width + width - 1}`,
  );
  const ages = readAgeGroups([...closed, `${open}+`]);
  if (!ages.ok) throw new Error(JSON.stringify(ages.error));
  return ages.value;
};
