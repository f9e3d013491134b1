import type { EvaluationScheme } from './evaluation-scheme.ts';

const fixed: Readonly<Record<string, string>> = {
  direction: '今後の方向性',
  'direction.reason': '方向性の理由',
  grade: '総合評価',
  'grade.reason': '計算と異なる評価にした理由',
  priority: '優先度',
};

/** What the sheet calls a field; '' where the scheme has no such field. */
export const fieldLabel = (scheme: EvaluationScheme, name: string): string => {
  const [kind, ...rest] = name.split('.');
  const key = rest.join('.');
  const criterion = scheme.criteria.find((each) => each.key === key);
  if (kind === 'criterion') return criterion?.label ?? '';
  if (kind === 'reason') return criterion === undefined ? '' : `${criterion.label}の理由`;
  if (kind === 'text') return scheme.texts.find((each) => each.key === key)?.label ?? '';
  return fixed[name] ?? '';
};
