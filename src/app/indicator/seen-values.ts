import { createHash } from 'node:crypto';
import type { StoredValue } from '../../db/read-indicator.ts';
import type { IndicatorValue } from '../../domain/indicator/indicator.ts';

/** Everything a figure says. */
export const valueContent = (value: IndicatorValue): string =>
  JSON.stringify([
    value.value,
    value.text,
    value.missing,
    value.standardError,
    value.asOf,
    value.status,
    value.source?.document ?? '',
    value.source?.place ?? '',
    value.note,
  ]);

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/**
 * What a person saw of a figure, '' for none. With its content, because versions of drafts begin anew: published and
 * entered again, another figure has the number the first one had.
 */
export const seenMark = (value: StoredValue | null): string =>
  value === null ? '' : `${value.stage} ${value.version} ${hash(valueContent(value))}`;

/** What a person saw of the cells of a breakdown in one year. */
export const cellsMark = (shown: readonly StoredValue[]): string =>
  shown.length === 0 ? '' : hash(JSON.stringify(shown.map((value) => [value.breakdown, seenMark(value)])));

/** What a person saw who publishes all draft figures of an indicator. */
export const draftsMark = (values: readonly StoredValue[]): string =>
  hash(
    JSON.stringify(
      values
        .filter((value) => value.stage === 'draft')
        .map((value) => [value.series, value.fiscalYear, value.breakdown, valueContent(value)].join(' '))
        .sort(),
    ),
  );
