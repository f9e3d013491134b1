import type { Acting } from '../../src/app/acting.ts';
import { openRound } from '../../src/app/evaluation/open-round.ts';
import { prepareRound } from '../../src/app/evaluation/prepare-round.ts';
import type { Database } from '../../src/db/connection.ts';
import { evaluationScheme } from '../../src/db/schema/evaluation.ts';
import {
  measure,
  measureYear,
  programme,
  programmeMeasure,
  programmeYear,
} from '../../src/db/schema/programme.ts';
import { withTenant } from '../../src/db/tenant.ts';
import type { Actor } from '../../src/domain/access/role.ts';
import { type Office, ofUnit, openOffice, shiojiri, wholeTown } from './office.ts';

export const evaluationYear = 2024;

const stage = (key: string, label: string, actor: string, more: object = {}) => ({
  key,
  label,
  actor,
  criteria: [],
  texts: [],
  direction: 'none',
  published: true,
  ...more,
});

const level = (key: string, label: string, points: string) => ({ key, label, points });

/** 担当 → 課長（一次） → 企画（二次） → 外部（一部だけ） → 首長（決定）. */
export const roundScheme = {
  key: 'five',
  name: '五段階の評価',
  target: 'programme',
  timing: 'after',
  types: [
    { key: 'soft', label: 'ソフト' },
    { key: 'internal', label: '内部管理' },
  ],
  stages: [
    stage('entry', '担当者の記入', 'unit-staff', {
      criteria: ['need', 'effect'],
      texts: ['result', 'issue'],
      direction: 'required',
      grade: 'optional',
      published: false,
    }),
    stage('first', '一次評価（課長）', 'unit-head', {
      criteria: ['need', 'effect'],
      texts: ['result', 'issue'],
      direction: 'required',
      grade: 'optional',
      startsFrom: 'previous-stage',
    }),
    stage('second', '二次評価（企画）', 'planner', {
      texts: ['comment'],
      direction: 'required',
      startsFrom: 'previous-stage',
    }),
    stage('external', '外部評価', 'external-reviewer', { texts: ['comment'], subjects: 'some' }),
    stage('final', '決定（首長）', 'executive', { direction: 'required', startsFrom: 'previous-stage' }),
  ],
  criteria: [
    {
      key: 'need',
      label: '必要性',
      question: '必要か。',
      levels: [level('high', '高い', '2'), level('low', '低い', '0')],
      reason: 'optional',
    },
    {
      key: 'effect',
      label: '有効性',
      question: '効果があるか。',
      levels: [level('good', '十分', '2'), level('fair', '一部', '1'), level('poor', '不十分', '0')],
      proposal: { from: ['1', '0.8', null] },
    },
  ],
  texts: [
    { key: 'result', label: '成果', maxLength: 400, rows: 4, required: true },
    { key: 'issue', label: '課題', maxLength: 400, rows: 4, startsFrom: 'last-year' },
    { key: 'comment', label: '意見', maxLength: 400, rows: 4 },
  ],
  grades: [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ],
  gradeRule: {
    by: 'sum',
    bands: [
      { grade: 'a', from: '3' },
      { grade: 'b', from: null },
    ],
  },
  directions: [
    { key: 'expand', label: '拡充', common: 'expand' },
    { key: 'keep', label: '継続', common: 'continue' },
    { key: 'cut', label: '縮小', common: 'reduce', reason: true },
  ],
  exemptions: [
    { key: 'small', label: '少額の事業', atMost: { years: 2, thousandYen: 100 } },
    { key: 'inside', label: '内部管理の事業', types: ['internal'] },
  ],
};

export const roundWho = {
  kikaku: [wholeTown('planner')],
  tanto: [ofUnit('unit-staff', 'kodomo')],
  hoka: [ofUnit('unit-staff', 'kodomo')],
  kacho: [ofUnit('unit-head', 'kodomo')],
  doboku: [ofUnit('unit-staff', 'doboku')],
  gaibu: [wholeTown('external-reviewer')],
  shicho: [wholeTown('executive')],
  kansa: [wholeTown('auditor')],
} as const;
export type RoundWho = keyof typeof roundWho;

export interface RoundOffice {
  readonly office: Office;
  readonly as: (who: RoundWho) => Acting;
  readonly userId: (who: RoundWho) => string;
  readonly roundKey: string;
}

const fields = {
  legalObligation: 'unknown' as const,
  legalBasis: '',
  targetGroup: '児童',
  means: '',
  intent: '',
};

/** p1 … p{count} of こども未来課; d1 of 土木課; small (少額) and inside (内部管理) are exempt by rule. */
const insertProgrammes = (db: Database, count: number): Promise<void> =>
  withTenant(db, { municipality: shiojiri, actor: 'test', origin: 'test' }, async (tx) => {
    const keys = [...Array.from({ length: count }, (_, at) => `p${at + 1}`), 'd1', 'small', 'inside'];
    await tx.q.insert(programme).values(
      keys.map((programmeKey, position) => ({
        municipality: shiojiri,
        programmeKey,
        number: String(position + 1),
        name: `事業${programmeKey}`,
        typeKey: programmeKey === 'inside' ? 'internal' : 'soft',
        ...fields,
        unitKey: programmeKey === 'd1' ? 'doboku' : 'kodomo',
        statedPlace: '',
        note: '',
        position,
      })),
    );
    await tx.q.insert(programmeYear).values(
      keys.flatMap((programmeKey) =>
        [evaluationYear - 1, evaluationYear].map((fiscalYear) => ({
          municipality: shiojiri,
          programmeKey,
          fiscalYear,
          unitKey: null,
          settled: programmeKey === 'small' ? 40 : 1000,
          personnelIncluded: 'no' as const,
          note: '',
        })),
      ),
    );
    await tx.q.insert(measure).values({
      municipality: shiojiri,
      measureKey: 'm1',
      kind: 'outcome',
      name: '利用者の満足度',
      unit: '％',
      direction: 'up',
    });
    await tx.q.insert(programmeMeasure).values(
      ['p1', 'p2'].map((programmeKey) => ({
        municipality: shiojiri,
        programmeKey,
        measureKey: 'm1',
        position: 1,
      })),
    );
    await tx.q.insert(measureYear).values({
      municipality: shiojiri,
      measureKey: 'm1',
      fiscalYear: evaluationYear,
      target: '80',
      actual: '72',
    });
  });

export const insertRoundScheme = (db: Database, content: object = roundScheme): Promise<void> =>
  withTenant(db, { municipality: shiojiri, actor: 'test', origin: 'test' }, async (tx) => {
    await tx.q.insert(evaluationScheme).values({
      municipality: shiojiri,
      schemeKey: 'five',
      schemeVersion: 1,
      name: roundScheme.name,
      content,
      state: 'adopted',
      adoptedAt: '2025-04-01T00:00:00Z',
    });
  });

export const roundDueOn = {
  entry: '2026-11-10',
  first: '2026-11-30',
  second: '2026-12-10',
  external: '2026-12-20',
  final: '2027-01-31',
};

/** An office whose round 'r6' of 令和6年度 is open; today is 2026-11-21, after the first stage's day. */
export const openRoundOffice = async ({
  count = 3,
  opens = true,
  database,
}: {
  readonly count?: number;
  readonly opens?: boolean;
  readonly database?: () => Promise<Database>;
} = {}): Promise<RoundOffice> => {
  const office = await openOffice({}, database);
  const ids = new Map<RoundWho, string>();
  for (const who of Object.keys(roundWho) as RoundWho[])
    ids.set(who, await office.addUser(who, roundWho[who]));
  const userId = (who: RoundWho): string => ids.get(who) ?? '';
  const as = (who: RoundWho): Acting => {
    const actor: Actor = {
      userId: userId(who),
      displayName: `職員 ${who}`,
      grants: roundWho[who].map(({ role, unitKey }) => ({ role, unitKey })),
    };
    return {
      db: office.db,
      as: { municipality: shiojiri, actor: actor.userId, origin: 'test' },
      actor,
      now: office.clock.now,
    };
  };
  await insertRoundScheme(office.db);
  await insertProgrammes(office.db, count);
  const prepared = await prepareRound(
    as('kikaku'),
    {
      title: '令和6年度 事後評価',
      fiscalYear: evaluationYear,
      schemeKey: 'five',
      schemeVersion: 1,
      planKey: null,
      dueOn: roundDueOn,
      note: '',
    },
    { roundKey: 'r6' },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  if (opens) {
    const opened = await openRound(as('kikaku'), 'r6', {
      typeKeys: [],
      unitKeys: [],
      chosen: { external: ['p2'] },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  }
  return { office, as, userId, roundKey: 'r6' };
};
