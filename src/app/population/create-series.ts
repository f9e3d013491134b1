import { listSeries, loadSeries, lockSeriesOfTown } from '../../db/read-population.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertSeries, type NewSeries, type NewTable, saveTables } from '../../db/write-population.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkSeriesFacts, checkTables, type SeriesFacts } from '../../domain/population/check-series.ts';
import { heldBy } from '../../domain/population/import-changes.ts';
import { type Acting, stampOf } from '../acting.ts';
import { newKey } from '../new-key.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/**
 * A new series with its tables, as a draft: nobody outside reads it before it is published. Refused as a whole where
 * anything is wrong with any of it.
 */
export const createSeries = (
  acting: Acting,
  {
    series,
    tables,
    seriesKey = newKey(),
    unlessHeld = false,
  }: {
    readonly series: SeriesFacts;
    readonly tables: readonly NewTable[];
    /** A key of a file's own choosing */
    readonly seriesKey?: string | undefined;
    /** 取込み: refused where a series holds all these figures, also one that somebody else is making just now */
    readonly unlessHeld?: boolean;
  },
): Promise<Result<{ readonly seriesKey: string }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'population.manage')) return refused('not-allowed');
    const wrong = refusalOf([...checkSeriesFacts(series), ...checkTables(tables, series.kind)]);
    if (wrong !== null) return wrong;
    if (unlessHeld && tables.length > 0) {
      await lockSeriesOfTown(tx);
      const holder = heldBy(await loadSeries(tx), tables);
      if (holder !== null) return refused('population-file-held', ['into'], { name: holder.series.name });
    }
    const [there] = await listSeries(tx, { seriesKeys: [seriesKey] });
    if (there !== undefined) return refused('population-series-exists', [], { name: there.name });
    const made: NewSeries = { ...series, seriesKey, state: 'draft' };
    await insertSeries(tx, made, stampOf(acting));
    await saveTables(tx, seriesKey, tables);
    return ok({ seriesKey });
  });
