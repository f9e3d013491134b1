import type { Criterion, EvaluationScheme } from '../../src/domain/evaluation/evaluation-scheme.ts';

const criterion = (
  key: string,
  label: string,
  weight: string,
  points: readonly [string, string],
  exceptTypes: readonly string[],
): Criterion => ({
  key,
  label,
  viewpoint: '',
  question: '',
  levels: [
    { key: 'high', label: '高い', wording: '', points: points[0] },
    { key: 'low', label: '低い', wording: '', points: points[1] },
  ],
  applies: { types: [], exceptTypes, when: [] },
  weight,
  reason: 'none',
  required: true,
  proposal: null,
});

/** An invented scheme: three criteria of unequal weight; 有効性 does not apply to 'short', nothing to 'nothing'. */
export const threeCriteria: EvaluationScheme = {
  key: 'three',
  name: '三つの項目',
  target: 'programme',
  timing: 'after',
  source: null,
  notes: [],
  types: [
    { key: 'full', label: '全部' },
    { key: 'short', label: '一部' },
    { key: 'nothing', label: 'なし' },
  ],
  stages: [
    {
      key: 'entry',
      label: '担当',
      actor: 'unit-staff',
      criteria: ['validity', 'effect', 'efficiency'],
      texts: ['result'],
      direction: 'required',
      grade: 'required',
      priority: 'optional',
      startsFrom: 'nothing',
      subjects: 'all',
      published: true,
    },
  ],
  criteria: [
    criterion('validity', '妥当性', '2', ['3', '1'], ['nothing']),
    criterion('effect', '有効性', '1', ['3', '1'], ['short', 'nothing']),
    criterion('efficiency', '効率性', '1', ['2.5', '0.5'], ['nothing']),
  ],
  texts: [
    {
      key: 'result',
      label: '実績',
      hint: '',
      required: true,
      maxLength: 10,
      rows: 3,
      applies: { types: [], exceptTypes: [], when: [] },
      startsFrom: 'nothing',
    },
  ],
  grades: ['a', 'b', 'c'].map((key) => ({ key, label: key.toUpperCase(), wording: '' })),
  gradeRule: {
    by: 'sum',
    bands: [
      { grade: 'a', from: '7' },
      { grade: 'b', from: '4' },
      { grade: 'c', from: null },
    ],
  },
  directions: [
    { key: 'continue', label: '継続', group: '', common: 'continue', reason: false },
    { key: 'reduce', label: '縮小', group: '', common: 'reduce', reason: true },
  ],
  priorities: [
    { key: 'high', label: '高' },
    { key: 'low', label: '低' },
  ],
  exemptions: [],
  matrices: [],
  measures: { output: 3, outcome: 3 },
};
