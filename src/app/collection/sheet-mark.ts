import { createHash } from 'node:crypto';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { figureOf } from '../../domain/indicator/collection/asked.ts';
import { seenMark } from '../indicator/seen-values.ts';

/** What a person saw of the one figure of a row, '' for none. */
export const rowMark = (record: LoadedIndicator, fiscalYear: number): string =>
  seenMark(figureOf(record.values, fiscalYear));

/** What a person saw of the whole sheet: nobody publishes figures that came after the look. */
export const sheetMark = (records: readonly LoadedIndicator[], fiscalYear: number): string =>
  createHash('sha256')
    .update(
      JSON.stringify(records.map((record) => [record.indicator.indicatorKey, rowMark(record, fiscalYear)])),
    )
    .digest('base64url')
    .slice(0, 22);
