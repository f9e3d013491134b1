import type { DeskPage } from './desk.ts';

/** 202151-plan-6-3.json: ASCII, because old programs break other names. */
export const downloadName = ({
  town,
  plan,
  revision,
}: Pick<DeskPage, 'town' | 'plan' | 'revision'>): string =>
  `${town.municipality}-${plan.slug.replaceAll(/[^a-z0-9-]/gu, '')}-${revision.revision}.json`;
