import type { ContentDifference, ItemDifference, ItemMark } from './difference.ts';
import type { EntryDifference } from './difference-entries.ts';
import type { FieldChange } from './difference-fields.ts';
import type { Path } from './difference-place.ts';
import { newSide, oldSide, type Segment } from './difference-text.ts';

/** One line of 新旧対照表: a field with its old and its new wording; empty where there was none. */
export interface ComparisonRow {
  readonly field: string;
  readonly form: FieldChange['form'];
  readonly old: readonly Segment[];
  readonly new: readonly Segment[];
}

/** Lines that belong together under one 項目, with 区分 and 理由. */
export interface ComparisonGroup {
  readonly part: 'header' | 'levels' | 'identity' | 'situation' | 'items';
  readonly key: string;
  /** 階層の名前, 番号, 名称 as they are now (as they were, where gone). */
  readonly kindName: string;
  readonly code: string;
  readonly title: string;
  readonly marks: readonly (ItemMark | 'changed')[];
  readonly rows: readonly ComparisonRow[];
  readonly reasons: readonly string[];
}

const rowOf = ({ field, form, segments }: FieldChange<string>): ComparisonRow => ({
  field,
  form,
  old: oldSide(segments),
  new: newSide(segments),
});

const replaced = (field: string, old: string, now: string): ComparisonRow => ({
  field,
  form: 'value',
  old: old === '' ? [] : [{ kind: 'removed', text: old }],
  new: now === '' ? [] : [{ kind: 'added', text: now }],
});

/** A 子育て ＞ ① 学びの環境 */
export const pathLine = (path: Path): string =>
  path.map(({ code, title }) => [code, title].filter((part) => part !== '').join(' ')).join(' ＞ ');

const itemRows = ({ fields, move, renumber }: ItemDifference): ComparisonRow[] => {
  const rows = fields.map(rowOf);
  if (move !== null) {
    rows.push(
      move.withinParent
        ? { field: 'order', form: 'value', old: [], new: [] }
        : replaced('parent', pathLine(move.from), pathLine(move.to)),
    );
  }
  if (renumber !== null) rows.push(replaced('code', renumber.from, renumber.to));
  return rows;
};

const entryGroups = <Entry>(
  part: ComparisonGroup['part'],
  entries: readonly EntryDifference<Entry, string>[],
  name: (entry: Entry) => Pick<ComparisonGroup, 'key' | 'kindName' | 'title'>,
): ComparisonGroup[] =>
  entries.flatMap(({ kind, old, new: now, fields }) => {
    const entry = now ?? old;
    return entry === null
      ? []
      : [{ part, ...name(entry), code: '', marks: [kind], rows: fields.map(rowOf), reasons: [] }];
  });

/** 新旧対照表: plan as a whole, levels, identity and situation first, then the items in the order of the tree. */
export const comparisonTable = (difference: ContentDifference): ComparisonGroup[] => [
  ...(difference.header.length === 0
    ? []
    : [
        {
          part: 'header' as const,
          key: 'header',
          kindName: '',
          code: '',
          title: '',
          marks: ['changed' as const],
          rows: difference.header.map(rowOf),
          reasons: [],
        },
      ]),
  ...entryGroups('levels', difference.levels, (level) => ({
    key: level.levelKey,
    kindName: '',
    title: level.name,
  })),
  ...entryGroups('identity', difference.identity, (entry) => ({
    key: entry.entryKey,
    kindName: '',
    title: entry.label,
  })),
  ...entryGroups('situation', difference.situation, (entry) => ({
    key: entry.entryKey,
    kindName: '',
    title: entry.theme,
  })),
  ...difference.items.map((item) => ({
    part: 'items' as const,
    key: item.itemKey,
    kindName: item.levelName,
    code: item.code,
    title: (item.new ?? item.old[0])?.title ?? '',
    marks: item.marks,
    rows: itemRows(item),
    reasons: item.reasons,
  })),
];
