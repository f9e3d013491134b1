/** One column of an open-data file: its entry in the field dictionary (項目定義) and where its value comes from. */
export interface CsvField<Row> {
  /** Name for programs, the same in every version of the file. */
  readonly key: string;
  /** Heading of the column. */
  readonly name: string;
  readonly nameEn: string;
  /** 'list': several texts, separated by half-width semicolons */
  readonly type: 'text' | 'list' | 'integer' | 'decimal' | 'date' | 'boolean';
  readonly unit: string;
  readonly note: string;
  readonly noteEn: string;
  readonly value: (row: Row) => string | number | boolean | null | readonly string[];
}
