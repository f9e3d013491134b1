import type { UnitSuccession } from '../organisation/unit.ts';
import type { GrantRequest } from './grant-rules.ts';

interface HeldGrant extends GrantRequest {
  readonly userId: string;
}

/**
 * 組織改編に伴う役割の引き継ぎ: who held a role for a unit that ends holds it for every successor from that day, so that
 * nobody is locked out on 1 April. A transfer of duties (移管) carries nothing: its unit goes on.
 */
export const carriedGrants = (
  grants: readonly HeldGrant[],
  successions: readonly UnitSuccession[],
): readonly HeldGrant[] =>
  successions
    .filter(({ kind }) => kind !== 'transfer')
    .flatMap(({ predecessorKey, successorKey, on }) =>
      grants
        .filter(({ unitKey, validTo }) => unitKey === predecessorKey && (validTo === null || validTo >= on))
        .map(({ userId, role, validFrom, validTo }) => ({
          userId,
          role,
          unitKey: successorKey,
          validFrom: validFrom !== null && validFrom > on ? validFrom : on,
          validTo,
        })),
    );
