import { findYearlyCycle } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { countProgrammesByType } from '../../db/write-cycle.ts';
import type { YearlyCycle } from '../../domain/programme/yearly-cycle.ts';
import { monthOf } from '../../domain/programme/yearly-cycle-months.ts';
import { type Acting, todayInJapan } from '../acting.ts';

export interface CycleDesk {
  readonly cycle: YearlyCycle;
  /** How many programmes are of each type, by the type's key. */
  readonly used: ReadonlyMap<string, number>;
  readonly today: string;
  /** Calendar month it is in Japan, 1 … 12. */
  readonly month: number;
}

/** What the pages of the yearly cycle show, in two queries. */
export const readCycleDesk = (acting: Acting): Promise<CycleDesk> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const today = todayInJapan(acting);
    const { programmeTypes, staffRates, calendar } = await findYearlyCycle(tx);
    return {
      cycle: { programmeTypes, staffRates, calendar },
      used: await countProgrammesByType(tx),
      today,
      month: monthOf(today),
    };
  });
