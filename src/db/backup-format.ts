import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * A backup is gzip'd lines of JSON: a head; for each table `{"table"}`, its rows as arrays of PostgreSQL's own text
 * (or null) in the order of the columns, and `{"end"}` with their number and SHA-256; last, `{"complete"}` with the
 * SHA-256 of all lines before. Text is exact on every version (numeric scale, microseconds, JSON null) and readable
 * without Rashin.
 */
export const backupFormat = 1;

export const backupHead = z.strictObject({
  format: z.literal('rashin-backup'),
  version: z.number().int(),
  program: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.strictObject({ tag: z.string(), hash: z.string() })).min(1),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1) })),
});
export type BackupHead = z.infer<typeof backupHead>;

export const tableBegin = z.strictObject({ table: z.string() });
export const tableRow = z.array(z.string().nullable());
export const tableEnd = z.strictObject({ end: z.string(), rows: z.number().int(), sha256: z.string() });
export const backupEnd = z.strictObject({ complete: z.literal(true), sha256: z.string() });

export interface TableSummary {
  readonly rows: number;
  readonly sha256: string;
}

/** Number and SHA-256 of lines as they pass. */
export const lineDigest = (): { add(line: string): void; result(): TableSummary } => {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (line) => {
      hash.update(line).update('\n');
      rows += 1;
    },
    result: () => ({ rows, sha256: hash.copy().digest('hex') }),
  };
};
