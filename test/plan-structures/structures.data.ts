import type { LevelDefinition } from '../../src/domain/plan/level.ts';
import type { Period } from '../../src/domain/plan/periods.ts';
import type { PlanKind, UpdateMode } from '../../src/domain/plan/plan.ts';
import type { TermRule } from '../../src/domain/plan/term-rule.ts';

/**
 * How eleven plans of ten municipalities are built, as the documents they published say. Everything a town does
 * differently is data here; the test that reads it knows no town.
 * A period is null where the sources at hand do not state it.
 */
export interface TownStructure {
  readonly id: string;
  readonly municipality: string;
  readonly name: string;
  readonly source: string;
  readonly plans: readonly PlanStructure[];
}

export interface PlanStructure {
  readonly planKey: string;
  readonly name: string;
  readonly kind: PlanKind;
  readonly parentPlanKey: string | null;
  readonly predecessorPlanKey: string | null;
  readonly period: Period | null;
  /** The period first decided, where it was changed later. */
  readonly firstPeriod?: Period;
  readonly updateMode: UpdateMode;
  readonly terms?: TermRule & { readonly expected: readonly (readonly [start: number, end: number])[] };
  readonly levels: readonly LevelDefinition[];
  readonly depth: number;
  /** Part of the tree, with the numbers as printed. */
  readonly sample: readonly SampleItem[];
  /** Numbers expected in reading order, given or made. */
  readonly printed: readonly string[];
  /** Standing out of the parent's period, as a town does knowingly. */
  readonly warnings?: readonly string[];
}

/** [level, title, children, more] */
export type SampleItem = readonly [
  levelKey: string,
  title: string,
  children?: readonly SampleItem[],
  more?: {
    readonly code?: string;
    readonly crossCutting?: boolean;
    readonly sdgGoals?: readonly number[];
    /** Titles of items it is shown under as well (再掲). */
    readonly alsoUnder?: readonly string[];
  },
];

const level = (
  levelKey: string,
  name: string,
  parents: LevelDefinition['parents'],
  numbering: LevelDefinition['numbering'] = 'none',
  more: Partial<LevelDefinition> = {},
): LevelDefinition => ({
  levelKey,
  name,
  parents,
  numbering,
  numberingScope: 'parent',
  titleStyle: 'free',
  ...more,
});

const alone = { parentPlanKey: null, predecessorPlanKey: null } as const;

export const townStructures: readonly TownStructure[] = [
  {
    id: 'shiojiri-5',
    municipality: '202151',
    name: '塩尻市',
    source: '塩尻市経営研究会 検討結果報告書 (令和4年3月)',
    plans: [
      {
        ...alone,
        planKey: 'plan-5',
        name: '第五次総合計画 長期戦略',
        kind: 'long-term-strategy',
        period: { start: 2015, end: 2023 },
        updateMode: 'fixed',
        terms: {
          rule: 'split',
          years: 3,
          leftOver: 'short-last',
          expected: [
            [2015, 2017],
            [2018, 2020],
            [2021, 2023],
          ],
        },
        levels: [
          level('strategy', '基本戦略', ['root'], 'upper-alpha'),
          level('inclusive', '包括プロジェクト', ['root']),
        ],
        depth: 1,
        sample: [
          ['strategy', '子育て世代に選ばれる地域の創造'],
          ['strategy', '住みよい持続可能な地域の創造'],
          ['strategy', 'シニアが生き生きと活躍できる地域の創造'],
          ['inclusive', '包括プロジェクト', [], { crossCutting: true }],
        ],
        printed: ['A', 'B', 'C', ''],
      },
      {
        planKey: 'plan-5-mid-2',
        name: '第五次総合計画 第2期中期戦略',
        kind: 'mid-term-strategy',
        parentPlanKey: 'plan-5',
        predecessorPlanKey: null,
        period: { start: 2018, end: 2020 },
        updateMode: 'fixed',
        levels: [
          level('strategy', '基本戦略', ['root'], 'upper-alpha'),
          level('project', 'プロジェクト', ['strategy'], 'decimal', {
            track: '全市戦略',
            numberingScope: 'global',
            titleStyle: 'means',
          }),
          level('measure', '施策', ['project'], 'decimal-nested', { track: '全市戦略', titleStyle: 'means' }),
          level('division', '事業部戦略', ['root'], 'none', { track: '事業部戦略' }),
          level('work', '事業', ['division', 'measure'], 'parenthesised', { track: '事業部戦略' }),
        ],
        depth: 4,
        sample: [
          [
            'strategy',
            '子育て世代に選ばれる地域の創造',
            [
              ['project', '子どもを産み育てる環境の整備', [['measure', '施策の一']]],
              ['project', 'プロジェクトの二'],
            ],
          ],
          ['strategy', '住みよい持続可能な地域の創造', [['project', 'プロジェクトの三']]],
          ['division', 'こども教育事業部', [['work', '総合計画外の事業']]],
        ],
        printed: ['A', '1', '1-1', '2', 'B', '3', '', '(1)'],
      },
      {
        planKey: 'plan-5-implementation-2',
        name: '第五次総合計画 実施計画',
        kind: 'implementation',
        parentPlanKey: 'plan-5-mid-2',
        predecessorPlanKey: null,
        period: { start: 2018, end: 2020 },
        updateMode: 'fixed',
        levels: [level('work', '事業', ['root'])],
        depth: 1,
        sample: [['work', 'ハード事業の一']],
        printed: [''],
      },
    ],
  },
  {
    id: 'shiojiri-6',
    municipality: '202151',
    name: '塩尻市',
    source: 'しおじり未来投資戦略 (第六次塩尻市総合計画) 長期戦略 (令和5年12月)',
    plans: [
      {
        ...alone,
        planKey: 'plan-6',
        name: 'しおじり未来投資戦略 長期戦略',
        kind: 'long-term-strategy',
        period: { start: 2024, end: 2032 },
        updateMode: 'fixed',
        terms: {
          rule: 'split',
          years: 3,
          leftOver: 'short-last',
          expected: [
            [2024, 2026],
            [2027, 2029],
            [2030, 2032],
          ],
        },
        levels: [
          level('brand', 'ブランド戦略', ['root']),
          level('strategy', '基本戦略', ['root'], 'upper-alpha'),
          level('field', '戦略分野', ['strategy'], 'circled', { numberingScope: 'global' }),
        ],
        depth: 2,
        sample: [
          [
            'strategy',
            '基本戦略 A',
            [
              ['field', 'パートナーシップ・子育て'],
              ['field', '学校教育・学びの環境'],
              ['field', '伝統・文化芸術・スポーツ・生涯学習'],
            ],
          ],
          [
            'strategy',
            '基本戦略 B',
            [
              ['field', '地域経済・産業・観光・就労'],
              ['field', '環境・気候'],
              ['field', '協働参画・連繋・行政運営'],
            ],
          ],
          [
            'strategy',
            '基本戦略 C',
            [
              ['field', '地域社会・支え合い'],
              ['field', '医療・介護・保健・福祉'],
              ['field', 'まちづくり・インフラ・防災'],
            ],
          ],
          ['brand', 'ブランド戦略', [], { crossCutting: true }],
        ],
        printed: ['A', '①', '②', '③', 'B', '④', '⑤', '⑥', 'C', '⑦', '⑧', '⑨', ''],
      },
      {
        planKey: 'plan-6-mid-1',
        name: 'しおじり未来投資戦略 第1期中期戦略',
        kind: 'mid-term-strategy',
        parentPlanKey: 'plan-6',
        predecessorPlanKey: null,
        period: { start: 2024, end: 2026 },
        updateMode: 'fixed',
        levels: [
          level('field', '戦略分野', ['root'], 'circled', { numberingScope: 'global' }),
          level('measure', '施策', ['field'], 'decimal-nested', { titleStyle: 'state' }),
          level('work', '実施計画', ['measure'], 'parenthesised', { titleStyle: 'state' }),
        ],
        depth: 3,
        sample: [
          [
            'field',
            'パートナーシップ・子育て',
            [
              [
                'measure',
                '出産・子育てのサポートの体制が充実し、親の不安感と負担感を抑えている',
                [
                  ['work', '保健・医療が充実し、安心感のある妊娠・出産・産後を迎えられる'],
                  ['work', '地域で子育てをサポートする体制が整い、顔の見える支援がある'],
                ],
              ],
            ],
          ],
        ],
        printed: ['①', '①-1', '(1)', '(2)'],
      },
    ],
  },
  {
    id: 'seiro',
    municipality: '153079',
    name: '聖籠町',
    source: '聖籠町総合計画, 経営戦略推進プランの概要, 政策評価 (施策名)',
    plans: [
      {
        ...alone,
        planKey: 'concept',
        name: '基本構想',
        kind: 'long-term-strategy',
        period: { start: 2011, end: 2020 },
        updateMode: 'fixed',
        terms: {
          rule: 'split',
          years: 3,
          leftOver: 'short-last',
          expected: [
            [2011, 2013],
            [2014, 2016],
            [2017, 2019],
            [2020, 2020],
          ],
        },
        levels: [
          level('chapter', '章', ['root']),
          // 番号は章ごとに 1 から繰り返す: the documents' own numbers are kept.
          level('measure', '施策', ['chapter'], 'given'),
          level('work', '事業', ['measure']),
        ],
        depth: 3,
        sample: [
          [
            'chapter',
            '章の一',
            [
              ['measure', '幼児教育・保育の充実', [], { code: '1' }],
              ['measure', '子育て環境の整備', [], { code: '2' }],
              ['measure', '子育てにかかわる相談対応', [], { code: '3' }],
            ],
          ],
          [
            'chapter',
            '章の二',
            [
              ['measure', '健康づくりの充実', [], { code: '1' }],
              ['measure', '母子保健の充実', [], { code: '2' }],
            ],
          ],
          ['chapter', '章の三', [['measure', '効率的・効果的な行財政の運営', [], { code: '1' }]]],
        ],
        printed: ['', '1', '2', '3', '', '1', '2', '', '1'],
      },
      {
        ...alone,
        planKey: 'management-strategy',
        name: '経営戦略推進プラン',
        kind: 'management-strategy',
        period: null,
        updateMode: 'rolling',
        levels: [
          level('strategy', '戦略', ['root']),
          level('policy', '取組方針', ['strategy']),
          level('action', '取組', ['policy']),
        ],
        depth: 3,
        sample: [
          [
            'strategy',
            '財源確保戦略',
            [
              [
                'policy',
                '事業見直しの継続（町民ニーズに応じた見直し）',
                [['action', '「5つの視点」による政策評価・事業見直しの継続']],
              ],
            ],
          ],
          ['strategy', '組織力向上戦略', [['policy', '庁内横断的な取組による行政課題への対応']]],
        ],
        printed: ['', '', '', '', ''],
      },
    ],
  },
  {
    id: 'takanezawa',
    municipality: '093866',
    name: '高根沢町',
    source: '第Ⅱ期高根沢町まち・ひと・しごと創生総合戦略について (令和元年)',
    plans: [
      {
        ...alone,
        planKey: 'management-plan',
        name: '地域経営計画 後期計画',
        kind: 'comprehensive',
        period: { start: 2021, end: 2025 },
        updateMode: 'fixed',
        levels: [level('goal', '基本目標', ['root'], 'decimal')],
        depth: 1,
        sample: [['goal', '基本目標']],
        printed: ['1'],
      },
      {
        planKey: 'strategy-2',
        name: '第Ⅱ期総合戦略',
        kind: 'regional-revitalisation',
        parentPlanKey: 'management-plan',
        predecessorPlanKey: 'strategy-1',
        period: { start: 2020, end: 2025 },
        updateMode: 'fixed',
        levels: [
          level('theme', '取組テーマ', ['root']),
          level('goal', '基本目標', ['theme'], 'decimal'),
          level('direction', '施策の方向性', ['goal'], 'none', { track: '柱1 施策' }),
          level('measure', '具体的な施策', ['direction'], 'none', { track: '柱1 施策', titleStyle: 'means' }),
          level('work', '事業', ['measure', 'goal'], 'none', { track: '柱2 事業' }),
        ],
        depth: 5,
        sample: [
          [
            'theme',
            '人口の自然増加',
            [
              [
                'goal',
                '安心して結婚・出産・育児・長生きができる町を実現する',
                [
                  [
                    'direction',
                    '安心して結婚・出産・子育てできる環境の整備を図る',
                    [['measure', '婚姻率上昇のための支援の拡充', [['work', '婚活事業']]]],
                  ],
                ],
              ],
              ['goal', '生涯暮らしたい町、人口・社会構造の変化に適合できる町を実現する'],
            ],
          ],
        ],
        printed: ['', '1', '', '', '', '2'],
        // 後期計画より一年早く始まる。
        warnings: ['period-outside-parent'],
      },
      {
        ...alone,
        planKey: 'strategy-1',
        name: '第Ⅰ期総合戦略',
        kind: 'regional-revitalisation',
        period: { start: 2015, end: 2019 },
        updateMode: 'fixed',
        levels: [level('goal', '基本目標', ['root'], 'decimal')],
        depth: 1,
        sample: [['goal', '基本目標']],
        printed: ['1'],
      },
    ],
  },
  {
    id: 'maniwa',
    municipality: '332143',
    name: '真庭市',
    source: '真庭市の計画体系, 第1期総合戦略の期間延長, 総合政策部経営目標 (令和5年度)',
    plans: [
      {
        ...alone,
        planKey: 'comprehensive',
        name: '総合計画 (10ないし25年後の市像)',
        kind: 'comprehensive',
        period: null,
        updateMode: 'as-needed',
        levels: [level('image', '市像', ['root'])],
        depth: 1,
        sample: [['image', '真庭ライフスタイルの実現']],
        printed: [''],
      },
      {
        planKey: 'strategy-1',
        name: '第1期総合戦略',
        kind: 'regional-revitalisation',
        parentPlanKey: 'comprehensive',
        predecessorPlanKey: null,
        firstPeriod: { start: 2015, end: 2019 },
        period: { start: 2015, end: 2020 },
        updateMode: 'as-needed',
        levels: [
          level('goal', '基本目標', ['root'], 'decimal'),
          level('measure', '施策', ['goal'], 'circled'),
        ],
        depth: 2,
        sample: [['goal', '基本目標', [['measure', '施策']]]],
        printed: ['1', '①'],
      },
      {
        planKey: 'action-plan',
        name: 'アクションプラン',
        kind: 'implementation',
        parentPlanKey: 'strategy-1',
        predecessorPlanKey: null,
        period: null,
        updateMode: 'as-needed',
        levels: [level('action', '工程', ['root'])],
        depth: 1,
        sample: [['action', '工程表の一項目']],
        printed: [''],
      },
      {
        ...alone,
        planKey: 'department-goals-r5',
        name: '総合政策部経営目標 令和5年度',
        kind: 'department-goals',
        period: { start: 2023, end: 2023 },
        updateMode: 'fixed',
        levels: [
          level('department', '部局', ['root']),
          level('goal', '部局経営目標', ['department'], 'none'),
        ],
        depth: 2,
        sample: [
          [
            'department',
            '総合政策部',
            [
              ['goal', '真庭ライフスタイル・SDGs未来杜市の実現', [], { sdgGoals: [17] }],
              ['goal', '生むこと・育てることの支援', [], { sdgGoals: [10] }],
              ['goal', '未来を担う子どもたちの育成', [], { sdgGoals: [4] }],
            ],
          ],
        ],
        printed: ['', '', '', ''],
      },
    ],
  },
  {
    id: 'tama',
    municipality: '132241',
    name: '多摩市',
    source: '多摩市総合計画の体系と評価 (目指すまちの姿6・政策13・施策38)',
    plans: [
      {
        ...alone,
        planKey: 'comprehensive',
        name: '総合計画',
        kind: 'comprehensive',
        period: null,
        updateMode: 'fixed',
        levels: [
          level('image', '目指すまちの姿', ['root'], 'decimal'),
          level('policy', '政策', ['image'], 'upper-alpha', { numberingScope: 'global' }),
          level('measure', '施策', ['policy'], 'decimal-nested'),
          level('work', '事業', ['measure']),
        ],
        depth: 4,
        sample: [
          [
            'image',
            '目指すまちの姿の一',
            [['policy', '政策の一', [['measure', '施策の一', [['work', '事業カルテの一']]]]]],
          ],
          [
            'image',
            '目指すまちの姿の二',
            [
              [
                'policy',
                '政策の二',
                [
                  ['measure', '施策の二'],
                  ['measure', '施策の三'],
                ],
              ],
            ],
          ],
        ],
        printed: ['1', 'A', 'A-1', '', '2', 'B', 'B-1', 'B-2'],
      },
    ],
  },
  {
    id: 'nagayo',
    municipality: '423076',
    name: '長与町',
    source: '長与町総合計画 第8次・第9次・第10次の体系',
    plans: [
      {
        ...alone,
        planKey: 'plan-8',
        name: '第8次総合計画',
        kind: 'comprehensive',
        period: null,
        updateMode: 'fixed',
        levels: [
          level('measure', '施策', ['root'], 'decimal'),
          level('work', '施策内事業', ['measure'], 'circled'),
        ],
        depth: 2,
        sample: [
          [
            'measure',
            '施策の一',
            [
              ['work', '事業の一'],
              ['work', '事業の二'],
            ],
          ],
        ],
        printed: ['1', '①', '②'],
      },
      {
        planKey: 'plan-9',
        name: '第9次総合計画',
        kind: 'comprehensive',
        parentPlanKey: null,
        predecessorPlanKey: 'plan-8',
        period: null,
        updateMode: 'fixed',
        levels: [
          level('goal', '政策目標', ['root'], 'decimal'),
          level('measure', '施策', ['goal'], 'decimal-nested'),
          level('work', '施策内事業', ['measure'], 'circled'),
        ],
        depth: 3,
        sample: [
          // 総合計画が総合戦略を包含する: 同じものが両方に属する (重複)。
          [
            'goal',
            '政策目標の一',
            [['measure', '施策の一', [['work', '重複する事業', [], { alsoUnder: ['施策の二'] }]]]],
          ],
          ['goal', '政策目標の二', [['measure', '施策の二']]],
        ],
        printed: ['1', '1-1', '①', '2', '2-1'],
      },
      {
        planKey: 'plan-10',
        name: '第10次総合計画',
        kind: 'comprehensive',
        parentPlanKey: null,
        predecessorPlanKey: 'plan-9',
        period: null,
        updateMode: 'fixed',
        levels: [
          level('goal', '基本目標', ['root'], 'decimal'),
          level('measure', '施策', ['goal'], 'decimal-nested'),
          level('action', '具体的な取組', ['measure'], 'parenthesised'),
          level('main', '主な取組', ['action'], 'circled'),
        ],
        depth: 4,
        sample: [
          [
            'goal',
            '基本目標の一',
            [['measure', '施策の一', [['action', '取組の一', [['main', '主な取組の一']]]]]],
          ],
        ],
        printed: ['1', '1-1', '(1)', '①'],
      },
    ],
  },
  {
    id: 'nishinomiya',
    municipality: '282049',
    name: '西宮市',
    source: '西宮市の事務事業評価 (施策分野と事務事業名)',
    plans: [
      {
        ...alone,
        planKey: 'comprehensive',
        name: '総合計画',
        kind: 'comprehensive',
        period: null,
        updateMode: 'rolling',
        levels: [
          level('policy', '政策分野', ['root'], 'roman'),
          level('field', '施策分野', ['policy'], 'decimal', { numberingScope: 'global' }),
          level('content', '取組内容', ['field'], 'parenthesised'),
          level('work', '事務事業', ['content'], 'given'),
        ],
        depth: 4,
        sample: [
          [
            'policy',
            '政策分野の一',
            [
              [
                'field',
                '市街地',
                [
                  [
                    'content',
                    '取組内容の一',
                    [
                      ['work', '阪神西宮駅北地区公民連携事業', [], { code: '140103' }],
                      ['work', '本庁舎周辺ウォーカブル推進事業', [], { code: '140104' }],
                    ],
                  ],
                ],
              ],
            ],
          ],
          ['policy', '政策推進', [['field', '政策推進']]],
        ],
        printed: ['Ⅰ', '1', '(1)', '140103', '140104', 'Ⅱ', '2'],
      },
    ],
  },
  {
    id: 'sapporo',
    municipality: '011002',
    name: '札幌市',
    source: 'アクションプラン2023 成果指標 (目標年度は令和9年度)',
    plans: [
      {
        ...alone,
        planKey: 'vision',
        name: 'まちづくり戦略ビジョン',
        kind: 'long-term-strategy',
        period: null,
        updateMode: 'fixed',
        levels: [level('field', '分野', ['root'])],
        depth: 1,
        sample: [['field', '子ども・若者']],
        printed: [''],
      },
      {
        planKey: 'action-plan-2023',
        name: 'アクションプラン2023',
        kind: 'mid-term-strategy',
        parentPlanKey: 'vision',
        predecessorPlanKey: null,
        period: { start: 2023, end: 2027 },
        updateMode: 'fixed',
        levels: [
          level('field', '分野', ['root']),
          level('main', '主要事業', ['field'], 'none', { track: '主要' }),
          level('other', 'その他の事業', ['field'], 'none', { track: 'その他' }),
        ],
        depth: 2,
        sample: [
          [
            'field',
            '子ども・若者',
            [
              ['main', '主要事業の一'],
              ['other', 'その他の事業の一'],
            ],
          ],
          ['field', '安全・安心', [['main', '二つの分野に属する事業', [], { alsoUnder: ['子ども・若者'] }]]],
        ],
        printed: ['', '', '', '', ''],
      },
    ],
  },
  {
    id: 'yao',
    municipality: '272124',
    name: '八尾市',
    source: '八尾市総合計画と実施計画 (第1期〜第10期)',
    plans: [
      {
        ...alone,
        planKey: 'comprehensive',
        name: '総合計画',
        kind: 'comprehensive',
        period: { start: 2011, end: 2020 },
        updateMode: 'fixed',
        levels: [
          level('goal', 'まちづくりの目標', ['root'], 'decimal', { track: '目標別計画' }),
          level('policy', '政策', ['goal'], 'parenthesised', { track: '目標別計画' }),
          level('measure', '施策', ['policy'], 'decimal', { track: '目標別計画', numberingScope: 'global' }),
          level('district', '地域別計画', ['root'], 'none', { track: '地域別計画' }),
          level('direction', '学校区のまちづくり', ['district'], 'circled', { track: '地域別計画' }),
        ],
        depth: 3,
        sample: [
          [
            'goal',
            '目標の一',
            [
              [
                'policy',
                '政策の一',
                [
                  ['measure', '施策の一'],
                  ['measure', '施策の二'],
                ],
              ],
            ],
          ],
          ['goal', '目標の二', [['policy', '政策の二', [['measure', '施策の三']]]]],
          ['district', '一つの学校区', [['direction', '方向の一']]],
        ],
        printed: ['1', '(1)', '1', '2', '2', '(1)', '3', '', '①'],
      },
      {
        planKey: 'implementation',
        name: '実施計画',
        kind: 'implementation',
        parentPlanKey: 'comprehensive',
        predecessorPlanKey: null,
        period: { start: 2011, end: 2020 },
        updateMode: 'rolling',
        terms: {
          rule: 'rolling',
          years: 3,
          expected: [
            [2011, 2013],
            [2012, 2014],
            [2013, 2015],
            [2014, 2016],
            [2015, 2017],
            [2016, 2018],
            [2017, 2019],
            [2018, 2020],
            [2019, 2020],
            // 第10期は満了年のみ。
            [2020, 2020],
          ],
        },
        levels: [
          level('focus', '重点施策', ['root'], 'decimal'),
          level('action', '重点取り組み', ['focus'], 'decimal-nested'),
        ],
        depth: 2,
        sample: [['focus', '重点施策の一', [['action', '重点取り組みの一']]]],
        printed: ['1', '1-1'],
      },
    ],
  },
  {
    id: 'fuji',
    municipality: '222101',
    name: '富士市',
    source: '富士市総合計画 (政策分野27; 策定は平成30年度から令和2年度まで)',
    plans: [
      {
        ...alone,
        planKey: 'making',
        name: '総合計画の策定',
        kind: 'individual',
        period: { start: 2018, end: 2020 },
        updateMode: 'fixed',
        levels: [level('step', '段階', ['root'], 'decimal')],
        depth: 1,
        sample: [
          ['step', '推進会議'],
          ['step', '市議会'],
        ],
        printed: ['1', '2'],
      },
      {
        ...alone,
        planKey: 'comprehensive',
        name: '総合計画',
        kind: 'comprehensive',
        period: null,
        updateMode: 'fixed',
        levels: [
          level('field', '政策分野', ['root'], 'circled'),
          level('measure', '施策', ['field'], 'decimal-nested'),
          level('work', '事務事業', ['measure']),
        ],
        depth: 3,
        // 政策分野は27: 丸数字は ⑳ を越える。
        sample: Array.from({ length: 27 }, (_, index): SampleItem => ['field', `政策分野の${index + 1}`]),
        printed: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗'.split(''),
      },
    ],
  },
];
