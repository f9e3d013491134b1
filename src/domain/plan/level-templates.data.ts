import type { LevelDefinition } from './level.ts';
import type { PlanKind } from './plan.ts';

export interface LevelTemplate {
  readonly templateKey: string;
  /** Shown when a plan is made. */
  readonly name: string;
  readonly kind: PlanKind;
  readonly levels: readonly LevelDefinition[];
}

const level = (
  levelKey: string,
  name: string,
  parents: LevelDefinition['parents'],
  more: Partial<LevelDefinition> = {},
): LevelDefinition => ({
  levelKey,
  name,
  parents,
  numbering: 'decimal',
  numberingScope: 'parent',
  titleStyle: 'free',
  ...more,
});

/** Starting points. Names, depth and numbering are the town's to change afterwards. */
export const levelTemplates: readonly LevelTemplate[] = [
  {
    templateKey: 'comprehensive',
    name: '総合計画（基本目標 → 政策 → 施策 → 主な取組）',
    kind: 'comprehensive',
    levels: [
      level('goal', '基本目標', ['root'], { nameEn: 'Goal' }),
      level('policy', '政策', ['goal'], { nameEn: 'Policy', numbering: 'decimal-nested' }),
      level('measure', '施策', ['policy'], { nameEn: 'Measure', numbering: 'decimal-nested' }),
      level('action', '主な取組', ['measure'], { nameEn: 'Action', numbering: 'circled' }),
    ],
  },
  {
    templateKey: 'future-investment',
    name: '重点戦略（基本戦略 → 戦略分野 → 施策、施策名は状態で書く）',
    kind: 'mid-term-strategy',
    levels: [
      level('strategy', '基本戦略', ['root'], { nameEn: 'Basic strategy', numbering: 'upper-alpha' }),
      level('field', '戦略分野', ['strategy'], {
        nameEn: 'Field',
        numbering: 'circled',
        numberingScope: 'global',
      }),
      level('measure', '施策', ['field'], { nameEn: 'Measure', titleStyle: 'state' }),
    ],
  },
  {
    templateKey: 'regional-revitalisation',
    name: '総合戦略（基本目標 → 施策の方向性 → 具体的な施策）',
    kind: 'regional-revitalisation',
    levels: [
      level('goal', '基本目標', ['root'], { nameEn: 'Goal' }),
      level('direction', '施策の方向性', ['goal'], { nameEn: 'Direction', numbering: 'parenthesised' }),
      level('measure', '具体的な施策', ['direction'], { nameEn: 'Measure', numbering: 'circled' }),
    ],
  },
  {
    templateKey: 'management-strategy',
    name: '経営戦略（戦略 → 取組方針 → 取組）',
    kind: 'management-strategy',
    levels: [
      level('strategy', '戦略', ['root'], { nameEn: 'Strategy' }),
      level('policy', '取組方針', ['strategy'], { nameEn: 'Policy', numbering: 'parenthesised' }),
      level('action', '取組', ['policy'], { nameEn: 'Action', numbering: 'circled' }),
    ],
  },
  {
    templateKey: 'individual',
    name: '個別計画（基本方針 → 施策）',
    kind: 'individual',
    levels: [
      level('policy', '基本方針', ['root'], { nameEn: 'Policy' }),
      level('measure', '施策', ['policy'], { nameEn: 'Measure', numbering: 'decimal-nested' }),
    ],
  },
  {
    templateKey: 'department-goals',
    name: '部局経営目標（部局 → 目標）',
    kind: 'department-goals',
    levels: [
      level('department', '部局', ['root'], { nameEn: 'Department', numbering: 'none' }),
      level('goal', '目標', ['department'], { nameEn: 'Goal' }),
    ],
  },
];
