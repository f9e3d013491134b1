import type { InvestmentKind, PlanItem } from '../../domain/plan/item.ts';
import { numberItems } from '../../domain/plan/numbering.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import { buildTree, walkTree } from '../../domain/plan/tree.ts';
import type { CsvField } from './csv-field.ts';
import { fieldMaker } from './make-field.ts';
import { sourceField } from './source-field.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface PlanCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly slug: string;
  /** 版の名前 */
  readonly revisionLabel: string;
  readonly content: PlanContent;
  /** Names by key; a key without one is written as it is. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly areaNames: ReadonlyMap<string, string>;
  /** Address of an item's page. */
  readonly addressOf: (itemKey: string) => string;
}

interface PlanRow {
  readonly municipality: PlanCsvInput['municipality'];
  readonly input: PlanCsvInput;
  readonly item: PlanItem;
  readonly levelName: string;
  readonly number: string;
}

const investments: Readonly<Record<InvestmentKind, string>> = {
  funds: '資金',
  activity: '活動',
  time: '時間',
  'human-capital': '人的資本',
  'cultural-capital': '文化資本',
};

const spans = { short: '短期集中', long: '長期継続' } as const;

const field = fieldMaker<PlanRow>();

/** 計画項目の項目定義. */
export const planFields: readonly CsvField<PlanRow>[] = [
  ...townFields,
  field('plan', '計画の略号', 'Plan (part of its address)', 'text', ({ input }) => input.slug),
  field('plan_title', '計画名', 'Title of the plan', 'text', ({ input }) => input.content.header.title),
  field('revision', '版', 'Revision', 'text', ({ input }) => input.revisionLabel),
  field(
    'item_key',
    '項目キー',
    'Item key',
    'text',
    ({ item }) => item.itemKey,
    '名称や番号が変わっても同じ',
    'Stays the same when titles and numbers change',
  ),
  field(
    'parent_key',
    '上位の項目キー',
    'Key of the item above',
    'text',
    ({ item }) => item.parentKey,
    '最上位は空',
    'Empty at the top',
  ),
  field('level', '階層', 'Level', 'text', ({ levelName }) => levelName),
  field('number', '番号', 'Number as printed', 'text', ({ number }) => number),
  field('title', '名称', 'Title', 'text', ({ item }) => item.title),
  field('desired_state', 'ありたい姿', 'Desired state', 'text', ({ item }) => item.desiredState),
  field('current_state', '現状', 'Current state', 'text', ({ item }) => item.currentState),
  field(
    'issue',
    '課題',
    'Issue',
    'text',
    ({ item }) => item.issue,
    'ありたい姿と現状の差',
    'Gap between desired and current state',
  ),
  field('approach', '方針', 'Approach', 'text', ({ item }) => item.approach),
  field(
    'span',
    '期間',
    'Span',
    'text',
    ({ item }) => (item.span === null ? null : spans[item.span]),
    '短期集中・長期継続',
    'Short-term focus or long-term continuation',
  ),
  field('investment_kinds', '投資の種類', 'Kinds of investment', 'list', ({ item }) =>
    item.investmentKinds.map((kind) => investments[kind]),
  ),
  field('life_stages', '対象とする年代・場面', 'Life stages', 'list', ({ item }) => item.lifeStages),
  field('areas', 'エリア', 'Areas', 'list', ({ item, input }) =>
    item.areaKeys.map((key) => input.areaNames.get(key) ?? key),
  ),
  field(
    'sdg_goals',
    'SDGsのゴール',
    'SDG goals',
    'list',
    ({ item }) => item.sdgGoals.map(String),
    '1から17の番号',
    'Numbers 1 to 17',
  ),
  field('lead_units', '主管', 'Responsible units', 'list', ({ item, input }) =>
    item.leadUnitKeys.map((key) => input.unitNames.get(key) ?? key),
  ),
  field('support_units', '関係課', 'Supporting units', 'list', ({ item, input }) =>
    item.supportUnitKeys.map((key) => input.unitNames.get(key) ?? key),
  ),
  field('partners', '協働する主体', 'Partners', 'list', ({ item }) =>
    item.partners.map(({ name, role }) => (role === '' ? name : `${name}（${role}）`)),
  ),
  field('also_under', '再掲先の項目キー', 'Also listed under', 'list', ({ item }) =>
    item.alsoUnder.flatMap(({ parentKey }) => parentKey ?? []),
  ),
  field(
    'cross_cutting',
    '横断',
    'Cross-cutting',
    'boolean',
    ({ item }) => item.crossCutting,
    '1は横断、0はそれ以外',
    '1 is cross-cutting',
  ),
  field('indicators', '指標キー', 'Indicator keys', 'list', ({ item }) => item.indicatorKeys),
  sourceField(({ item }: PlanRow) => item.source),
  field('address', 'アドレス', 'Address', 'text', ({ item, input }) => input.addressOf(item.itemKey)),
];

/** 計画項目のCSV, one line an item in reading order. */
export const planCsv = (input: PlanCsvInput): string => {
  const { levels, items } = input.content;
  const numbers = numberItems(levels, items);
  const levelNames = new Map(levels.map((level) => [level.levelKey, level.name]));
  const tree = buildTree(items);
  const ordered = [...walkTree(tree)].flatMap(({ item, again }) => (again ? [] : [item]));
  return writeCsv(
    planFields,
    [...ordered, ...tree.unplaced].map((item) => ({
      municipality: input.municipality,
      input,
      item,
      levelName: levelNames.get(item.levelKey) ?? '',
      number: numbers.get(item.itemKey) ?? '',
    })),
  );
};
