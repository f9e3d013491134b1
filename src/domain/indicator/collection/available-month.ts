/** The month in which a figure of a fiscal year is expected: `months` after the March it ends with. null: not known. */
export const availableMonth = (
  fiscalYear: number,
  months: number | null,
): { readonly year: number; readonly month: number } | null => {
  if (months === null) return null;
  const count = (fiscalYear + 1) * 12 + 2 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
};
