import { lastFiscalYear } from '../../kernel/fiscal-year.ts';
import { errorAt, type Problem, placed } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { OrganisationUnit } from '../../organisation/unit.ts';
import { checkMeasure, checkProgramme, checkProgrammeYear } from '../check-programme.ts';
import type { Measure, MeasureYear, Programme, ProgrammeYear } from '../programme.ts';
import type { ProgrammeType } from '../yearly-cycle.ts';
import { columnNames } from './column-names.data.ts';
import { fieldNames } from './field-names.data.ts';
import type { GivenProgramme, GivenProgrammes } from './given-programme.ts';
import { type KnownMeasure, type MatchedMeasure, matchMeasures } from './match-measures.ts';
import { type MatchedProgramme, matchProgrammes } from './match-programmes.ts';
import { unitMatcher } from './match-units.ts';
import {
  type FieldChange,
  figureChanges,
  measureChanges,
  overlayFigure,
  overlayMeasure,
  overlayProgramme,
  overlayYear,
  programmeChanges,
  yearChanges,
} from './overlay.ts';
import { plainText } from './read-figure.ts';
import { settledOnce } from './settled-once.ts';

export interface PlanItemLink {
  readonly planKey: string;
  readonly itemKey: string;
}

/** What the town has before the import. */
export interface KnownTown {
  readonly programmes: readonly Programme[];
  readonly years: readonly ProgrammeYear[];
  readonly measures: readonly KnownMeasure[];
  readonly planItems: readonly (PlanItemLink & {
    readonly programmeKey: string;
    readonly position: number;
  })[];
  readonly units: readonly OrganisationUnit[];
  readonly types: readonly ProgrammeType[];
  readonly settledYears: ReadonlySet<number>;
  readonly indicatorKeys: ReadonlySet<string>;
  /** 'plan/item' of every item of a plan. */
  readonly itemKeys: ReadonlySet<string>;
}

export interface ImportChoice {
  readonly createUnits: boolean;
  /** A key nobody has. */
  readonly newKey: () => string;
  /** ISO day from which made units are valid. */
  readonly unitsFrom: string;
}

export interface NamedProgramme {
  readonly programmeKey: string;
  readonly number: string;
  readonly name: string;
}

export interface StatedDirection {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly text: string;
}

/** What an import would do, to be shown and to be written. */
export interface ProgrammeImport {
  readonly units: readonly OrganisationUnit[];
  readonly added: readonly NamedProgramme[];
  readonly changed: readonly (NamedProgramme & { readonly changes: readonly FieldChange[] })[];
  readonly unchanged: number;
  /** In the town's list and not in the file: they stay. */
  readonly missing: readonly NamedProgramme[];
  readonly warnings: readonly Problem[];
  /** 方向性 the file states, for the evaluation of the year. */
  readonly statedDirections: readonly StatedDirection[];
  readonly save: {
    readonly programmes: readonly Programme[];
    readonly years: readonly ProgrammeYear[];
    readonly measures: readonly Measure[];
    readonly measureYears: readonly MeasureYear[];
    /** Measures of these programmes, as a whole. */
    readonly links: ReadonlyMap<string, readonly string[]>;
    /** Plan items of these programmes, as a whole. */
    readonly planItems: ReadonlyMap<string, readonly PlanItemLink[]>;
  };
}

interface Work extends MatchedProgramme {
  readonly programme: Programme;
  readonly years: readonly ProgrammeYear[];
  readonly changes: readonly FieldChange[];
  /** Later years are known: the file is about the past and leaves the programme itself as it is. */
  readonly isPast: boolean;
}

const yearId = (key: string, fiscalYear: number): string => `${key}\n${fiscalYear}`;

/** Measures of each programme as they are kept, in their order. */
const keptMeasures = (measures: readonly KnownMeasure[]): ReadonlyMap<string, readonly KnownMeasure[]> => {
  const all = new Map<string, { readonly measure: KnownMeasure; readonly position: number }[]>();
  for (const measure of measures)
    for (const { programmeKey, position } of measure.programmes) {
      const list = all.get(programmeKey);
      if (list === undefined) all.set(programmeKey, [{ measure, position }]);
      else list.push({ measure, position });
    }
  return new Map(
    [...all].map(([key, list]) => [
      key,
      list.toSorted((a, b) => a.position - b.position).map(({ measure }) => measure),
    ]),
  );
};

/** Order of a programme's measures: those it has, then those that are new to it. */
const linksOf = (
  before: readonly KnownMeasure[],
  matched: readonly MatchedMeasure[],
): { readonly before: readonly string[]; readonly after: readonly string[] } => {
  const kept = before.map(({ measureKey }) => measureKey);
  const given = [...new Set(matched.map(({ measureKey }) => measureKey))];
  // One that the file gives other figures than its companions' has been parted from them: it takes the old one's place.
  const parted = new Set(
    matched
      .filter(({ stored, measureKey }) => stored === null && !kept.includes(measureKey))
      .flatMap(({ given: { kind, name, unit } }) =>
        before
          .filter(
            (measure) =>
              measure.kind === kind &&
              plainText(measure.name) === plainText(name) &&
              plainText(measure.unit) === plainText(unit) &&
              !given.includes(measure.measureKey),
          )
          .map(({ measureKey }) => measureKey),
      ),
  );
  return {
    before: kept,
    after: [...kept.filter((key) => !parted.has(key)), ...given.filter((key) => !kept.includes(key))],
  };
};

const typeOf = (
  { type, place }: GivenProgramme,
  types: readonly ProgrammeType[],
): Result<{ readonly typeKey?: string | null }, Problem> => {
  if (type === undefined) return ok({});
  if (type === null) return ok({ typeKey: null });
  const found = types.find(({ key, label }) => key === type || plainText(label) === plainText(type));
  return found === undefined
    ? refuse(errorAt('programme-type-unknown', [...place, '事業種別'], { text: type.slice(0, 40) }))
    : ok({ typeKey: found.key });
};

/** Names of fields in a problem of the domain become the words of the preview. */
const inWords = (place: Problem['path'], problem: Problem): Problem =>
  placed(place, {
    ...problem,
    path: problem.path.map((step) => (typeof step === 'string' ? (fieldNames[step] ?? step) : step)),
  });

/**
 * What the file would change, or everything that stands against it. Nothing is ever deleted: programmes, years and
 * measures the file does not have stay. A file about years before the newest known one changes those years only.
 */
export const planImport = (
  { programmes: given, warnings }: GivenProgrammes,
  town: KnownTown,
  choice: ImportChoice,
): Result<ProgrammeImport, readonly Problem[]> => {
  const { matched, problems: twice } = matchProgrammes(given, town.programmes, choice.newKey);
  const problems: Problem[] = [...twice];
  const units = unitMatcher(town.units, {
    newKey: choice.createUnits ? choice.newKey : null,
    from: choice.unitsFrom,
  });
  const knownUnits = new Set(town.units.map(({ unitKey }) => unitKey));
  const typeKeys = new Set(town.types.map(({ key }) => key));
  const storedYears = new Map(town.years.map((year) => [yearId(year.programmeKey, year.fiscalYear), year]));
  const newest = new Map<string, number>();
  for (const { programmeKey, fiscalYear } of town.years)
    newest.set(programmeKey, Math.max(newest.get(programmeKey) ?? 0, fiscalYear));

  /** Without a table there are no columns: as our own format calls them. */
  const unitHeadingOf = (each: GivenProgramme, field: 'unitKey' | 'department'): string =>
    each.unitHeading ?? columnNames[field].heading;
  const unitOf = (each: GivenProgramme): string | null | undefined => {
    if (each.unitKey != null && !knownUnits.has(each.unitKey))
      problems.push(
        errorAt('unit-unknown', [...each.place, unitHeadingOf(each, 'unitKey')], {
          key: each.unitKey.slice(0, 60),
        }),
      );
    if (each.unitKey !== undefined) return each.unitKey;
    if (each.unit === undefined || each.unit === null) return each.unit;
    // A file without years speaks of the units there are now.
    const fiscalYear =
      each.years.length === 0 ? lastFiscalYear : Math.max(...each.years.map((year) => year.fiscalYear));
    const found = units.match(each.unit, fiscalYear);
    if (found.ok) return found.value;
    problems.push(placed([...each.place, unitHeadingOf(each, 'department')], found.error));
    return undefined;
  };

  let position = Math.max(-1, ...town.programmes.map((each) => each.position)) + 1;
  const naming = {
    unitName: (key: string) =>
      [...town.units, ...units.made()].find(({ unitKey }) => unitKey === key)?.name ?? key,
    typeName: (key: string) => town.types.find((type) => type.key === key)?.label ?? key,
  };
  const works = matched.map((each): Work => {
    const { given: said, stored, programmeKey } = each;
    const type = typeOf(said, town.types);
    if (!type.ok) problems.push(type.error);
    const unitKey = unitOf(said);
    const isPast =
      said.years.length > 0 && said.years.every((year) => year.fiscalYear < (newest.get(programmeKey) ?? 0));
    const made = { programmeKey, position: stored?.position ?? position++ };
    const programme =
      isPast && stored !== null
        ? stored
        : overlayProgramme(stored, said, made, {
            ...(type.ok ? type.value : {}),
            ...(unitKey === undefined ? {} : { unitKey }),
          });
    const years = said.years.map((year) =>
      overlayYear(
        storedYears.get(yearId(programmeKey, year.fiscalYear)) ?? null,
        year,
        programmeKey,
        year.unitKey === undefined ? unitKey : year.unitKey,
      ),
    );
    problems.push(
      ...checkProgramme(programme, typeKeys).map((problem) => inWords(said.place, problem)),
      ...years
        .filter((year) => year.unitKey !== null && year.unitKey !== unitKey && !knownUnits.has(year.unitKey))
        .map((year) =>
          errorAt('unit-unknown', [...said.place, columnNames.unitKey.heading], {
            key: (year.unitKey ?? '').slice(0, 60),
          }),
        ),
      ...years.flatMap((year) => checkProgrammeYear(year).map((problem) => inWords(said.place, problem))),
    );
    const ofYears = years.map((year) => {
      const before = storedYears.get(yearId(programmeKey, year.fiscalYear)) ?? null;
      const changes = yearChanges(before, year, naming);
      if (town.settledYears.has(year.fiscalYear) && (before === null || changes.length > 0))
        problems.push(
          errorAt('programme-year-settled', [...said.place, changes[0]?.field ?? '年度'], {
            fiscalYear: year.fiscalYear,
          }),
        );
      return { year, changes, isChanged: before === null || changes.length > 0 };
    });
    return {
      ...each,
      programme,
      isPast,
      years: ofYears.flatMap(({ year, isChanged }) => (isChanged ? [year] : [])),
      changes: [...programmeChanges(stored, programme, naming), ...ofYears.flatMap(({ changes }) => changes)],
    };
  });

  const byProgramme = new Map<string, MatchedMeasure[]>();
  const measureOf = new Map<string, Measure>();
  const measureYearOf = new Map<string, MeasureYear>();
  const changesOf = new Map<string, FieldChange[]>();
  const placeOf = new Map(works.map((work) => [work.programmeKey, work.given.place]));
  for (const each of matchMeasures(matched, town.measures, choice.newKey)) {
    const { programmeKey, measureKey, stored, given: said } = each;
    byProgramme.set(programmeKey, [...(byProgramme.get(programmeKey) ?? []), each]);
    const measure = overlayMeasure(measureOf.get(measureKey) ?? stored, said, measureKey);
    const place = [...(placeOf.get(programmeKey) ?? []), said.name.slice(0, 40)];
    const changes = [...(changesOf.get(programmeKey) ?? []), ...measureChanges(stored, measure, naming)];
    if (stored === null || measureChanges(stored, measure, naming).length > 0)
      measureOf.set(measureKey, measure);
    if (measure.indicatorKey !== null && !town.indicatorKeys.has(measure.indicatorKey))
      problems.push(errorAt('measure-indicator-unknown', place, { key: measure.indicatorKey.slice(0, 60) }));
    const years =
      // Figures of a measure that is an indicator are entered there.
      measure.indicatorKey !== null
        ? []
        : said.years.map((year) => {
            const before = stored?.years.find(({ fiscalYear }) => fiscalYear === year.fiscalYear) ?? null;
            const after = overlayFigure(before, year, measureKey, stored === null);
            const differences = figureChanges(before, after, said.name);
            if (stored !== null) changes.push(...differences);
            if (differences.length > 0) measureYearOf.set(yearId(measureKey, year.fiscalYear), after);
            return after;
          });
    changesOf.set(programmeKey, changes);
    problems.push(...checkMeasure(measure, years).map((problem) => placed(place, { ...problem, path: [] })));
  }

  const kept = keptMeasures(town.measures);
  const links = new Map<string, readonly string[]>();
  const planItems = new Map<string, readonly PlanItemLink[]>();
  for (const { programmeKey, given: said, stored } of works) {
    const changes = [...(changesOf.get(programmeKey) ?? [])];
    const ours = byProgramme.get(programmeKey) ?? [];
    const { before, after } = linksOf(kept.get(programmeKey) ?? [], ours);
    if (before.join('\n') !== after.join('\n')) {
      links.set(programmeKey, after);
      if (stored !== null)
        for (const { given: measure } of ours.filter(({ measureKey }) => !before.includes(measureKey)))
          changes.push({ fiscalYear: null, field: '指標', before: '', after: measure.name });
    }
    if (said.planItems !== undefined) {
      const then = town.planItems
        .filter((each) => each.programmeKey === programmeKey)
        .map(({ planKey, itemKey }) => `${planKey}/${itemKey}`);
      const now = said.planItems.map(({ planKey, itemKey }) => `${planKey}/${itemKey}`);
      for (const key of now)
        if (!town.itemKeys.has(key))
          problems.push(
            errorAt('programme-plan-item-unknown', [...said.place, '計画項目'], { key: key.slice(0, 120) }),
          );
      if (then.join('\n') !== now.join('\n')) {
        planItems.set(programmeKey, said.planItems);
        if (stored !== null)
          changes.push({
            fiscalYear: null,
            field: '計画項目',
            before: then.join('、'),
            after: now.join('、'),
          });
      }
    }
    changesOf.set(programmeKey, changes);
  }
  if (problems.length > 0) return refuse(settledOnce(problems));

  const named = ({ programmeKey, number, name }: Programme): NamedProgramme => ({
    programmeKey,
    number,
    name,
  });
  const all = works.map((work) => ({
    ...work,
    all: [...work.changes, ...(changesOf.get(work.programmeKey) ?? [])],
  }));
  const touched = all.filter(({ stored, all: changes }) => stored !== null && changes.length > 0);
  const inFile = new Set(matched.map(({ programmeKey }) => programmeKey));
  return ok({
    units: units.made(),
    added: all.filter(({ stored }) => stored === null).map(({ programme }) => named(programme)),
    changed: touched.map(({ programme, all: changes }) => ({ ...named(programme), changes })),
    unchanged: all.length - touched.length - all.filter(({ stored }) => stored === null).length,
    missing: town.programmes.filter(({ programmeKey }) => !inFile.has(programmeKey)).map(named),
    warnings,
    statedDirections: works.flatMap(({ given: said, programmeKey }) =>
      said.years.flatMap(({ fiscalYear, statedDirection: text }) =>
        text === undefined ? [] : [{ programmeKey, fiscalYear, text }],
      ),
    ),
    save: {
      programmes: all
        .filter(
          ({ stored, programme }) =>
            stored === null || programmeChanges(stored, programme, naming).length > 0,
        )
        .map(({ programme }) => programme),
      years: all.flatMap(({ years }) => years),
      measures: [...measureOf.values()],
      measureYears: [...measureYearOf.values()],
      links,
      planItems,
    },
  });
};
