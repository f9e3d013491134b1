import { z } from 'zod';
import { indicatorEntry } from './indicator-schema.ts';
import { judgementSchemeEntry, judgementYearEntry } from './judgement-schema.ts';
import { area, municipality, succession, unit } from './organisation-schema.ts';
import { planEntry } from './plan-schema.ts';

/**
 * 団体データファイル: what a town is, and what it plans. One file, or several that are put together.
 * The names are those of the domain types; fields that may be empty may be left out.
 */
export const townFile = z.strictObject({
  $schema: z.string().exactOptional(),
  municipality: municipality.exactOptional(),
  units: z.array(unit).default([]),
  successions: z.array(succession).default([]),
  areas: z.array(area).default([]),
  indicators: z.array(indicatorEntry).default([]),
  judgementSchemes: z.array(judgementSchemeEntry).default([]),
  judgementYears: z.array(judgementYearEntry).default([]),
  plans: z.array(planEntry).default([]),
});

export type TownFile = z.output<typeof townFile>;

/** JSON Schema of the file, for editors: demo/town-file.schema.json is this, and a test keeps it so. */
export const townFileJsonSchema = (): object => ({
  ...z.toJSONSchema(townFile, { io: 'input' }),
  title: '羅針 団体データファイル',
});
