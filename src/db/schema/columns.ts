import { customType, integer, text, timestamp } from 'drizzle-orm/pg-core';

/** Every key begins with the municipality (全国地方公共団体コード, six digits). */
export const municipality = () => text('municipality').notNull();

/** Optimistic lock: a writer names the version it read. */
export const version = () => integer('version').notNull().default(1);

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const createdAt = () => instant('created_at').notNull().defaultNow();
export const updatedAt = () => instant('updated_at').notNull().defaultNow();

/** numeric kept as the decimal string PostgreSQL prints: '6.77', never a float. */
export const decimal = customType<{ data: string; driverData: string }>({ dataType: () => 'numeric' });
