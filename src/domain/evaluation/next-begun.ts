interface Written {
  readonly firstSavedAt: string | null;
  readonly lastSavedAt: string | null;
}

/**
 * Whether the stage after has begun since the sheet came to it: it has saved something, confirmed the sheet, or left a
 * remark. What was filled in for it by the program is no beginning, nor what it wrote before the sheet came back.
 * Instants are ISO strings of one form.
 */
export const isNextBegun = (handedOnAt: string, next: Written | null, remarksOfNext: number): boolean =>
  remarksOfNext > 0 ||
  [next?.firstSavedAt, next?.lastSavedAt].some(
    (at) => at != null && Date.parse(at) >= Date.parse(handedOnAt),
  );
