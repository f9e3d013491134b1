import type { MaintenanceTx } from './maintenance.ts';
import { quoted, type TableShape } from './table-list.ts';

/**
 * Runs `load` with triggers off (a restored row is not a new deed for the audit trail, and published revisions may be
 * written) and foreign keys away (tables refer to themselves and each other); afterwards both are back and the keys are
 * checked over everything. DDL is part of the transaction in PostgreSQL: if anything fails, nothing was switched off.
 */
export const withoutConstraints = async (
  tx: MaintenanceTx,
  tables: readonly TableShape[],
  load: () => Promise<void>,
): Promise<void> => {
  const keys = await tx.query(
    `SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
     WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace ORDER BY conname`,
  );
  for (const { name } of tables) await tx.query(`ALTER TABLE public.${quoted(name)} DISABLE TRIGGER USER`);
  for (const [table, name] of keys)
    await tx.query(`ALTER TABLE ${String(table)} DROP CONSTRAINT ${String(name)}`);
  await load();
  for (const [table, name, definition] of keys)
    await tx.query(`ALTER TABLE ${String(table)} ADD CONSTRAINT ${String(name)} ${String(definition)}`);
  for (const { name } of tables) await tx.query(`ALTER TABLE public.${quoted(name)} ENABLE TRIGGER USER`);
};
