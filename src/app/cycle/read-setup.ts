import { countSetUp } from '../../db/read-cycle-setup.ts';
import { withTenant } from '../../db/tenant.ts';
import { type SetUpStep, setUpOf } from '../../domain/programme/yearly-cycle-setup.ts';
import { type Acting, todayInJapan } from '../acting.ts';

/** What is set up in the town and what is missing, in one query. */
export const readSetUp = (acting: Acting): Promise<readonly SetUpStep[]> =>
  withTenant(acting.db, acting.as, async (tx) => setUpOf(await countSetUp(tx, todayInJapan(acting))));
