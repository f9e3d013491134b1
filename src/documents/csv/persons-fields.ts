import type { CsvField } from './csv-field.ts';

/** Persons of a sex and an age: the last columns of every file about population. */
export interface PersonsLine {
  readonly sex: 'both' | 'male' | 'female';
  /** As the source writes it; 総数, 年齢不詳 */
  readonly age: string;
  /** In completed years; null where `age` is no group */
  readonly ageFrom: number | null;
  /** null also for the open group */
  readonly ageTo: number | null;
  readonly persons: number;
}

const sexNames: Readonly<Record<PersonsLine['sex'], string>> = { both: '総数', male: '男', female: '女' };

/** A sum of fractions ends in noise of binary arithmetic; nobody counts a millionth of a person. */
const plain = (persons: number): number => Number(persons.toFixed(6));

export const personsFields: readonly CsvField<PersonsLine>[] = [
  {
    key: 'sex',
    name: '男女',
    nameEn: 'Sex',
    type: 'text',
    unit: '',
    note: '総数・男・女',
    noteEn: 'Both (総数), men (男), women (女)',
    value: ({ sex }) => sexNames[sex],
  },
  {
    key: 'age',
    name: '年齢',
    nameEn: 'Age',
    type: 'text',
    unit: '',
    note: '総数は全年齢。年齢不詳は出典にあるときだけ',
    noteEn: 'All ages (総数); unknown ages (年齢不詳) where the source has them',
    value: ({ age }) => age,
  },
  {
    key: 'age_from',
    name: '年齢（下）',
    nameEn: 'Youngest age',
    type: 'integer',
    unit: '歳',
    note: '',
    noteEn: '',
    value: ({ ageFrom }) => ageFrom,
  },
  {
    key: 'age_to',
    name: '年齢（上）',
    nameEn: 'Oldest age',
    type: 'integer',
    unit: '歳',
    note: '空は上限なし',
    noteEn: 'Empty: and over',
    value: ({ ageTo }) => ageTo,
  },
  {
    key: 'persons',
    name: '人口',
    nameEn: 'Persons',
    type: 'decimal',
    unit: '人',
    note: '出典のまま。推計は小数のことがある',
    noteEn: 'As the source has it; of projections it may be a fraction',
    value: ({ persons }) => plain(persons),
  },
];
