import { confirmationOf } from '../../../app/collection/move-sheet.ts';
import type { Confirmation } from '../../../db/confirmed-figures.ts';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { warningOf } from '../../../domain/indicator/collection/check-sheet.ts';
import { rowFields } from './sheet-form.ts';
import { confirmedWords, savedWords } from './sheet-row.tsx';

/** A row as it is stored, for the script of the sheet: its fields, its mark, and what to say beside it. */
export const savedRow = (
  record: LoadedIndicator,
  fiscalYear: number,
  today: string,
  confirmations: ReadonlyMap<string, Confirmation>,
) => {
  const confirmation = confirmations.get(record.indicator.indicatorKey);
  const warning = warningOf(record, fiscalYear, today);
  return {
    ...rowFields(record, fiscalYear),
    state: savedWords(record, fiscalYear),
    warning:
      warning === null
        ? null
        : {
            sentence: problemSentence(warning.problem),
            explained: warning.explained || confirmation !== undefined,
            confirmed: confirmedWords(confirmation),
            confirmation: confirmationOf(record, fiscalYear),
          },
  };
};
