/**
 * Why a database was not opened, migrated, backed up or restored. Nothing was changed.
 * The sentence for people is chosen in cli/database-refusal-text.ts.
 */
export type RefusalReason =
  | { readonly code: 'locked'; readonly folder: string; readonly holder: string }
  | { readonly code: 'not-writable'; readonly folder: string; readonly cause: string }
  | { readonly code: 'unknown-engine-version'; readonly folder: string; readonly found: string }
  | { readonly code: 'not-durable'; readonly cause: string }
  | { readonly code: 'unreachable'; readonly server: string; readonly cause: string }
  | { readonly code: 'server-too-old'; readonly found: string; readonly needed: string }
  | { readonly code: 'role-missing'; readonly role: string; readonly cause: string }
  | { readonly code: 'migration-changed'; readonly tag: string }
  | { readonly code: 'database-newer'; readonly tags: readonly string[] }
  | { readonly code: 'migration-failed'; readonly tag: string; readonly cause: string }
  | { readonly code: 'migrations-out-of-order'; readonly tag: string }
  | { readonly code: 'file-exists'; readonly file: string }
  | { readonly code: 'file-unreadable'; readonly file: string; readonly cause: string }
  | { readonly code: 'file-unwritable'; readonly file: string; readonly cause: string }
  | { readonly code: 'backup-damaged'; readonly file: string; readonly line: number; readonly what: string }
  | { readonly code: 'backup-newer-format'; readonly file: string; readonly found: number }
  | { readonly code: 'backup-other-migrations'; readonly file: string; readonly what: string }
  | { readonly code: 'database-not-empty'; readonly table: string }
  | { readonly code: 'restore-differs'; readonly table: string };

export class DatabaseRefusal extends Error {
  override name = 'DatabaseRefusal';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(
      Object.entries(reason)
        .map(([key, value]) => `${key}: ${String(value)}`)
        .join(', '),
    );
    this.reason = reason;
  }
}
