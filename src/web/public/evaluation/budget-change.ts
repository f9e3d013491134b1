import type { PublishedBudgetLine } from '../../../domain/budget/budget.ts';
import { percentOf } from '../../../domain/evaluation/totals.ts';
import { sheetWords } from '../../text/evaluation-sheet.ts';
import type { Language } from '../../text/text.ts';
import { formatThousandYen } from '../../text/yen.ts';

type Amounts = Pick<PublishedBudgetLine, 'baseGeneralThousandYen' | 'allocatedGeneralThousandYen'>;

/** 1,200千円減（△12.0%）: of the general funds, against the year before. */
export const budgetChange = (
  { baseGeneralThousandYen: base, allocatedGeneralThousandYen: allocated }: Amounts,
  language: Language,
): string => {
  const words = sheetWords(language);
  const change = allocated - base;
  if (change === 0) return words.same;
  const percent = base > 0 ? (percentOf(Math.abs(change), base) ?? '') : '';
  const amount = formatThousandYen(Math.abs(change), language);
  return change > 0 ? words.more(amount, percent) : words.less(amount, percent);
};

/** 評価は「縮小」、令和7年度の予算は 1,200千円減（△12.0%）; without an evaluation, what the budget is. */
export const budgetSentence = (
  line: Amounts & Pick<PublishedBudgetLine, 'evaluationWord'>,
  year: string,
  language: Language,
): string => {
  const words = sheetWords(language);
  return line.evaluationWord === ''
    ? words.budgetAnswerNew(year, formatThousandYen(line.allocatedGeneralThousandYen, language))
    : words.budgetAnswer(line.evaluationWord, year, budgetChange(line, language));
};
