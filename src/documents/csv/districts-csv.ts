import type { DistrictRow } from '../../domain/population/district-figures.ts';
import type { CsvField } from './csv-field.ts';
import { textMaker } from './make-field.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface DistrictsCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly series: { readonly name: string; readonly source: string; readonly terms: string };
  /** Day of the base: figures of its year are counted, all others projected */
  readonly baseDate: string;
  /** 市町村全体の見通し the districts are held to */
  readonly town: string;
  readonly years: readonly number[];
  readonly rows: readonly DistrictRow[];
}

interface Line extends Omit<DistrictsCsvInput, 'rows' | 'years'> {
  readonly row: DistrictRow;
  readonly year: number;
  readonly isCounted: boolean;
  readonly figures: DistrictRow['figures'][number];
}

const text = textMaker<Line>();

const count = (key: string, name: string, nameEn: string, value: (line: Line) => number): CsvField<Line> => ({
  ...text(key, name, nameEn, value),
  type: 'integer',
  unit: '人',
});

/** 地区別の人口の見通し（1行に1地区1年）の項目定義. */
export const districtFields: readonly CsvField<Line>[] = [
  ...townFields,
  {
    ...text(
      'district_keys',
      '地区キー',
      'District keys',
      (line) => line.row.areaKeys,
      '人数の少ない地区は合わせて示す',
      'Districts of few people stand together',
    ),
    type: 'list',
  },
  { ...text('districts', '地区', 'Districts', (line) => line.row.names), type: 'list' },
  { ...text('year', '年', 'Year', (line) => line.year), type: 'integer' },
  text(
    'kind',
    '実績・見通しの別',
    'Counted or projected',
    (line) => (line.isCounted ? '実績' : '見通し'),
    '実績・見通し',
  ),
  count('total', '総数', 'Total', (line) => line.figures.total),
  count('age_0_14', '0～14歳', 'Aged 0–14', (line) => line.figures.children),
  count('age_15_64', '15～64歳', 'Aged 15–64', (line) => line.figures.workingAge),
  count('age_65_over', '65歳以上', 'Aged 65 and over', (line) => line.figures.aged),
  text('base_date', '基準日', 'Base day', (line) => line.baseDate),
  text('held_to', '合わせた市町村全体の見通し', 'Held to', (line) => line.town),
  text('series', '地区別の人口', 'Series', (line) => line.series.name),
  text('source', '出典', 'Source', (line) => line.series.source),
  text('terms', '利用条件・クレジット', 'Terms and credit', (line) => line.series.terms),
];

/** 地区別の人口の見通しのCSV: one district and year a line. */
export const districtsCsv = ({ rows, years, ...input }: DistrictsCsvInput): string =>
  writeCsv(
    districtFields,
    rows.flatMap((row) =>
      row.figures.map((figures, at) => ({
        ...input,
        row,
        figures,
        year: years[at] ?? 0,
        isCounted: at === 0,
      })),
    ),
  );
