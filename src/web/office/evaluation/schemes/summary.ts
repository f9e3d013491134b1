import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { targetWords, timingWords } from './scheme-words.data.ts';

/** 何を、いつ、どの段階で、どう. */
export const summaryOf = (scheme: EvaluationScheme): string =>
  [
    `${targetWords[scheme.target]}・${timingWords[scheme.timing]}`,
    scheme.stages.map(({ label }) => label).join(' → '),
    scheme.directions.length === 0 ? '方向性なし' : `方向性${scheme.directions.length}語`,
    scheme.grades.length === 0
      ? '総合評価なし'
      : `総合評価${scheme.grades.length}段階（${scheme.gradeRule.by === 'hand' ? '人が決める' : '計算'}）`,
  ].join('、');
