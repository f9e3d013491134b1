import type { Language } from './text.ts';

/** Words of the population on the home page. The name of the series stands between a sentence and its stop. */
interface HomePopulationWords {
  readonly title: string;
  readonly counted: (year: string, total: string) => string;
  readonly projected: (year: string, total: string) => string;
  readonly by: (series: string) => string;
  readonly stop: string;
  readonly more: string;
}

const ja: HomePopulationWords = {
  title: '人口',
  counted: (year, total) => `${year}の人口は${total}人です`,
  projected: (year, total) => `${year}には約${total}人になると推計されています`,
  by: (series) => `（${series}）`,
  stop: '。',
  more: '人口の動きと将来を見る',
};

const en: HomePopulationWords = {
  title: 'Population',
  counted: (year, total) => `In ${year} the population was ${total} `,
  projected: (year, total) => ` It is projected to be about ${total} in ${year} `,
  by: (series) => `(${series})`,
  stop: '.',
  more: 'Population, past and future',
};

export const homePopulationWords = (language: Language): HomePopulationWords => (language === 'en' ? en : ja);
