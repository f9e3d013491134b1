import type { Choice } from '../../forms/field.tsx';

const choices = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const targetWords = { programme: '事務事業', 'plan-item': '計画の項目（施策・部局の目標）' } as const;
export const timingWords = { before: '事前', during: '事中', after: '事後' } as const;
export const actorWords = {
  'unit-staff': '担当者',
  'unit-head': '課長（所属長）',
  'division-head': '部長',
  planner: '企画の担当',
  finance: '財政の担当',
  executive: '首長・本部',
  'external-reviewer': '外部評価者',
} as const;
export const commonWords = {
  expand: '拡大',
  continue: '現状のまま継続',
  improve: '改善',
  reduce: '縮小',
  merge: '統合',
  suspend: '休止',
  abolish: '廃止',
  complete: '完了',
} as const;

export const targets = choices(targetWords);
export const timings = choices(timingWords);
export const actors = choices(actorWords);
export const commons = choices(commonWords);
export const askedChoices = choices({ required: '必ず', optional: '任意で', none: '問わない' });
export const yesNo = choices({ yes: 'はい', no: 'いいえ' });
export const beginnings = choices({ nothing: '空から', 'previous-stage': '前の段階の答えから' });
export const textBeginnings = choices({ nothing: '空から', 'last-year': '前年度の記入から' });
export const subjects = choices({ all: 'すべての事業', some: '選んだ事業だけ' });
export const rules = choices({
  hand: '人が決める（計算しない）',
  sum: '点の合計で決める',
  share: '満点に対する割合で決める',
  weight: '重みを付けた平均で決める',
  table: '答えの組み合わせの表で決める',
});
