import { isFiscalYear } from '../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type { CycleEvent, ProgrammeType, StaffRate, YearlyCycle } from './yearly-cycle.ts';
import { monthPlace } from './yearly-cycle-months.ts';

/** Longest row of a list nobody reads to its end. */
export const mostRows = 60;
const longestTitle = 100;
const longestNote = 500;
/** An hour of work dearer than this is a slip of the keyboard (千円 typed for 円 is caught by the lower bound). */
export const hourlyRange = { from: 500, to: 50_000 } as const;

const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

const firstAt = <T>(rows: readonly T[], of: (row: T) => unknown, index: number): boolean =>
  rows.findIndex((row) => of(row) === of(rows[index] as T)) === index;

const tooLong = (path: Problem['path'], text: string, limit: number): readonly Problem[] =>
  [...text].length > limit ? [errorAt('text-too-long', path, { length: [...text].length, limit })] : [];

const keyProblems = (path: Problem['path'], key: string): readonly Problem[] =>
  keyPattern.test(key) && key.length <= 40 ? [] : [errorAt('cycle-key-format', path, { key })];

/** 事業の種類 */
export const checkTypes = (types: readonly ProgrammeType[]): readonly Problem[] =>
  types.flatMap((type, index) => {
    const at = ['types', index] as const;
    return [
      ...(type.label.trim() === '' ? [errorAt('cycle-type-label-missing', [...at, 'label'])] : []),
      ...tooLong([...at, 'label'], type.label, longestTitle),
      ...keyProblems([...at, 'key'], type.key),
      ...(firstAt(types, ({ key }) => key, index)
        ? []
        : [errorAt('cycle-key-twice', [...at, 'key'], { key: type.key })]),
      ...(type.label.trim() === '' || firstAt(types, ({ label }) => label.trim(), index)
        ? []
        : [errorAt('cycle-type-twice', [...at, 'label'], { label: type.label })]),
    ];
  });

/** 人件費の単価 */
export const checkRates = (rates: readonly StaffRate[]): readonly Problem[] =>
  rates.flatMap(({ fiscalYear, yenPerHour }, index) => {
    const at = ['rates', index] as const;
    return [
      ...(isFiscalYear(fiscalYear) ? [] : [errorAt('cycle-rate-year', [...at, 'fiscalYear'])]),
      ...(firstAt(rates, (rate) => rate.fiscalYear, index)
        ? []
        : [errorAt('cycle-rate-twice', [...at, 'fiscalYear'], { fiscalYear })]),
      ...(Number.isInteger(yenPerHour) && yenPerHour >= hourlyRange.from && yenPerHour <= hourlyRange.to
        ? []
        : [errorAt('cycle-rate-amount', [...at, 'yenPerHour'], { ...hourlyRange })]),
    ];
  });

/** 年間の予定 */
export const checkCalendar = (events: readonly CycleEvent[]): readonly Problem[] =>
  events.flatMap((event, index) => {
    const at = ['calendar', index] as const;
    const isMonth = monthPlace(event.fromMonth) !== -1 && monthPlace(event.toMonth) !== -1;
    return [
      ...(event.title.trim() === '' ? [errorAt('cycle-title-missing', [...at, 'title'])] : []),
      ...tooLong([...at, 'title'], event.title, longestTitle),
      ...tooLong([...at, 'who'], event.who, longestTitle),
      ...tooLong([...at, 'note'], event.note, longestNote),
      ...keyProblems([...at, 'key'], event.key),
      ...(firstAt(events, ({ key }) => key, index)
        ? []
        : [errorAt('cycle-key-twice', [...at, 'key'], { key: event.key })]),
      ...(isMonth ? [] : [errorAt('cycle-month', [...at, 'fromMonth'])]),
      ...(isMonth && monthPlace(event.toMonth) < monthPlace(event.fromMonth)
        ? [
            errorAt('cycle-months-reversed', [...at, 'toMonth'], {
              title: event.title,
              from: event.fromMonth,
              to: event.toMonth,
            }),
          ]
        : []),
    ];
  });

/** Everything that is wrong, each with list, number of the row and field: ['calendar', 2, 'toMonth']. */
export const checkCycle = ({ programmeTypes, staffRates, calendar }: YearlyCycle): readonly Problem[] => [
  ...[programmeTypes, staffRates, calendar].flatMap((rows, index) =>
    rows.length > mostRows
      ? [errorAt('cycle-too-many', [['types', 'rates', 'calendar'][index] ?? ''], { limit: mostRows })]
      : [],
  ),
  ...checkTypes(programmeTypes),
  ...checkRates(staffRates),
  ...checkCalendar(calendar),
];
