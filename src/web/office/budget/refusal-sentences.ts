import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';

const fieldWords: Readonly<Record<string, string>> = {
  amountThousandYen: '額',
  baseGeneralThousandYen: '基準年度の一般財源',
  requestedThousandYen: '要求額',
  requestedGeneralThousandYen: 'うち一般財源',
  revenueThousandYen: '歳入見込み',
  effectThousandYen: '効果額',
  baseFiscalYear: '基準年度',
  fiscalYear: '年度',
  schemeKey: '規則',
  roundKey: '評価の回',
  expenseClass: '経費区分',
  unitKey: '組織',
  laterYears: '後年度の額',
  endFiscalYear: '終期',
  offsets: '見合いの財源',
  divisionPriority: '優先順位',
  planningPriority: '企画の順位',
  planningNote: '企画の考え',
  worth: '価値',
  reason: '理由',
  decline: '見送り',
  name: '名前',
  kind: '種類',
  toProposalKey: '流用の先',
  fromProposalKey: '流用の元',
};

/** Codes whose sentence already says where. */
const saysWhere = new Set(['frame-exceeded', 'budget-year-settled', 'proposals-undecided']);

/** 「道路の改良 › うち一般財源: …」 */
export const placedSentence = (problem: Problem): string => {
  const sentence = problemSentence(problem);
  if (saysWhere.has(problem.code)) return sentence;
  const place = problem.path
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map((part) => fieldWords[part] ?? part)
    .filter(
      (part) => !['state', 'proposalKey', 'scheme', 'proposals', 'incentive', 'incentiveId'].includes(part),
    );
  return place.length === 0 ? sentence : `${place.join(' › ')}: ${sentence}`;
};
