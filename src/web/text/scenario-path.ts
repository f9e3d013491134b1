import type { Language } from './text.ts';

/** Before and after the name of the scenario a path was taken from. */
interface ScenarioPathWords {
  readonly from: string;
  readonly edition: (edition: number) => string;
}

const ja: ScenarioPathWords = {
  from: '目標までの道筋は、人口シナリオ「',
  edition: (edition) => `」（第${edition}版）の見込みです。`,
};

const en: ScenarioPathWords = {
  from: 'The path to the targets follows the population scenario ',
  edition: (edition) => ` (edition ${edition}).`,
};

export const scenarioPathWords = (language: Language): ScenarioPathWords => (language === 'en' ? en : ja);
