import type { DecidedBudgetLine, PublishedBudgetLine } from '../../../domain/budget/budget.ts';
import { percentOf } from '../../../domain/evaluation/totals.ts';
import { sheetWords } from '../../text/evaluation-sheet.ts';
import type { Language } from '../../text/text.ts';
import { formatThousandYen } from '../../text/yen.ts';

type Amounts = Pick<DecidedBudgetLine, 'baseGeneralThousandYen' | 'allocatedGeneralThousandYen'>;

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

/**
 * 評価は「縮小」、令和7年度の予算は 1,200千円減（△12.0%）; without an evaluation, what the budget is; while it is being
 * made, that it is not decided.
 */
export const budgetSentence = (
  line: Pick<
    PublishedBudgetLine,
    'evaluationWord' | 'baseGeneralThousandYen' | 'allocatedGeneralThousandYen'
  >,
  year: string,
  language: Language,
): string => {
  const words = sheetWords(language);
  const { evaluationWord: said, allocatedGeneralThousandYen: allocated, baseGeneralThousandYen } = line;
  if (allocated === null)
    return said === '' ? words.budgetAnswerOpenNew(year) : words.budgetAnswerOpen(said, year);
  return said === ''
    ? words.budgetAnswerNew(year, formatThousandYen(allocated, language))
    : words.budgetAnswer(
        said,
        year,
        budgetChange({ baseGeneralThousandYen, allocatedGeneralThousandYen: allocated }, language),
      );
};
