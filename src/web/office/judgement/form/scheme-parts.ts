import { partsOfForm } from '../../schemes/scheme-parts.ts';
import { fieldPlace } from './field-place.ts';

/** What two people writing at once are asked about as one. */
export const schemeParts = {
  basics: '名前と期間、使う値',
  measures: '数え方',
  people: '公表する数、人の印、許容の幅',
  axes: '軸と段階',
  rollUp: '集計',
} as const;
export type SchemePart = keyof typeof schemeParts;

const byFirst: Readonly<Record<string, SchemePart>> = {
  measures: 'measures',
  publishedMeasures: 'people',
  marks: 'people',
  tolerances: 'people',
  onPath: 'people',
  axes: 'axes',
  rollUp: 'rollUp',
};

/** Of the fields of a scheme only; what else the form carries has no part. */
const basics: ReadonlySet<string> = new Set([
  'name',
  'versionName',
  'validFrom',
  'validTo',
  'planStart',
  'readings',
  'source',
  'actual',
  'overall',
]);

const partOfField = (name: string): SchemePart | null => {
  const first = name.split('.')[0] ?? '';
  return byFirst[first] ?? (basics.has(first) ? 'basics' : null);
};

export const schemeFormParts = partsOfForm(schemeParts, partOfField, fieldPlace);
