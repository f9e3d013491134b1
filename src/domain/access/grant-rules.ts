import { readIsoDay } from '../kernel/calendar-day.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type { OrganisationUnit } from '../organisation/unit.ts';
import type { Role } from './role.ts';
import { unitRoles } from './role-names.ts';

/** A role to be held, with its days. ISO dates, both included; null: without an end on that side. */
export interface GrantRequest {
  readonly role: Role;
  /** null: the whole town */
  readonly unitKey: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const dateProblem = (field: 'validFrom' | 'validTo', date: string | null): readonly Problem[] =>
  date === null || readIsoDay(date) !== null
    ? []
    : [errorAt('date-impossible', [field], { input: date.slice(0, 40) })];

/** A unit role needs a unit of this town; the other roles are held for the whole town. */
const unitProblems = (
  { role, unitKey }: GrantRequest,
  units: readonly Pick<OrganisationUnit, 'unitKey'>[],
): readonly Problem[] => {
  if (unitKey === null)
    return unitRoles.includes(role) ? [errorAt('grant.unit-missing', ['unitKey'], { role })] : [];
  // 企画担当 of one division plans for that division.
  if (!unitRoles.includes(role) && role !== 'planner')
    return [errorAt('grant.unit-not-for-role', ['unitKey'], { role })];
  return units.some((unit) => unit.unitKey === unitKey)
    ? []
    : [errorAt('unit-unknown', ['unitKey'], { key: unitKey })];
};

export const grantProblems = (
  grant: GrantRequest,
  units: readonly Pick<OrganisationUnit, 'unitKey'>[],
): readonly Problem[] => {
  const dates = [...dateProblem('validFrom', grant.validFrom), ...dateProblem('validTo', grant.validTo)];
  const reversed =
    dates.length === 0 &&
    grant.validFrom !== null &&
    grant.validTo !== null &&
    grant.validTo < grant.validFrom
      ? [errorAt('grant.dates-reversed', ['validTo'], { from: grant.validFrom, to: grant.validTo })]
      : [];
  return [...unitProblems(grant, units), ...dates, ...reversed];
};
