import { newKey } from '../../../app/new-key.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { LevelDefinition } from '../../../domain/plan/level.ts';
import type { Form } from '../../middleware/form.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { entriesOfAll } from '../forms/entries.ts';
import { SelectField, TextField } from '../forms/field.tsx';
import { entriesOfRows } from '../forms/rows.ts';
import { rowNameOf, typedRowsOf } from './entry-order.ts';
import { EntryRows } from './entry-rows.tsx';
import type { HeaderFieldsProps, HeaderPart } from './header-routes.tsx';

const numberings = [
  { value: 'none', label: '番号なし' },
  { value: 'decimal', label: '1, 2, 3' },
  { value: 'decimal-nested', label: '1-1, 1-2（上の番号に続ける）' },
  { value: 'parenthesised', label: '(1), (2), (3)' },
  { value: 'upper-alpha', label: 'A, B, C' },
  { value: 'circled', label: '①, ②, ③' },
  { value: 'roman', label: 'Ⅰ, Ⅱ, Ⅲ' },
  { value: 'kanji', label: '一, 二, 三' },
  { value: 'given', label: '資料の番号をそのまま' },
] as const;
const numberingScopes = [
  { value: 'parent', label: '上の項目ごとに1から' },
  { value: 'global', label: '計画を通して続ける' },
] as const;
const titleStyles = [
  { value: 'free', label: '決めない' },
  { value: 'state', label: '状態で書く（…している）' },
  { value: 'means', label: '手段で書く（…の整備）' },
] as const;

const fields = [
  'order',
  'entryKey',
  'name',
  'nameEn',
  'numbering',
  'numberingScope',
  'titleStyle',
  'track',
] as const;

const typedRows = (form: Form) =>
  typedRowsOf(form, 'levels', fields, ['order', 'entryKey', 'numbering', 'numberingScope', 'titleStyle']);

const Fields = ({ desk, form, sentences, beside }: HeaderFieldsProps) => {
  const { levels, items } = desk.loaded.content;
  const parents = [
    { value: 'root', label: '最上位' },
    ...levels.map((level) => ({ value: level.levelKey, label: level.name })),
  ];
  return (
    <>
      {beside('levels')}
      <EntryRows form={form} sentences={sentences} part="levels" name="階層" of="name">
        {(row, number) => {
          const used = items.filter((item) => item.levelKey === form.text(`${row}.entryKey`)).length;
          return (
            <>
              <div className="fields-row">
                <TextField
                  form={form}
                  name={`${row}.name`}
                  label={`階層${number}の名前`}
                  hint={used > 0 ? `${used}件の項目が使っています` : undefined}
                  sentences={sentences}
                />
                <TextField
                  form={form}
                  name={`${row}.nameEn`}
                  label={`階層${number}の英語名`}
                  sentences={sentences}
                />
                <TextField
                  form={form}
                  name={`${row}.track`}
                  label={`階層${number}の系統（柱1・柱2など）`}
                  sentences={sentences}
                />
              </div>
              <ChoiceGroup
                form={form}
                name={`${row}.parents`}
                label={`階層${number}を置ける場所（上の階層）`}
                choices={parents}
                sentences={sentences}
              />
              <div className="fields-row">
                <SelectField
                  form={form}
                  name={`${row}.numbering`}
                  label={`階層${number}の番号`}
                  choices={numberings}
                  sentences={sentences}
                />
                <SelectField
                  form={form}
                  name={`${row}.numberingScope`}
                  label={`階層${number}の数え方`}
                  choices={numberingScopes}
                  sentences={sentences}
                />
                <SelectField
                  form={form}
                  name={`${row}.titleStyle`}
                  label={`階層${number}の題名の書き方`}
                  choices={titleStyles}
                  sentences={sentences}
                />
              </div>
            </>
          );
        }}
      </EntryRows>
    </>
  );
};

const choose = <Value extends string>(
  choices: readonly { readonly value: Value }[],
  text: string,
): Value | undefined => choices.find(({ value }) => value === text)?.value;

/** A new row's selects stand at their first choice; a level never shown again keeps what it had. */
const readLevel = (
  form: Form,
  row: Readonly<Record<(typeof fields)[number], string>>,
  index: number,
  levels: readonly LevelDefinition[],
  problems: Problem[],
): LevelDefinition => {
  const levelKey = levels.find((level) => level.levelKey === row.entryKey)?.levelKey ?? newKey();
  const at = (field: string, text: string): void => {
    problems.push(errorAt('unknown-choice', ['levels', index, field], { text: text.slice(0, 40) }));
  };
  const numbering = choose(numberings, row.numbering);
  const numberingScope = choose(numberingScopes, row.numberingScope);
  const titleStyle = choose(titleStyles, row.titleStyle);
  if (numbering === undefined) at('numbering', row.numbering);
  if (numberingScope === undefined) at('numberingScope', row.numberingScope);
  if (titleStyle === undefined) at('titleStyle', row.titleStyle);
  const nameEn = row.nameEn.trim();
  const track = row.track.trim();
  return {
    levelKey,
    name: row.name.trim(),
    ...(nameEn === '' ? {} : { nameEn }),
    parents: form.all(`levels.${index}.parents`),
    numbering: numbering ?? 'none',
    numberingScope: numberingScope ?? 'parent',
    titleStyle: titleStyle ?? 'free',
    ...(track === '' ? {} : { track }),
  };
};

/** 階層: names, what hangs from what, numbering. */
export const levelsPart: HeaderPart = {
  section: 'levels',
  title: '階層',
  lead: '計画の段の名前と番号の付け方です。新しく加えた階層は、一度保存すると、ほかの階層の「置ける場所」に選べます。',
  fieldNames: { levels: '階層' },
  entries: ({ levels }) => [
    ...entriesOfRows(
      'levels',
      levels.map((level, index) => ({
        order: String(index + 1),
        entryKey: level.levelKey,
        name: level.name,
        nameEn: level.nameEn ?? '',
        numbering: level.numbering,
        numberingScope: level.numberingScope,
        titleStyle: level.titleStyle,
        track: level.track ?? '',
      })),
    ),
    ...levels.flatMap((level, index) => entriesOfAll(`levels.${index}.parents`, level.parents)),
  ],
  texts: ({ levels }) => ({
    levels: levels
      .map((level) => {
        const above = level.parents.map(
          (key) => levels.find((each) => each.levelKey === key)?.name ?? '最上位',
        );
        const numbering = numberings.find(({ value }) => value === level.numbering)?.label ?? '';
        return `${level.name}（${above.join('・')}の下、${numbering}、${level.numberingScope}、${level.titleStyle}、${level.nameEn ?? ''}${level.track ?? ''}）`;
      })
      .join('\n'),
  }),
  read: (form, state) => {
    const problems: Problem[] = [];
    const levels = typedRows(form).map(({ row, index }) =>
      readLevel(form, row, index, state.levels, problems),
    );
    return problems.length === 0 ? ok({ header: {}, levels }) : { ok: false, error: problems };
  },
  list: {
    part: 'levels',
    indexes: (form) => typedRows(form).map(({ index }) => index),
    keys: (edit) => (edit.levels ?? []).map(({ levelKey }) => levelKey),
  },
  nameOf: rowNameOf('levels'),
  Fields,
};
