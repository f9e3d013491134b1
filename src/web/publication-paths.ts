import type { CyclePublicationKind } from '../domain/evaluation/publication.ts';

/** Below a town's address, on the pages and in the API alike. */
export const publicationPaths: Readonly<Record<CyclePublicationKind, string>> = {
  evaluation: 'evaluations',
  budget: 'budgets',
  'implementation-plan': 'implementation-plans',
};
