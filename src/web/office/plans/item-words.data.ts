import type { InvestmentKind, Partner } from '../../../domain/plan/item.ts';

/** 投資の種類 */
export const investmentNames: readonly { readonly value: InvestmentKind; readonly label: string }[] = [
  { value: 'funds', label: '資金' },
  { value: 'activity', label: '活動' },
  { value: 'time', label: '時間' },
  { value: 'human-capital', label: '人的資本' },
  { value: 'cultural-capital', label: '文化資本' },
];

/** 協働する主体 */
export const partnerKinds: readonly { readonly value: Partner['kind']; readonly label: string }[] = [
  { value: 'citizens', label: '市民' },
  { value: 'npo', label: 'NPO・団体' },
  { value: 'company', label: '企業' },
  { value: 'university', label: '大学・学校' },
  { value: 'related-population', label: '関係人口' },
  { value: 'other', label: 'その他' },
];

/** Fields of an item's form, as named beside them and in a comparison. */
export const itemFieldNames = {
  title: '題名',
  code: '番号',
  desiredState: 'ありたい姿',
  currentState: '現状',
  issue: '課題（ありたい姿との差）',
  approach: '方針・取組の方向',
  span: '推進する期間',
  lifeStages: '対象とする年代・ライフステージ',
  crossCutting: '横断',
  investmentKinds: '投資の種類',
  areaKeys: 'エリア',
  sdgGoals: 'SDGs',
  leadUnitKeys: '主管',
  supportUnitKeys: '関係課',
  partners: '協働する主体',
  voices: '生の声',
  reasonKeys: '理由とする状況分析',
  indicatorKeys: '指標',
  source: '出典',
} as const;
export type ItemField = keyof typeof itemFieldNames;
