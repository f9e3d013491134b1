import { errorAt, type Problem, warningAt } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { mostTables } from '../../domain/population/check-series.ts';
import { storedLabel } from './age-chain.ts';
import { assembleTable } from './assemble-table.ts';
import { chooseSheets } from './choose-sheets.ts';
import type { Figure } from './figure.ts';
import { layoutOf } from './layout.ts';
import type { LostRow } from './read-row.ts';
import { readSheet, type SheetReading } from './read-sheet-tables.ts';
import { readSheets } from './read-sheets.ts';
import type { ReadingOptions, Recognised, RecognisedTable, TownOfFile } from './recognised.ts';
import { suspicionsOf } from './suspicions.ts';
import { withWholeTown } from './whole-town.ts';

export const noOptions: ReadingOptions = { date: null, monthDay: null, projected: false };

/** The first census; before it nobody has such tables. */
const firstDay = '1920-01-01';
const lastYear = 2200;

/** Nothing was read at all: why. */
const nothingRead = (file: string, readings: readonly SheetReading[], town: TownOfFile): Problem => {
  const others = readings.flatMap(({ read }) => read.others);
  return others.length > 0
    ? errorAt('population-file-other-town', [file], { town: town.name, found: others.slice(0, 5) })
    : errorAt('population-file-no-figures', [file]);
};

/** The days of the file as a whole: possible ones, and the one the person says. */
const checkDays = (file: string, figures: readonly Figure[], options: ReadingOptions): readonly Problem[] => {
  const dates = [...new Set(figures.map(({ date }) => date))];
  const wrong = dates.filter((date) => date < firstDay || Number(date.slice(0, 4)) > lastYear);
  if (wrong.length > 0)
    return [errorAt('population-file-date-impossible', [file], { dates: wrong.slice(0, 5) })];
  const [only] = dates;
  return options.date !== null && dates.length === 1 && only !== undefined && only !== options.date
    ? [errorAt('population-file-date-differs', [file], { stated: only, given: options.date })]
    : [];
};

/** 一つの年齢だけの表（社人研 結果表2）: no gap here and there, the other ages are in other files. */
const withOneBand = (
  file: string,
  errors: readonly Problem[],
  figures: readonly Figure[],
): readonly Problem[] => {
  const bands = new Map(
    figures.flatMap(({ what }) => (typeof what === 'object' ? [[storedLabel(what), what.label]] : [])),
  );
  const [label] = bands.values();
  const isGap = ({ code }: Problem): boolean => code === 'population-file-age-gap';
  return bands.size === 1 && errors.some(isGap)
    ? [
        ...errors.filter((error) => !isGap(error)),
        errorAt('population-file-one-age-band', [file], { age: label ?? '' }),
      ]
    : errors;
};

/** Tables some row of theirs is lost to. */
const losing = (lost: readonly LostRow[]): ((figures: readonly Figure[]) => boolean) => {
  const keys = new Set(lost.map(({ areaKey, date }) => `${date ?? ''} ${areaKey}`));
  return ([any]) =>
    any !== undefined && (keys.has(` ${any.areaKey}`) || keys.has(`${any.date} ${any.areaKey}`));
};

const hintsOf = (
  file: string,
  readings: readonly SheetReading[],
  options: ReadingOptions,
  isIpss: boolean,
): readonly Problem[] => {
  const sum = (of: (reading: SheetReading) => number): number =>
    readings.reduce((total, reading) => total + of(reading), 0);
  const dashes = sum(({ read }) => read.dashes);
  const others = readings.flatMap(({ read }) => read.others);
  const fewOthers = others.length > 0 && sum(({ read }) => read.otherRows) < sum(({ read }) => read.rows);
  return [
    ...readings.flatMap(({ warnings }) => warnings),
    ...(dashes === 0 ? [] : [warningAt('population-file-dashes', [file], { count: dashes })]),
    ...(fewOthers ? [warningAt('population-file-other-rows', [file], { found: others.slice(0, 5) })] : []),
    ...(!isIpss && options.monthDay === null && readings.some(({ read }) => read.yearsOnly)
      ? [warningAt('population-file-day-assumed', [file], {})]
      : []),
  ];
};

const byAreaAndDay = (a: RecognisedTable, b: RecognisedTable): number =>
  a.date.localeCompare(b.date) || a.areaKey.localeCompare(b.areaKey, 'ja');

/**
 * 人口ファイルを読み取る: CSV or .xlsx; which layout it has is found from its headings. Figures of other towns are left.
 * All that is wrong is said at once, each with file, sheet and cell; what is doubtful becomes a warning. Tables of the
 * whole town have area key ''. `town.code5`: five digits.
 */
export const recogniseTables = async (
  file: { readonly name: string; readonly bytes: Uint8Array },
  town: TownOfFile,
  options: ReadingOptions = noOptions,
): Promise<Result<Recognised, readonly Problem[]>> => {
  const sheetFile = await readSheets(file.name, file.bytes);
  if (!sheetFile.ok) return sheetFile;
  const chosen = chooseSheets(sheetFile.value, town);
  if (!chosen.ok) return chosen;
  const readings = chosen.value.sheets.map(({ sheet, rows }) =>
    readSheet(file.name, sheet, rows, town, options),
  );
  const useful = readings.filter(
    ({ read }) => read.figures.length + read.problems.length + read.otherRows > 0,
  );
  const ofCells = useful.flatMap(({ read }) => read.problems);
  const ofSheets = useful.flatMap((reading) => reading.problems);
  const figures = useful.flatMap(({ read }) => read.figures);
  const [first] = useful.toSorted((a, b) => b.read.figures.length - a.read.figures.length);
  if (figures.length === 0 || first === undefined) {
    const told = [...ofSheets, ...ofCells];
    return refuse(told.length > 0 ? told : [nothingRead(file.name, useful, town)]);
  }
  const wrong = [
    ...ofSheets,
    ...ofCells,
    ...(ofSheets.length > 0 ? [] : checkDays(file.name, figures, options)),
  ];
  const { layout, isIpss, ...suggestion } = layoutOf({
    columns: first.columns,
    sheetsAreTowns: chosen.value.sheetsAreTowns,
    titles: useful.flatMap(({ titles }) => titles),
    codeHeading: first.codeHeading,
    firstYear: figures.reduce((least, { date }) => Math.min(least, Number(date.slice(0, 4))), lastYear),
  });
  const context = { file: file.name, mayBeRounded: options.projected || isIpss };
  const groups = [...Map.groupBy(figures, ({ areaKey, date }) => `${date} ${areaKey}`).values()];
  if (groups.length > mostTables)
    return refuse([
      ...wrong,
      errorAt('population-file-too-many-tables', [file.name], { limit: mostTables, count: groups.length }),
    ]);
  // Wrong cells and wrong sums are told together: who mends the file does it once.
  const losesRow = losing(useful.flatMap(({ read }) => read.lost));
  const made = groups.filter((all) => !losesRow(all)).map((all) => assembleTable(context, all));
  const problems = made.flatMap((part) => (part.ok ? part.value.warnings : part.error));
  const errors = [...wrong, ...problems.filter(({ severity }) => severity === 'error')];
  if (errors.length > 0) return refuse(withOneBand(file.name, errors, figures));
  const [area, ...areas] = new Set(figures.map(({ areaKey, areaName }) => (areaKey === '' ? '' : areaName)));
  // One district is not the town; and a table without codes may be another town's.
  if (area !== undefined && area !== '' && areas.length === 0)
    return refuse([errorAt('population-file-one-area', [file.name], { town: town.name, area })]);
  const parts = made.flatMap((part) => (part.ok && part.value.table !== null ? [part.value.table] : []));
  const whole = withWholeTown(file.name, town.name, parts, parts.length < made.length);
  const tables = whole.tables.toSorted(byAreaAndDay);
  return ok({
    layout,
    encoding: sheetFile.value.encoding,
    sheets: useful.map(({ sheet, read }) => ({
      name: sheet.name,
      rows: read.rows,
      otherRows: read.otherRows,
    })),
    columns: useful.flatMap((reading) => reading.readings),
    ages: tables.reduce<readonly string[]>(
      (finest, { counts }) => (counts.ages.length > finest.length ? counts.ages : finest),
      [],
    ),
    tables,
    warnings: [
      ...chosen.value.warnings,
      ...hintsOf(file.name, useful, options, isIpss),
      ...problems,
      ...whole.warnings,
      ...suspicionsOf(file.name, tables),
    ],
    suggestion,
  });
};
