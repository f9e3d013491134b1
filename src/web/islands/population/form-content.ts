import type { Interpolation } from '../../../domain/demography/interpolate/interpolation.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { ScenarioContent, ScenarioEstate, ScenarioLever } from '../../../domain/population/scenario.ts';
import { type LeverField, leverName, pulledValue, typedNumber } from './lever-field.ts';

/** Text of a field; null where the form has no such field. */
export type FieldText = (name: string) => string | null;

/** 2032, R14 and 令和14年. Unreadable or empty: as if it were not there. */
const yearOf = (text: string | null): number | null => {
  const year = parseFiscalYear((text ?? '').trim());
  return year.ok ? year.value : null;
};

const leverOf = (
  field: LeverField,
  text: FieldText,
  before: ScenarioLever | undefined,
  movesAfter: number | null,
): readonly ScenarioLever[] => {
  const value = pulledValue(field, text(leverName(field.kind)));
  if (value === null) return [];
  const year = (part: 'fromYear' | 'byYear', usual: number | null): number | null => {
    const typed = text(leverName(field.kind, part));
    if (typed !== null) return yearOf(typed);
    return before === undefined ? usual : before[part];
  };
  const shape = text(leverName(field.kind, 'shape')) ?? before?.shape;
  return [
    {
      kind: field.kind,
      value,
      fromYear: year('fromYear', movesAfter),
      byYear: year('byYear', null),
      shape: shape === 'logistic' ? 'logistic' : 'linear',
      reason: text(leverName(field.kind, 'reason')) ?? before?.reason ?? '',
      source: text(leverName(field.kind, 'source')) ?? before?.source ?? '',
    },
  ];
};

const mostRows = 100;

/** Rows `estates.0.year`, `estates.0.persons`, …; one may have been taken out between others. */
const estatesOf = (text: FieldText): readonly ScenarioEstate[] =>
  Array.from({ length: mostRows }, (_, row) => `estates.${row}`).flatMap((row) => {
    const [year, persons] = [yearOf(text(`${row}.year`)), typedNumber(text(`${row}.persons`))];
    if (year === null || persons === null) return [];
    return [{ year, persons, name: text(`${row}.name`) ?? '', source: text(`${row}.source`) ?? '' }];
  });

const aimOf = (text: FieldText): ScenarioContent['aim'] => {
  const [year, total] = [yearOf(text('aim.year')), typedNumber(text('aim.total'))];
  return year === null || total === null ? null : { year, total, source: text('aim.source') ?? '' };
};

const isInterpolation = (text: string): text is Interpolation =>
  ['linear', 'geometric', 'monotone', 'natural', 'forsythe'].includes(text);

/**
 * The scenario as the form says it now, read over the content the page was made of. What is half typed counts as not
 * there; the server, which reads it strictly, has the last word. Fields the form has not stay as they were;
 * a lever of none moves after `movesAfter`.
 */
export const contentOfForm = (
  start: ScenarioContent,
  levers: readonly LeverField[],
  text: FieldText,
  movesAfter: number | null = null,
): ScenarioContent => {
  const birthRate = typedNumber(text('birthRateNow.value'));
  const interpolation = text('interpolation');
  const shown = new Set(levers.map(({ kind }) => kind));
  return {
    ...start,
    levers: [
      ...start.levers.filter(({ kind }) => !shown.has(kind)),
      ...levers.flatMap((field) =>
        leverOf(
          field,
          text,
          start.levers.find(({ kind }) => kind === field.kind),
          movesAfter,
        ),
      ),
    ],
    // The last row taken out leaves no field behind: a form that asks how years are filled in asks for all.
    estates: interpolation === null ? start.estates : estatesOf(text),
    aim: text('aim.year') === null ? start.aim : aimOf(text),
    birthRateNow:
      text('birthRateNow.value') === null
        ? start.birthRateNow
        : birthRate === null
          ? null
          : { value: birthRate, source: text('birthRateNow.source') ?? '' },
    interpolation:
      interpolation !== null && isInterpolation(interpolation) ? interpolation : start.interpolation,
    errors:
      text('errors') === 'ipss'
        ? 'ipss'
        : text('errors') === 'cohort-change'
          ? 'cohort-change'
          : start.errors,
  };
};
