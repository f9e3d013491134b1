import { asc, desc, eq } from 'drizzle-orm';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import type { SchemeTable } from './schema/scheme.ts';
import type { ReadTx } from './tenant.ts';

/** One version of a scheme as it is kept. */
export interface StoredScheme {
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly name: string;
  /** As the reader of its kind takes it (src/app). */
  readonly content: unknown;
  readonly state: 'draft' | 'adopted';
  readonly adoptedAt: string | null;
  /** Optimistic lock. */
  readonly version: number;
  readonly updatedAt: string;
}

/** Every version the reader may see, newest first within a scheme. */
export const loadSchemeVersions = async (
  tx: ReadTx,
  table: SchemeTable,
): Promise<readonly StoredScheme[]> => {
  const rows = await tx.q
    .select({
      schemeKey: table.schemeKey,
      schemeVersion: table.schemeVersion,
      name: table.name,
      content: table.content,
      state: table.state,
      adoptedAt: table.adoptedAt,
      version: table.version,
      updatedAt: table.updatedAt,
    })
    .from(table)
    .where(eq(table.municipality, tx.municipality))
    .orderBy(asc(table.schemeKey), desc(table.schemeVersion));
  return rows.map((row) => ({
    ...row,
    adoptedAt: isoInstantOrNull(row.adoptedAt),
    updatedAt: isoInstant(row.updatedAt),
  }));
};
