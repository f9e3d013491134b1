import { differText, type Segment } from './difference-text.ts';
import type { Partner, PlanItem, Voice } from './item.ts';

export const textFields = ['title', 'desiredState', 'currentState', 'issue', 'approach'] as const;
export type TextField = (typeof textFields)[number];

export const listFields = [
  'investmentKinds',
  'lifeStages',
  'areaKeys',
  'sdgGoals',
  'leadUnitKeys',
  'supportUnitKeys',
  'partners',
  'voices',
  'alsoUnder',
  'reasonKeys',
  'indicatorKeys',
] as const;
export type ListField = (typeof listFields)[number];

export const valueFields = ['span', 'crossCutting', 'source'] as const;
export type ValueField = (typeof valueFields)[number];

export type ItemField = TextField | ListField | ValueField;

/**
 * One field that changed. `text`: segments join to the texts. `list`: one segment an entry, its text being the
 * key (unit, area, indicator, SDG number …) or the entry's own words. `value`: at most one removed, one added.
 */
export interface FieldChange<Field extends string = ItemField> {
  readonly field: Field;
  readonly form: 'text' | 'list' | 'value';
  readonly segments: readonly Segment[];
}

export const textChange = <Field extends string>(
  field: Field,
  old: string,
  now: string,
): FieldChange<Field>[] => (old === now ? [] : [{ field, form: 'text', segments: differText(old, now) }]);

export const valueChange = <Field extends string>(
  field: Field,
  old: string,
  now: string,
): FieldChange<Field>[] => {
  if (old === now) return [];
  const segments: Segment[] = [
    { kind: 'removed', text: old },
    { kind: 'added', text: now },
  ];
  return [{ field, form: 'value', segments: segments.filter(({ text }) => text !== '') }];
};

/** Entries are compared as a set: another order of the same units or goals is no change. */
export const listChange = <Field extends string>(
  field: Field,
  old: readonly string[],
  now: readonly string[],
): FieldChange<Field>[] => {
  const before = new Set(old);
  const after = new Set(now);
  const segments: Segment[] = [
    ...[...before].map((text): Segment => ({ kind: after.has(text) ? 'same' : 'removed', text })),
    ...[...after].filter((text) => !before.has(text)).map((text): Segment => ({ kind: 'added', text })),
  ];
  return segments.every(({ kind }) => kind === 'same') ? [] : [{ field, form: 'list', segments }];
};

/** 協働する主体 in one line: 名称（役割） */
const partnerLine = (partner: Partner): string =>
  partner.role === '' ? partner.name : `${partner.name}（${partner.role}）`;
/** 生の声 in one line: 「声」（場） */
const voiceLine = (voice: Voice): string =>
  voice.origin === '' ? `「${voice.body}」` : `「${voice.body}」（${voice.origin}）`;

export const entriesOf = (item: PlanItem, field: ListField): readonly string[] => {
  switch (field) {
    case 'sdgGoals':
      return item.sdgGoals.map(String);
    case 'partners':
      return item.partners.map(partnerLine);
    case 'voices':
      return item.voices.map(voiceLine);
    case 'alsoUnder':
      return item.alsoUnder.flatMap(({ parentKey }) => parentKey ?? []);
    default:
      return item[field];
  }
};

/** 出典 in one line. */
export const sourceLine = (source: PlanItem['source']): string =>
  source === null ? '' : [source.document, source.place, source.date].filter(Boolean).join(' ');

export const singleValueOf = (item: PlanItem, field: ValueField): string => {
  switch (field) {
    case 'span':
      return item.span ?? '';
    case 'crossCutting':
      return item.crossCutting ? 'yes' : '';
    case 'source':
      return sourceLine(item.source);
  }
};

/**
 * Changed fields of an item. Several old items (統合) are read one after the other, so that nothing that is
 * gone goes unseen; none where it was added; `now` null where it is gone.
 */
export const differFields = (old: readonly PlanItem[], now: PlanItem | null): FieldChange[] => [
  ...textFields.flatMap((field) => {
    const texts = old.map((item) => item[field]).filter((text) => text !== '');
    return textChange(field, texts.join('\n'), now?.[field] ?? '');
  }),
  ...listFields.flatMap((field) =>
    listChange(
      field,
      old.flatMap((item) => entriesOf(item, field)),
      now === null ? [] : entriesOf(now, field),
    ),
  ),
  ...valueFields.flatMap((field) => {
    const values = [...new Set(old.map((item) => singleValueOf(item, field)))];
    const present = now === null ? '' : singleValueOf(now, field);
    // Of several old values one that stays is no change.
    return valueChange(field, values.includes(present) ? present : values.join('・'), present);
  }),
];
