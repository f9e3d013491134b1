import { calendarYear } from '../../text/calendar-year.ts';

/** Words of pictures and of the summary that change while assumptions move. Numbers come ready to be shown. */
export interface LiveWords {
  /** 総人口 of a year under these assumptions */
  readonly totals: (year: number, total: string) => string;
  readonly pyramid: (name: string, agedShare: string) => string;
  readonly ages: (year: number, agedShare: string) => string;
  /** Outline of the pyramid: the same year without the change */
  readonly unchanged: string;
  readonly more: (persons: string) => string;
  readonly fewer: (persons: string) => string;
  readonly same: string;
  /** These assumptions have no result: people who are not there leave, or a year lies outside the baseline */
  readonly impossible: string;
  readonly probability: (aim: string, chance: string) => string;
}

const ja: LiveWords = {
  totals: (year, total) => `この前提では、${calendarYear(year, 'ja')}の総人口は${total}人の見込みです`,
  pyramid: (name, agedShare) => `${name}の人口ピラミッド。65歳以上は${agedShare}％です`,
  ages: (year, agedShare) =>
    `この前提では、${calendarYear(year, 'ja')}の65歳以上の割合は${agedShare}％の見込みです`,
  unchanged: '前提を動かさない場合',
  more: (persons) => `前提を動かさない場合より${persons}人多くなります。`,
  fewer: (persons) => `前提を動かさない場合より${persons}人少なくなります。`,
  same: '前提を動かさない場合と同じです。',
  impossible:
    'この前提では計算できません（いる人より多くの人が転出するか、年が推計の範囲の外にあります）。図と数値は、その前の前提によるものです。',
  probability: (aim, chance) => `目標の${aim}人に届く見込みは${chance}です。`,
};

const en: LiveWords = {
  totals: (year, total) => `Under these assumptions ${total} people live here in ${year}`,
  pyramid: (name, agedShare) => `Population by age, ${name}. ${agedShare}% are 65 or older`,
  ages: (year, agedShare) => `Under these assumptions ${agedShare}% are 65 or older in ${year}`,
  unchanged: 'Nothing changed',
  more: (persons) => `${persons} more than if nothing is changed.`,
  fewer: (persons) => `${persons} fewer than if nothing is changed.`,
  same: 'The same as if nothing is changed.',
  impossible:
    'These assumptions cannot be computed (more people leave than live here, or a year lies outside the projection). Pictures and figures are those of the assumptions before.',
  probability: (aim, chance) => `The chance of reaching the target of ${aim} is ${chance}.`,
};

export const liveWords = (language: 'ja' | 'en'): LiveWords => (language === 'ja' ? ja : en);
