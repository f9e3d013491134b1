import type { PublicPage } from './page.ts';

/**
 * Addresses above real ones, which a reader gets by cutting an address short. No page is there: the town's own frame
 * says so and shows the ways on.
 */
export const parentAddresses: readonly PublicPage[] = [
  '/plans',
  '/plans/:slug/items',
  '/judgements',
  '/changes',
  '/budgets',
  '/implementation-plans',
  '/population/scenarios',
].map((path) => ({ path, answer: async () => ({ kind: 'missing' }) }));
