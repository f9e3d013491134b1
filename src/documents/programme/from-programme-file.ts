import type { GivenProgramme, GivenProgrammes } from '../../domain/programme/import/given-programme.ts';
import type { StatedFigure } from '../../domain/programme/import/read-figure.ts';
import { readStatedUnit } from '../../domain/programme/import/stated-unit.ts';
import type { ProgrammeFile } from './programme-file-schema.ts';

type Entry = ProgrammeFile['programmes'][number];
type MeasureEntry = NonNullable<Entry['measures']>[number];

const figureOf = (year: MeasureEntry['years'][number]): StatedFigure | null => {
  const { actual = null, actualText = null, missing = null } = year;
  return actual === null && actualText === null && missing === null
    ? null
    : { actual, actualText, missing, blank: false };
};

const measureOf = ({ years, ...measure }: MeasureEntry) => ({
  ...measure,
  years: years.map((year) => ({
    fiscalYear: year.fiscalYear,
    ...(year.target === undefined ? {} : { target: year.target }),
    figure: figureOf(year),
  })),
});

const programmeOf = (entry: Entry, index: number, file: ProgrammeFile): GivenProgramme => {
  const { key, number, name, type, unitKey, unit, years, measures, planItems, source, ...fields } = entry;
  const own = source ?? file.source;
  return {
    place: ['programmes', index],
    number,
    name,
    fields: { ...fields, ...(own === undefined ? {} : { source: own }) },
    ...(key === undefined ? {} : { key }),
    ...(type === undefined ? {} : { type }),
    ...(unitKey === undefined ? {} : { unitKey }),
    ...(unit === undefined ? {} : { unit: readStatedUnit(unit.bureau, unit.department) }),
    years: years.map(({ source: stated, ...year }) => {
      const from = stated ?? own;
      return { ...year, ...(from === undefined ? {} : { source: from }) };
    }),
    ...(measures === undefined ? {} : { measures: measures.map(measureOf) }),
    ...(planItems === undefined
      ? {}
      : { planItems: planItems.map(({ plan, item }) => ({ planKey: plan, itemKey: item })) }),
  };
};

/** What our own format says, as the import takes it. */
export const fromProgrammeFile = (file: ProgrammeFile): GivenProgrammes => ({
  programmes: file.programmes.map((entry, index) => programmeOf(entry, index, file)),
  warnings: [],
});
