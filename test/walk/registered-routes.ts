import type { Hono } from 'hono';

/** Patterns of every GET address of the application, in the order in which they answer: /m/:code/plans/:slug */
export const registeredRoutes = (app: Hono): readonly string[] => {
  // What stands before a whole branch (a guard, a session) is no address of its own.
  const answers = app.routes.filter(
    ({ method, path }) => method === 'GET' || (method === 'ALL' && !path.endsWith('*')),
  );
  return [...new Set(answers.map(({ path }) => path))];
};

const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/:\w+(?:\{((?:[^}\\]|\\.)*)\})?|\*|\./g, (part, own: string | undefined) =>
      part === '*' ? '.*' : part === '.' ? '\\.' : (own ?? '[^/]+'),
    )}$`,
  );

/** The pattern that answers an address (a query is no part of it); null when none is registered. */
export const routeFinder = (routes: readonly string[]): ((address: string) => string | null) => {
  const matchers = routes.map((route) => ({ route, matches: matcher(route) }));
  return (address) => {
    const path = address.split('?')[0] ?? '';
    return matchers.find(({ matches }) => matches.test(path))?.route ?? null;
  };
};
