import type {
  ImplementationMode,
  ImplementationPlan,
} from '../../../domain/implementation/implementation-plan.ts';

export const modeNames: Readonly<Record<ImplementationMode, string>> = {
  fixed: '固定（年度の間は補正で変える）',
  rolling: '毎年度見直す（1年ずつ送る）',
};

export const stateNames: Readonly<Record<ImplementationPlan['state'], string>> = {
  draft: '下書き',
  settled: '確定',
  published: '公表済み',
};

export const fillings = [
  { value: 'hard', label: 'ハード事業に、前の年度の額を入れる' },
  { value: 'all', label: 'すべての事業に、前の年度の額を入れる' },
  { value: 'nothing', label: '空で始める' },
] as const;
