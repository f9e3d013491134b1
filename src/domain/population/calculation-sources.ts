import type { ScenarioContent, SourceNote } from './scenario.ts';

const ipss = '国立社会保障・人口問題研究所';
const freely = '出典を記して利用できる。';

const nationalSurvival: SourceNote = {
  seriesKey: ':national-survival',
  name: '全国の生残率',
  publisher: ipss,
  source: '日本の将来推計人口（平成29年推計）出生中位（死亡中位）推計の、男女・年齢5歳階級別人口から計算',
  publishedOn: '2017-04-10',
  terms: freely,
};

const forecastErrors: Readonly<Record<ScenarioContent['errors'], SourceNote>> = {
  'cohort-change': {
    seriesKey: ':forecast-errors',
    name: '過去の推計の誤差（コーホート変化率法）',
    publisher: '総務省統計局',
    source:
      '国勢調査（1980～2015年）の全市区町村の人口から計算: それぞれの年までの変化が続くとした推計と、2005～2015年の実際の人口の差',
    publishedOn: '',
    terms: '出典を記して利用できる。数値は、統計メモ帳（aiseed.dev、CC BY 4.0）がまとめたもの。',
  },
  ipss: {
    seriesKey: ':forecast-errors',
    name: '過去の推計の誤差（社人研の推計）',
    publisher: `${ipss}、総務省統計局`,
    source:
      '日本の市区町村別将来推計人口（平成20年12月推計）の2010年と、平成22年国勢調査の差から計算。5年より先は、コーホート変化率法の誤差の広がり方による仮定',
    publishedOn: '',
    terms: '出典を記して利用できる。数値は、統計メモ帳（aiseed.dev、CC BY 4.0）がまとめたもの。',
  },
};

/**
 * What every result leans on besides the town's series: the country's survival, and the past errors its band is
 * calibrated on. Their keys begin with a colon, which no series' key does.
 */
export const calculationSources = ({ errors }: Pick<ScenarioContent, 'errors'>): readonly SourceNote[] => [
  nationalSurvival,
  forecastErrors[errors],
];
