import { createHash } from 'node:crypto';
import type { ItemText } from '../../../db/write-item.ts';
import { sdgGoals } from '../../../domain/kernel/sdg-goals.data.ts';
import type { DeskPage } from './desk.ts';
import { type ItemField, investmentNames, itemFieldNames, partnerKinds } from './item-words.data.ts';

/** Names behind the keys of an item. */
export interface ItemNames {
  readonly units: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, string>;
}

export const itemNames = (desk: Pick<DeskPage, 'units' | 'areas' | 'loaded' | 'indicators'>): ItemNames => ({
  units: new Map(desk.units.map((unit) => [unit.unitKey, unit.name])),
  areas: new Map(desk.areas.map((area) => [area.areaKey, area.name])),
  reasons: new Map(desk.loaded.content.header.situation.map((entry) => [entry.entryKey, entry.text])),
  indicators: new Map(desk.indicators.map((indicator) => [indicator.indicatorKey, indicator.name])),
});

const named = (keys: readonly string[], names: ReadonlyMap<string, string>): string =>
  keys.map((key) => names.get(key) ?? key).join('\n');

const spans = { short: '短期集中', long: '長期継続' } as const;

/** Every field of an item as a person reads it: for showing two versions side by side, and for telling them apart. */
export const itemFieldTexts = (text: ItemText, names: ItemNames): Readonly<Record<ItemField, string>> => ({
  title: text.title,
  code: text.code ?? '',
  desiredState: text.desiredState,
  currentState: text.currentState,
  issue: text.issue,
  approach: text.approach,
  span: text.span === null ? '' : spans[text.span],
  lifeStages: text.lifeStages.join('、'),
  crossCutting: text.crossCutting ? '横断' : '',
  investmentKinds: investmentNames
    .filter(({ value }) => text.investmentKinds.includes(value))
    .map(({ label }) => label)
    .join('、'),
  areaKeys: named(text.areaKeys, names.areas),
  sdgGoals: text.sdgGoals
    .map((goal) => `${goal} ${sdgGoals.find((known) => known.goal === goal)?.name ?? ''}`)
    .join('\n'),
  leadUnitKeys: named(text.leadUnitKeys, names.units),
  supportUnitKeys: named(text.supportUnitKeys, names.units),
  partners: text.partners
    .map(({ kind, name, role }) =>
      `${partnerKinds.find((known) => known.value === kind)?.label ?? ''} ${name} ${role}`.trim(),
    )
    .join('\n'),
  voices: text.voices
    .map(({ body, origin, heardOn, consent }) =>
      [body, origin, heardOn ?? '', consent ? '（公開の同意あり）' : '（同意なし）']
        .filter((part) => part !== '')
        .join(' '),
    )
    .join('\n'),
  reasonKeys: named(text.reasonKeys, names.reasons),
  indicatorKeys: named(text.indicatorKeys, names.indicators),
  source: text.source === null ? '' : Object.values(text.source).join(' '),
});

export const itemFields = Object.keys(itemFieldNames) as readonly ItemField[];

/** What each field was when the form was drawn, short enough to travel with it. */
export type FieldMarks = Readonly<Record<string, string>>;

export const marksOf = (texts: Readonly<Record<string, string>>): FieldMarks =>
  Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [
      field,
      createHash('sha256').update(text).digest('base64url').slice(0, 10),
    ]),
  );

export const printMarks = (marks: FieldMarks): string =>
  Object.entries(marks)
    .map(([field, mark]) => `${field}:${mark}`)
    .join(' ');

export const readMarks = (text: string): FieldMarks =>
  Object.fromEntries(
    text
      .split(' ')
      .map((pair) => pair.split(':'))
      .filter((pair): pair is [string, string] => pair.length === 2),
  );

export interface Meeting<Field extends string> {
  /** Changed by the other only: taken over. */
  readonly theirs: readonly Field[];
  /** Changed by both, differently: to be chosen. */
  readonly both: readonly Field[];
}

/** Where two writers of one thing meet. `base`: what both began from. */
export const meetingOf = <Field extends string>(
  fields: readonly Field[],
  base: FieldMarks,
  mine: Readonly<Record<Field, string>>,
  stored: Readonly<Record<Field, string>>,
): Meeting<Field> => {
  const [own, other] = [marksOf(mine), marksOf(stored)];
  const moved = fields.filter((field) => base[field] !== other[field] && own[field] !== other[field]);
  return {
    theirs: moved.filter((field) => own[field] === base[field]),
    both: moved.filter((field) => own[field] !== base[field]),
  };
};
