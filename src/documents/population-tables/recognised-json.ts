import { z } from 'zod';
import { readIsoDay } from '../../domain/kernel/calendar-day.ts';
import { seriesKinds } from '../../domain/population/series.ts';
import type { Recognised } from './recognised.ts';

const text = z.string().max(2000);
const persons = z.number().nonnegative();
const list = z.array(persons).max(200).nullable();

const recognised = z.object({
  layout: text,
  encoding: text,
  sheets: z.array(z.object({ name: text, rows: z.number(), otherRows: z.number() })),
  columns: z.array(z.object({ sheet: text, column: text, heading: text, meaning: text.nullable() })),
  ages: z.array(text).max(200),
  tables: z.array(
    z.object({
      areaKey: text,
      areaName: text,
      date: text.refine((day) => readIsoDay(day) !== null),
      counts: z.object({
        ages: z.array(text).max(200),
        male: list,
        female: list,
        both: list,
        unknownAge: z.object({ male: persons, female: persons }).nullable(),
        total: persons,
        totalMale: persons.nullable(),
        totalFemale: persons.nullable(),
        households: persons.nullable(),
      }),
    }),
  ),
  remarks: z.array(text),
  suggestion: z.object({
    kind: z.enum(seriesKinds),
    name: text,
    publisher: text,
    baseYear: z.number().nullable(),
  }),
});

/** What was read, with its warnings as the sentences the person saw. */
export interface KeptReading extends Omit<Recognised, 'warnings'> {
  readonly remarks: readonly string[];
}

/**
 * What was recognised travels through the preview and back instead of the file: a workbook of the whole country is not
 * sent twice. What comes back is judged again when it is stored. Null: not what was sent.
 */
export const readKeptReading = (json: string): KeptReading | null => {
  try {
    const read = recognised.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};
