import type { MaintenanceTx } from './maintenance.ts';

export interface TableColumn {
  readonly name: string;
  /** As a cast writes it: text[], timestamp with time zone, numeric. */
  readonly type: string;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly primaryKey: readonly string[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const strings = (value: unknown): readonly string[] => JSON.parse(String(value));

/** Every table that holds data of towns, by name; the bookkeeping of migrations is in another schema. */
export const listTables = async (tx: MaintenanceTx): Promise<readonly TableShape[]> =>
  (
    await tx.query(`SELECT c.relname,
      (SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
      (SELECT json_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum))
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
         WHERE i.indrelid = c.oid AND i.indisprimary)
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname COLLATE "C"`)
  ).map(([name, columns, primaryKey]) => ({
    name: String(name),
    columns: (JSON.parse(String(columns)) as [string, string][]).map(([column, type]) => ({
      name: column,
      type,
    })),
    primaryKey: primaryKey === null ? [] : strings(primaryKey),
  }));

const fetchAtOnce = 500;

/**
 * All rows of a table as the engine's exact text, in the order of the primary key (by bytes, whatever the collation of
 * the database), through a cursor so that a large table does not have to fit in memory.
 */
export async function* readRows(
  tx: MaintenanceTx,
  table: TableShape,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const order = table.primaryKey.map((name) => {
    const type = table.columns.find((column) => column.name === name)?.type;
    return type === 'text' ? `${quoted(name)} COLLATE "C"` : quoted(name);
  });
  await tx.query(
    `DECLARE table_rows NO SCROLL CURSOR FOR SELECT ${columns} FROM public.${quoted(table.name)}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`,
  );
  for (;;) {
    const rows = await tx.query(`FETCH ${fetchAtOnce} FROM table_rows`);
    if (rows.length > 0) yield rows as readonly (readonly (string | null)[])[];
    if (rows.length < fetchAtOnce) break;
  }
  await tx.query('CLOSE table_rows');
}
