import type { EvaluationScheme } from './evaluation-scheme.ts';

/**
 * Key of the exemption that frees a programme from evaluation; '' where none does. `settledThousandYen`: settled
 * amounts, the year evaluated first. An amount that is not known frees nobody: small is known, not supposed.
 */
export const exemptionOf = (
  scheme: EvaluationScheme,
  typeKey: string | null,
  settledThousandYen: readonly (number | null)[],
): string => {
  const found = scheme.exemptions.find(({ atMost, types }) => {
    if (typeKey !== null && types.includes(typeKey)) return true;
    if (atMost === null) return false;
    const amounts = settledThousandYen.slice(0, atMost.years);
    if (amounts.length < atMost.years) return false;
    let sum = 0;
    for (const amount of amounts) {
      if (amount === null) return false;
      sum += amount;
    }
    return sum <= atMost.thousandYen;
  });
  return found?.key ?? '';
};
