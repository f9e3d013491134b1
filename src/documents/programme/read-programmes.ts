import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { fromExtract } from '../../domain/programme/import/from-extract.ts';
import { fromTable } from '../../domain/programme/import/from-table.ts';
import type { GivenProgrammes } from '../../domain/programme/import/given-programme.ts';
import type { ColumnMapping } from '../../domain/programme/import/read-columns.ts';
import { decodeCsv } from '../csv/decode-csv.ts';
import { placedInFile } from '../csv/placed-in-file.ts';
import { largestJsonFile, readJsonFile } from '../town-file/read-json-file.ts';
import { fromProgrammeFile } from './from-programme-file.ts';
import { extractFile, programmeFile } from './programme-file-schema.ts';

export interface HowToRead {
  /** Columns of a CSV that are called otherwise: heading in the file → heading of ours. */
  readonly mapping: ColumnMapping;
  /** Year of what the file does not date; null: the file must say it. */
  readonly fiscalYear: number | null;
}

/** Bytes: a CSV of ten thousand programmes has less; a file of another kind, named by mistake, is not read for minutes. */
const largestFile = largestJsonFile;

const firstSign = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/u, '')
    .trimStart()
    .slice(0, 1);

/** The extract's own names are looked for before its schema is: so that what is wrong is said of the right format. */
const isExtract = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes);
  return text.includes('"settled_thousand_yen"') && text.includes('"amount_basis"');
};

const withLines = <T>(
  read: { readonly placed: (problem: Problem) => Problem },
  result: Result<T, readonly Problem[]>,
): Result<T, readonly Problem[]> => (result.ok ? result : refuse(result.error.map(read.placed)));

export interface ReadProgrammes {
  readonly given: GivenProgrammes;
  /** A problem of a later step, with where in the file it stands. */
  readonly placed: (problem: Problem) => Problem;
}

/**
 * Bytes of a file of programmes, CSV or JSON of either layout, as the import takes them — or everything that is wrong,
 * each with file, row and column. `file` is the name the person knows it by.
 */
export const readProgrammes = (
  file: string,
  bytes: Uint8Array,
  { mapping, fiscalYear }: HowToRead,
): Result<ReadProgrammes, readonly Problem[]> => {
  if (bytes.length > largestFile)
    return refuse([errorAt('file-too-large', [file], { limit: largestFile, size: bytes.length })]);
  if (firstSign(bytes) !== '{' && !/\.json$/iu.test(file)) {
    const placed = (problem: Problem): Problem => placedInFile(file, problem);
    const table = decodeCsv(bytes);
    const given = table.ok ? fromTable(table.value, mapping, fiscalYear) : table;
    return given.ok ? ok({ given: given.value, placed }) : refuse(given.error.map(placed));
  }
  if (isExtract(bytes)) {
    const read = readJsonFile(file, bytes, extractFile);
    if (!read.ok) return read;
    const given = withLines(read.value, fromExtract(read.value.value, fiscalYear));
    return given.ok ? ok({ given: given.value, placed: read.value.placed }) : given;
  }
  const read = readJsonFile(file, bytes, programmeFile, { schemaName: 'programme-file.schema.json' });
  if (!read.ok) return read;
  const { value, placed } = read.value;
  const wrongYears = value.programmes.flatMap(({ years }, index) =>
    fiscalYear === null
      ? []
      : years.flatMap((year, at) =>
          year.fiscalYear === fiscalYear
            ? []
            : [
                placed(
                  errorAt('programme-year-differs', ['programmes', index, 'years', at, 'fiscalYear'], {
                    stated: year.fiscalYear,
                    given: fiscalYear,
                  }),
                ),
              ],
        ),
  );
  return wrongYears.length > 0 ? refuse(wrongYears) : ok({ given: fromProgrammeFile(value), placed });
};
