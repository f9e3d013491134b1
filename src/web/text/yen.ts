import type { Language } from './text.ts';

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** For tables of thousand yen: 1,200 / △1,200; '' of what is not known is left to the table. */
export const tableYen = (thousandYen: number): string =>
  `${thousandYen < 0 ? '△' : ''}${grouped(Math.abs(thousandYen))}`;

/** 1,200千円 / 1,200 thousand yen */
export const formatThousandYen = (thousandYen: number, language: Language): string =>
  `${tableYen(thousandYen)}${language === 'ja' ? '千円' : ' thousand yen'}`;

const japanese = (thousandYen: number): string => {
  if (thousandYen < 10) return `${thousandYen}千円`;
  const tenThousands = Math.round(thousandYen / 10);
  const hundredMillions = Math.floor(tenThousands / 10_000);
  const rest = tenThousands % 10_000;
  return [
    hundredMillions === 0 ? '' : `${grouped(hundredMillions)}億`,
    rest === 0 ? '' : `${grouped(rest)}万`,
    '円',
  ].join('');
};

const english = (thousandYen: number): string => {
  if (thousandYen < 1_000) return `${grouped(thousandYen)} thousand yen`;
  const millions = Math.round(thousandYen / 1_000);
  return `${grouped(millions)} million yen`;
};

/** For sentences, rounded to 万 (ja) or to millions (en): 45億8,243万円 / 4,582 million yen */
export const proseYen = (thousandYen: number, language: Language): string => {
  const amount = Math.abs(thousandYen);
  const text = language === 'ja' ? japanese(amount) : english(amount);
  return thousandYen < 0 ? (language === 'ja' ? `△${text}` : `−${text}`) : text;
};
