import type { ItemMark } from '../../domain/plan/difference.ts';
import type { ComparisonGroup } from '../../domain/plan/difference-table.ts';
import type { Language } from './text.ts';

/** Words of the difference views: public history and the plan desk show the same. */
export interface DifferenceWords {
  readonly added: string;
  readonly removed: string;
  readonly end: string;
  readonly none: string;
  readonly columns: {
    readonly item: string;
    readonly field: string;
    readonly old: string;
    readonly new: string;
  };
  readonly kind: string;
  readonly reason: string;
  readonly caption: (from: string, to: string) => string;
  readonly marks: Readonly<Record<ItemMark | 'changed', string>>;
  readonly parts: Readonly<Record<ComparisonGroup['part'], string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly moved: (from: string, to: string) => string;
  readonly reordered: string;
  readonly renumbered: (from: string, to: string) => string;
  readonly top: string;
  readonly same: string;
  /** Of a folded text: its length. */
  readonly whole: (length: number) => string;
  readonly unchanged: (count: number) => string;
  readonly legend: string;
  readonly texts: (count: number) => string;
}

const ja: DifferenceWords = {
  added: '追加：',
  removed: '削除：',
  end: '（ここまで）',
  none: 'なし',
  columns: { item: '項目', field: '欄', old: '旧', new: '新' },
  kind: '区分',
  reason: '理由',
  caption: (from, to) => `新旧対照表　${from} から ${to}`,
  marks: {
    added: '追加',
    removed: '廃止',
    merged: '統合',
    split: '分割',
    carried: '継承',
    renamed: '名称変更',
    rewritten: '内容変更',
    moved: '移動',
    renumbered: '番号変更',
    changed: '変更',
  },
  parts: {
    header: '計画の全体',
    levels: '階層',
    identity: '理念',
    situation: '取り巻く状況',
    items: '項目',
  },
  fields: {
    title: '名称',
    subtitle: '副題',
    kindLabel: '計画の種類',
    period: '計画期間',
    updateMode: '見直し方',
    summary: '前文・策定の方針',
    reviewCalendar: '見直しの周期',
    source: '出典',
    name: '階層の名前',
    numbering: '番号の付け方',
    parents: '上の階層',
    titleStyle: '名称の書き方',
    track: '柱',
    label: '呼び名',
    text: '文',
    explanation: '説明',
    theme: 'テーマ',
    desiredState: 'ありたい姿',
    currentState: '現状',
    issue: '課題',
    approach: '方針',
    investmentKinds: '投資の種類',
    lifeStages: '対象',
    areaKeys: 'エリア',
    sdgGoals: 'SDGs',
    leadUnitKeys: '主管',
    supportUnitKeys: '関係課',
    partners: '協働する主体',
    voices: '市民の声',
    alsoUnder: '再掲',
    reasonKeys: '理由に挙げる状況',
    indicatorKeys: '指標',
    span: '期間',
    crossCutting: '横断',
    parent: '位置',
    order: '順番',
    code: '番号',
  },
  moved: (from, to) => `「${from}」から「${to}」へ移動しました（内容の書き換えではありません）。`,
  reordered: '同じ階層の中で、並ぶ順番を変えました。',
  renumbered: (from, to) => `番号を ${from} から ${to} に改めました。`,
  top: '計画のいちばん上',
  same: '違いはありません。',
  whole: (length) => `（全${length}字）`,
  unchanged: (count) => `ほかの ${count} 件は変わっていません。`,
  texts: (count) => `文の違い（${count}欄）`,
  legend: '下線は追加、取り消し線は削除した言葉です。',
};

const en: DifferenceWords = {
  added: 'added: ',
  removed: 'removed: ',
  end: ' (end)',
  none: 'none',
  columns: { item: 'Item', field: 'Part', old: 'Old', new: 'New' },
  kind: 'Kind of change',
  reason: 'Reason',
  caption: (from, to) => `Old and new side by side: ${from} to ${to}`,
  marks: {
    added: 'Added',
    removed: 'Ended',
    merged: 'Merged',
    split: 'Split',
    carried: 'Carried over',
    renamed: 'Renamed',
    rewritten: 'Text changed',
    moved: 'Moved',
    renumbered: 'Renumbered',
    changed: 'Changed',
  },
  parts: {
    header: 'The plan as a whole',
    levels: 'Levels',
    identity: 'Purpose and vision',
    situation: 'Situation',
    items: 'Items',
  },
  fields: {
    title: 'Title',
    subtitle: 'Subtitle',
    kindLabel: 'Kind of plan',
    period: 'Period',
    updateMode: 'How it is updated',
    summary: 'Preface',
    reviewCalendar: 'Review calendar',
    source: 'Source',
    name: 'Name of the level',
    numbering: 'Numbering',
    parents: 'Level above',
    titleStyle: 'Style of titles',
    track: 'Track',
    label: 'Label',
    text: 'Text',
    explanation: 'Explanation',
    theme: 'Theme',
    desiredState: 'Desired state',
    currentState: 'Current state',
    issue: 'Issue',
    approach: 'Approach',
    investmentKinds: 'Kinds of investment',
    lifeStages: 'For whom',
    areaKeys: 'Areas',
    sdgGoals: 'SDGs',
    leadUnitKeys: 'Responsible',
    supportUnitKeys: 'Supporting units',
    partners: 'Partners',
    voices: 'Voices',
    alsoUnder: 'Also listed under',
    reasonKeys: 'Situation it answers',
    indicatorKeys: 'Indicators',
    span: 'Span',
    crossCutting: 'Cross-cutting',
    parent: 'Place',
    order: 'Order',
    code: 'Number',
  },
  moved: (from, to) => `Moved from “${from}” to “${to}” (not rewritten).`,
  reordered: 'Changed place among its neighbours.',
  renumbered: (from, to) => `Renumbered from ${from} to ${to}.`,
  top: 'top of the plan',
  same: 'No differences.',
  whole: (length) => `(${length} characters in all)`,
  unchanged: (count) => `${count} other items are unchanged.`,
  texts: (count) => (count === 1 ? 'One field differs' : `${count} fields differ`),
  legend: 'Underlined words were added, struck-through words removed.',
};

export const differenceWords = (language: Language): DifferenceWords => (language === 'en' ? en : ja);
