import { totalIn, yearSpokenOf } from '../../../domain/population/total-in.ts';
import { calendarYear } from '../../text/calendar-year.ts';
import { chanceText } from '../../text/chance.ts';
import { wholePersons } from '../../text/population-names.ts';
import { scenarioPageWords } from '../../text/scenario-page.ts';
import type { Language } from '../../text/text.ts';
import type { ScenarioPublication } from './scenario-edition.ts';

/** Year the page speaks of first: that of the aim, else the last. */
export const yearOfFinding = ({ content: { content, result } }: ScenarioPublication): number =>
  yearSpokenOf(content.aim, result.annual.years);

/** What the scenario comes to: the total, the aim and how sure it is, what moving the assumptions makes of it. */
export const scenarioFinding = (publication: ScenarioPublication, language: Language): readonly string[] => {
  const words = scenarioPageWords(language);
  const { content, result } = publication.content;
  const year = yearOfFinding(publication);
  const [total, before] = [totalIn(result.annual, year), totalIn(result.baselineAnnual, year)];
  if (total === null) return [];
  const more = before === null ? 0 : Math.round(total) - Math.round(before);
  return [
    words.finding(calendarYear(year, language), wholePersons(total)),
    ...(content.aim === null || result.aim === null
      ? []
      : [words.aimFinding(wholePersons(content.aim.total), chanceText(result.aim.probability, language))]),
    ...(before === null
      ? []
      : [more === 0 ? words.sameAsBaseline : words.baselineFinding(more > 0, wholePersons(Math.abs(more)))]),
  ];
};
