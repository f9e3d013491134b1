import type { TenantTx } from '../../db/tenant.ts';
import { insertMunicipality, type NewMunicipality } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { municipalityOfCode } from '../../domain/kernel/municipality-code.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/** Registers the town the transaction is for. Its name must be the one the list of codes gives to its code. */
export const createMunicipality = async (
  tx: TenantTx,
  acting: Acting,
  town: NewMunicipality & { readonly code: string },
): Promise<Result<null, Refusal>> => {
  if (!may(acting.actor, 'settings.manage')) return refused('not-allowed', ['municipality']);
  const registered = municipalityOfCode(tx.municipality);
  const wrong = refusalOf([
    ...(town.code === tx.municipality
      ? []
      : [
          errorAt('municipality-other', ['municipality', 'code'], {
            given: town.code,
            expected: tx.municipality,
          }),
        ]),
    ...(['name', 'prefecture'] as const).flatMap((field) =>
      registered === null || registered[field] === town[field]
        ? []
        : [
            errorAt('municipality-differs-from-list', ['municipality', field], {
              given: town[field],
              expected: registered[field],
            }),
          ],
    ),
  ]);
  if (wrong !== null) return wrong;
  const { name, nameKana, nameEn, prefecture, accentColour, settings } = town;
  const made = await insertMunicipality(
    tx,
    { name, nameKana, nameEn, prefecture, accentColour, settings },
    stampOf(acting).now,
  );
  return made
    ? ok(null)
    : refused('municipality-exists', ['municipality', 'code'], { code: tx.municipality });
};
