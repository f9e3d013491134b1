import { defineConfig } from 'drizzle-kit';

// `drizzle-kit generate` writes the next table migration; read it before committing.
// Roles, policies and triggers are written by hand beside it (see docs/decisions).
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/db/schema/index.ts',
  out: './src/db/migrations',
});
