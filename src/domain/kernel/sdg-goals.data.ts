/**
 * 持続可能な開発目標 (SDGs): the 17 goals with their official short names.
 * Japanese: 外務省・国際連合広報センター; English: United Nations.
 */
export interface SdgGoal {
  readonly goal: number;
  readonly name: string;
  readonly nameEn: string;
}

export const sdgGoals: readonly SdgGoal[] = [
  { goal: 1, name: '貧困をなくそう', nameEn: 'No Poverty' },
  { goal: 2, name: '飢餓をゼロに', nameEn: 'Zero Hunger' },
  { goal: 3, name: 'すべての人に健康と福祉を', nameEn: 'Good Health and Well-Being' },
  { goal: 4, name: '質の高い教育をみんなに', nameEn: 'Quality Education' },
  { goal: 5, name: 'ジェンダー平等を実現しよう', nameEn: 'Gender Equality' },
  { goal: 6, name: '安全な水とトイレを世界中に', nameEn: 'Clean Water and Sanitation' },
  { goal: 7, name: 'エネルギーをみんなに そしてクリーンに', nameEn: 'Affordable and Clean Energy' },
  { goal: 8, name: '働きがいも経済成長も', nameEn: 'Decent Work and Economic Growth' },
  { goal: 9, name: '産業と技術革新の基盤をつくろう', nameEn: 'Industry, Innovation and Infrastructure' },
  { goal: 10, name: '人や国の不平等をなくそう', nameEn: 'Reduced Inequalities' },
  { goal: 11, name: '住み続けられるまちづくりを', nameEn: 'Sustainable Cities and Communities' },
  { goal: 12, name: 'つくる責任 つかう責任', nameEn: 'Responsible Consumption and Production' },
  { goal: 13, name: '気候変動に具体的な対策を', nameEn: 'Climate Action' },
  { goal: 14, name: '海の豊かさを守ろう', nameEn: 'Life Below Water' },
  { goal: 15, name: '陸の豊かさも守ろう', nameEn: 'Life on Land' },
  { goal: 16, name: '平和と公正をすべての人に', nameEn: 'Peace, Justice and Strong Institutions' },
  { goal: 17, name: 'パートナーシップで目標を達成しよう', nameEn: 'Partnerships for the Goals' },
];

export const isSdgGoal = (goal: number): boolean => Number.isInteger(goal) && goal >= 1 && goal <= 17;
