import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../src/db/connection.ts';
import { publication, publicationEntry } from '../../src/db/schema/publication.ts';
import { withTenant } from '../../src/db/tenant.ts';
import type { CommonDirection } from '../../src/domain/evaluation/common-direction.ts';
import type {
  PublicationKind,
  PublishedRound,
  PublishedSheet,
} from '../../src/domain/evaluation/publication.ts';
import type { FrozenFigures } from '../../src/domain/evaluation/sheet.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { installationFolder } from '../../src/installation.ts';

const words = [
  { key: 'expand', label: '拡大', group: '', common: 'expand' },
  { key: 'keep', label: '現状のまま継続', group: '', common: 'continue' },
  { key: 'reduce', label: '縮小', group: '', common: 'reduce' },
  { key: 'end', label: '廃止', group: '', common: 'abolish' },
] as const;

export const publishedRound = (changes: Partial<PublishedRound> = {}): PublishedRound => ({
  roundKey: 'after-2024',
  timing: 'after',
  target: 'programme',
  planKey: null,
  schemeName: '事務事業評価',
  schemeVersion: 1,
  stages: [
    { key: 'first', label: '一次評価' },
    { key: 'second', label: '二次評価' },
  ],
  directions: words,
  grades: [
    { key: 'A', label: 'A' },
    { key: 'B', label: 'B' },
  ],
  criteria: [{ key: 'need', label: '必要性', viewpoint: '妥当性' }],
  amountBasis: '令和6年度決算',
  personnelIncluded: 'no',
  population: { persons: 10_000, source: '住民基本台帳' },
  source: '事務事業評価シート（令和6年度分）',
  ...changes,
});

/** Figures with one year: what was settled in 2024, thousand yen. */
export const yearOf = (thousandYen: number | null, fiscalYear = 2024): FrozenFigures => ({
  takenAt: '2025-08-01T00:00:00.000Z',
  years: [
    {
      fiscalYear,
      budget: { totalThousandYen: null, funding: null },
      settled: { totalThousandYen: thousandYen, funding: null },
      personnelThousandYen: null,
      totalThousandYen: null,
    },
  ],
  measures: [],
});

export const publishedSheet = (
  subjectKey: string,
  changes: Partial<PublishedSheet> = {},
): PublishedSheet => ({
  subjectKey,
  number: '',
  name: `事業${subjectKey}`,
  unitKey: null,
  unitName: '',
  typeLabel: '',
  statedPlace: '',
  planItems: [],
  targetGroup: '',
  means: '',
  intent: '',
  legalObligation: '',
  exemption: '',
  figures: yearOf(1_000),
  direction: { key: 'keep', label: '現状のまま継続', common: 'continue' },
  grade: null,
  records: [],
  remarks: [],
  ...changes,
});

interface Published {
  readonly kind: PublicationKind;
  readonly key: string;
  readonly fiscalYear: number;
  readonly content: unknown;
  readonly entries: readonly { readonly subjectKey: string; readonly content: unknown }[];
  readonly edition?: number;
  readonly title?: string;
  readonly reason?: string;
}

/** Puts a publication into the database as the commands that publish do. */
export const putPublication = (db: Database, municipality: MunicipalityCode, put: Published): Promise<void> =>
  withTenant(db, { municipality, actor: 'test', origin: 'test' }, async (tx) => {
    const { kind, key, edition = 1 } = put;
    await tx.q.insert(publication).values({
      municipality,
      kind,
      key,
      edition,
      fiscalYear: put.fiscalYear,
      title: put.title ?? '事務事業評価',
      reason: put.reason ?? '',
      content: put.content,
      publishedAt: `2025-10-0${edition}T00:00:00Z`,
      publishedBy: null,
    });
    if (put.entries.length === 0) return;
    await tx.q.insert(publicationEntry).values(
      put.entries.map(({ subjectKey, content }, position) => ({
        municipality,
        kind,
        key,
        edition,
        subjectKey,
        position,
        content,
      })),
    );
  });

const caseFile = z.object({
  population: z.number(),
  programmes: z.array(
    z.object({
      no: z.string(),
      name: z.string(),
      dept: z.string(),
      node: z.string(),
      settled_thousand_yen: z.number().nullable(),
      direction_normalised_by_tool: z.string(),
    }),
  ),
});

const classes: readonly (readonly [label: string, common: CommonDirection])[] = [
  ['現状継続', 'continue'],
  ['改善（手段変更）', 'improve'],
  ['拡大', 'expand'],
  ['縮小', 'reduce'],
  ['廃止方向', 'abolish'],
];

/** 聖籠町's 224 programmes as if published; null where the cases do not lie beside the project. */
export const seiroPublished = (): {
  readonly round: PublishedRound;
  readonly sheets: readonly PublishedSheet[];
} | null => {
  const path = join(installationFolder, '..', 'shared', 'cases', 'B_programmes_seiro.json');
  if (!existsSync(path)) return null;
  const { population, programmes } = caseFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const directions = classes.map(([label, common]) => ({ key: common, label, group: '', common }));
  return {
    round: publishedRound({
      directions,
      grades: [],
      personnelIncluded: 'unknown',
      population: { persons: population, source: '' },
    }),
    sheets: programmes.map((programme) => {
      const direction = directions.find(({ label }) => label === programme.direction_normalised_by_tool);
      return publishedSheet(programme.no, {
        number: programme.no,
        name: programme.name,
        unitName: programme.dept,
        statedPlace: programme.node,
        figures: yearOf(programme.settled_thousand_yen),
        direction: direction ?? null,
      });
    }),
  };
};
