/**
 * A probability of 0–1 in whole percent: 73％, 99％以上 / 73%, more than 99%. What rounds to certainty is not called
 * certain: of a thousand draws all may miss what happens.
 */
export const chanceText = (probability: number, language: 'ja' | 'en'): string => {
  const isJapanese = language === 'ja';
  if (probability > 0.99) return isJapanese ? '99％以上' : 'more than 99%';
  if (probability < 0.01) return isJapanese ? '1％未満' : 'less than 1%';
  return `${Math.round(100 * probability)}${isJapanese ? '％' : '%'}`;
};
