import { databaseErrorOf } from '../../db/database-error.ts';

/** Classes of SQLSTATE whose message repeats a value: data exceptions, constraint violations. */
const repeatsValues = (code: string): boolean => code.startsWith('22') || code.startsWith('23');

/** What is safe to keep of an error: never the values of a query or of a form, which may be about a person. */
export const errorForLog = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const database = databaseErrorOf(error);
  if (database !== null) {
    const { code, constraint, table, column, message } = database;
    return {
      name: database.name,
      code,
      constraint,
      table,
      column,
      ...(repeatsValues(code) ? {} : { message }),
      frames,
    };
  }
  // The query builder's message holds the parameters, a parser's the text it could not read.
  const isOwnWords =
    !(error instanceof SyntaxError) && error.cause === undefined && !error.message.includes('params:');
  return { name: error.name, ...(isOwnWords ? { message: error.message } : {}), frames };
};
