import type { PublicationKind } from '../domain/evaluation/publication.ts';

/** Below a town's address, on the pages and in the API alike. */
export const publicationPaths: Readonly<Record<PublicationKind, string>> = {
  evaluation: 'evaluations',
  budget: 'budgets',
  'implementation-plan': 'implementation-plans',
};
