import type { Applicability, EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';

const origins: Readonly<Record<string, string>> = {
  'last-year': '前年度から',
  'previous-stage': '前の段階から',
  achievement: '達成率から',
  figures: '数値から',
};

/** Where a prefilled answer came from, for people; words of the caller's own stay as they are. */
export const originWords = (origin: string): string => origins[origin] ?? origin;

/** 「必要性」が「高い」か「普通」のときに答えます。 */
export const conditionWords = (scheme: EvaluationScheme, { when }: Applicability): string => {
  if (when.length === 0) return '';
  const parts = when.map(({ criterion: key, levels }) => {
    const criterion = scheme.criteria.find((each) => each.key === key);
    const names = levels.map(
      (level) => `「${criterion?.levels.find((each) => each.key === level)?.label ?? level}」`,
    );
    return `「${criterion?.label ?? key}」が${names.join('か')}`;
  });
  return `${parts.join('、かつ')}のときに答えます。`;
};
