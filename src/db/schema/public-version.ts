import { pgTable, text } from 'drizzle-orm/pg-core';

/**
 * 公開内容の版: a new random value whenever something the public may see has changed, written by triggers
 * (see migrations/…_public_version.sql). It is the part of every public page's ETag that knows the database.
 */
export const publicVersion = pgTable('public_version', {
  municipality: text('municipality').primaryKey(),
  version: text('version').notNull(),
});
