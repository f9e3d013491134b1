/** A remark as far as its answer goes. */
export interface RemarkToAnswer {
  readonly remarkId: string;
  readonly fiscalYear: number;
  readonly roundKey: string | null;
  readonly answer: string;
  readonly answeredRoundKey: string | null;
  readonly audience: 'public' | 'internal';
}

/**
 * 前の年度までの指摘: those this round has to answer. What another round has answered is done; what was said in this
 * round waits for the next.
 */
export const remarksDue = <Remark extends RemarkToAnswer>(
  remarks: readonly Remark[],
  round: { readonly roundKey: string; readonly fiscalYear: number },
): readonly Remark[] =>
  remarks.filter(
    ({ roundKey, fiscalYear, answeredRoundKey }) =>
      roundKey !== round.roundKey &&
      fiscalYear <= round.fiscalYear &&
      (answeredRoundKey === null || answeredRoundKey === round.roundKey),
  );

export const remarkField = (remarkId: string): string => `remark.${remarkId}`;

/** Most characters of a remark and of its answer. */
export const remarkLimit = 2000;
