import { partsOfForm } from '../../../schemes/scheme-parts.ts';
import { fieldPlace } from './field-place.ts';

/** What two people writing at once are asked about as one. */
export const schemeParts = {
  basics: '名前と対象',
  types: '事業の種類',
  stages: '段階',
  criteria: '評価項目',
  texts: '記入欄',
  grades: '総合評価',
  directions: '方向性と優先度',
  more: '評価しない事業と判断の表',
} as const;
export type SchemePart = keyof typeof schemeParts;

const byFirst: Readonly<Record<string, SchemePart>> = {
  name: 'basics',
  target: 'basics',
  timing: 'basics',
  notes: 'basics',
  source: 'basics',
  measures: 'basics',
  types: 'types',
  stages: 'stages',
  criteria: 'criteria',
  texts: 'texts',
  grades: 'grades',
  gradeRule: 'grades',
  directions: 'directions',
  priorities: 'directions',
  exemptions: 'more',
  matrices: 'more',
};

/** null: what else the form carries, the trial answers of its preview among it. */
const partOfField = (name: string): SchemePart | null => byFirst[name.split('.')[0] ?? ''] ?? null;

export const schemeFormParts = partsOfForm(schemeParts, partOfField, fieldPlace);
