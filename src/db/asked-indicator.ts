import { sql } from 'drizzle-orm';
import { indicator } from './schema/indicator.ts';

/**
 * Of which indicators a figure of the whole is asked every year: not of what is computed from others, and not of a
 * distribution of answers (domain/indicator/distribution.ts), whose whole is always one hundred percent. One that has
 * had figures of its parts only is asked: without the whole it is never judged.
 */
export const isAskedFor = sql`${indicator.computed} is null
  and not (${indicator.unit} in ('%', '％') and ${indicator.direction} = 'none' and jsonb_array_length(${indicator.breakdowns}) > 0)`;
