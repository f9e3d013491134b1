import type { ProjectedDistricts } from '../../domain/population/scenario-districts.ts';
import type { CsvField } from './csv-field.ts';
import { writeCsv } from './write-csv.ts';

interface Line {
  readonly areaKey: string;
  readonly areaName: string;
  readonly year: number;
  readonly sex: string;
  readonly age: string;
  readonly persons: number;
}

const field = (
  key: string,
  name: string,
  nameEn: string,
  type: CsvField<Line>['type'],
  value: CsvField<Line>['value'],
): CsvField<Line> => ({
  key,
  name,
  nameEn,
  type,
  unit: type === 'integer' ? '人' : '',
  note: '',
  noteEn: '',
  value,
});

const fields: readonly CsvField<Line>[] = [
  field('district_key', '地区キー', 'District key', 'text', (line) => line.areaKey),
  field('district', '地区', 'District', 'text', (line) => line.areaName),
  field('year', '年', 'Year', 'text', (line) => String(line.year)),
  field('sex', '性別', 'Sex', 'text', (line) => line.sex),
  field('age', '年齢', 'Age', 'text', (line) => line.age),
  field('population', '人口', 'Population', 'decimal', (line) => line.persons),
];

/** Persons of a counted table may be fractions, where unknown ages were shared out. */
const decimals = (persons: number): number => Math.round(persons * 1e6) / 1e6;

/** 地区別の推計を男女・年齢別に: district, year, sex and age a line. For the office: small figures stand as they are. */
export const districtAgesCsv = ({ ages, years, districts }: ProjectedDistricts): string =>
  writeCsv(
    fields,
    districts.flatMap(({ areaKey, areaName, populations }) =>
      populations.flatMap((population, at) =>
        (['male', 'female'] as const).flatMap((sex) =>
          ages.groups.map(({ label }, group) => ({
            areaKey,
            areaName,
            year: years[at] ?? 0,
            sex: sex === 'male' ? '男' : '女',
            age: label,
            persons: decimals(population[sex][group] ?? 0),
          })),
        ),
      ),
    ),
  );
