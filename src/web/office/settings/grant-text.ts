import type { GrantRow } from '../../../db/role-grant.ts';
import { roleNames } from '../../../domain/access/role-names.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';

type Span = Pick<GrantRow, 'unitKey' | 'validFrom' | 'validTo'>;

const unitOf = ({ unitKey }: Span, units: readonly OrganisationUnit[]): OrganisationUnit | undefined =>
  unitKey === null ? undefined : units.find((unit) => unit.unitKey === unitKey);

/** The last day of the role, or of its unit where that ends earlier; null: none is known. */
const lastDay = (grant: Span, units: readonly OrganisationUnit[]): string | null => {
  const [first, second] = [grant.validTo, unitOf(grant, units)?.validTo ?? null];
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
};

const period = (grant: Span, units: readonly OrganisationUnit[]): string => {
  const [first, last] = [grant.validFrom, lastDay(grant, units)];
  if (first === null && last === null) return '';
  const from = first === null ? '' : formatJapaneseDate(first);
  const to = last === null ? '' : formatJapaneseDate(last);
  return `（${from}〜${to}）`;
};

/** 課長: こども未来課（令和7年4月1日〜） */
export const grantText = (
  grant: Span & Pick<GrantRow, 'role'>,
  units: readonly OrganisationUnit[],
): string => {
  const held = grant.unitKey === null ? '' : `: ${unitOf(grant, units)?.name ?? grant.unitKey}`;
  return `${roleNames[grant.role]}${held}${period(grant, units)}`;
};

/** Ended itself, or with its unit: after a 組織改編 the role goes on under the units that followed. */
export const isOver = (grant: Span, units: readonly OrganisationUnit[], today: string): boolean => {
  const last = lastDay(grant, units);
  return last !== null && last < today;
};

/** Only its unit has ended: the role still reaches what bears the name of that unit. */
export const outlivesUnit = (grant: Span, today: string): boolean =>
  grant.validTo === null || grant.validTo >= today;
