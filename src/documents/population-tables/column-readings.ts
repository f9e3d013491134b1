import { storedLabel } from './age-chain.ts';
import type { FigureColumn, SheetColumns } from './columns.ts';
import { rowColumnMeanings } from './heading-words.data.ts';
import type { ColumnReading } from './recognised.ts';
import { columnLetters, type Sheet } from './sheet.ts';

const sexWords = { both: '男女計', male: '男', female: '女' } as const;
const figureWords = { total: '総数', unknown: '年齢不詳', households: '世帯数', count: '人口' } as const;

const meaningOf = ({ sex, age, figure, year }: FigureColumn): string =>
  [
    year === null ? '' : `${year}年`,
    age === null ? (figure === null ? '' : figureWords[figure]) : `${storedLabel(age)}歳`,
    sex === null || figure === 'households' ? '' : sexWords[sex],
  ]
    .filter((part) => part !== '')
    .join('・');

/** 列をどう読んだか, in the order of the sheet. */
export const columnReadings = (
  sheet: Sheet,
  { rowColumns, ageColumns, figures, leftOut }: SheetColumns,
  headingOf: (column: number) => string,
): readonly ColumnReading[] => {
  const meanings = new Map<number, string | null>([
    ...[...rowColumns].map(([kind, column]) => [column, rowColumnMeanings[kind]] as const),
    ...ageColumns.map((column) => [column, rowColumnMeanings.age] as const),
    ...figures.map((column) => [column.column, meaningOf(column)] as const),
    ...leftOut.map(({ column }) => [column, null] as const),
  ]);
  return [...meanings]
    .toSorted(([a], [b]) => a - b)
    .map(([column, meaning]) => ({
      sheet: sheet.name,
      column: columnLetters(column),
      heading: headingOf(column),
      meaning,
    }));
};
