import type { MortalityRates } from '../demography/life-table.ts';
import { type BySex, bySex, cell } from '../demography/population.ts';
import { nationalSurvival } from './national-survival.ts';

const width = 5;
/** 0–4 to 100 and over */
const groups = 21;

const lifeOfCountry = (): BySex<MortalityRates> => {
  const survival = nationalSurvival(2015, groups);
  return bySex((sex) => {
    const atBirthday = survival[sex].map((ratio) => -Math.log(ratio) / width);
    const deathRate = Array.from({ length: groups }, (_, group) => {
      const [before, after] = [Math.max(0, group - 1), Math.min(group, groups - 2)];
      // The open group: the ratio of the two oldest together is already its own.
      return group === groups - 1
        ? cell(atBirthday, after)
        : (cell(atBirthday, before) + cell(atBirthday, after)) / 2;
    });
    return { deathRate, yearsLived: deathRate.map(() => width / 2), widthYears: width };
  });
};

/**
 * 全国の死亡率, approximate: from the survival ratios of the country's cohorts of 2015–2020, as the life-expectancy
 * lever needs it. Survival of a group into the next is the hazard around the birthday between them; a group's own is
 * the mean of both its birthdays'. Deaths of infants are not in it. Life expectancy comes within half a year of the
 * published one; the lever uses only how much more it becomes.
 */
export const nationalLife: BySex<MortalityRates> = lifeOfCountry();
