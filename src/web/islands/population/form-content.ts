import type { Interpolation } from '../../../domain/demography/interpolate/interpolation.ts';
import type { ScenarioContent, ScenarioEstate, ScenarioLever } from '../../../domain/population/scenario.ts';
import { type LeverField, leverName, pulledValue, typedNumber } from './lever-field.ts';

/** Text of a field; null where the form has no such field. */
export type FieldText = (name: string) => string | null;

/** Unreadable or empty: as if it were not there. */
const whole = (text: string | null): number | null => {
  const value = typedNumber(text);
  return value !== null && Number.isInteger(value) ? value : null;
};

const leverOf = (
  field: LeverField,
  text: FieldText,
  before: ScenarioLever | undefined,
): readonly ScenarioLever[] => {
  const value = pulledValue(field, text(leverName(field.kind)));
  if (value === null) return [];
  const year = (part: 'fromYear' | 'byYear'): number | null => {
    const typed = text(leverName(field.kind, part));
    return typed === null ? (before?.[part] ?? null) : whole(typed);
  };
  const shape = text(leverName(field.kind, 'shape')) ?? before?.shape;
  return [
    {
      kind: field.kind,
      value,
      fromYear: year('fromYear'),
      byYear: year('byYear'),
      shape: shape === 'logistic' ? 'logistic' : 'linear',
      reason: text(leverName(field.kind, 'reason')) ?? before?.reason ?? '',
      source: text(leverName(field.kind, 'source')) ?? before?.source ?? '',
    },
  ];
};

/** Rows `estate.0.year`, `estate.0.persons`, … up to the first that is not in the form. */
const estatesOf = (text: FieldText): readonly ScenarioEstate[] => {
  const estates: ScenarioEstate[] = [];
  for (let row = 0; text(`estate.${row}.year`) !== null; row += 1) {
    const [year, persons] = [whole(text(`estate.${row}.year`)), typedNumber(text(`estate.${row}.persons`))];
    if (year !== null && persons !== null)
      estates.push({
        year,
        persons,
        name: text(`estate.${row}.name`) ?? '',
        source: text(`estate.${row}.source`) ?? '',
      });
  }
  return estates;
};

const aimOf = (text: FieldText): ScenarioContent['aim'] => {
  const [year, total] = [whole(text('aim.year')), typedNumber(text('aim.total'))];
  return year === null || total === null ? null : { year, total, source: text('aim.source') ?? '' };
};

const isInterpolation = (text: string): text is Interpolation =>
  ['linear', 'geometric', 'monotone', 'natural', 'forsythe'].includes(text);

/**
 * The scenario as the form says it now, read over the content the page was made of. What is half typed counts as not
 * there; the server, which reads it strictly, has the last word. Fields the form has not stay as they were.
 */
export const contentOfForm = (
  start: ScenarioContent,
  levers: readonly LeverField[],
  text: FieldText,
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
        ),
      ),
    ],
    estates: text('estate.0.year') === null ? start.estates : estatesOf(text),
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
