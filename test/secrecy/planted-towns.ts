import type { Acting } from '../../src/app/acting.ts';
import { openCollection } from '../../src/app/collection/open-collection.ts';
import { enterValues } from '../../src/app/indicator/enter-values.ts';
import { judgeByHand } from '../../src/app/judgement/judge-by-hand.ts';
import { createUsers } from '../../src/app/people/user-create.ts';
import { saveItem } from '../../src/app/plan/save-item.ts';
import { startDraft } from '../../src/app/plan/start-draft.ts';
import type { Refusal } from '../../src/app/refusal.ts';
import { importTown } from '../../src/app/town/import-town.ts';
import { operator } from '../../src/cli/operator.ts';
import type { Database } from '../../src/db/connection.ts';
import {
  evaluationRecord,
  evaluationRemark,
  evaluationRound,
  evaluationScheme,
  evaluationSheet,
} from '../../src/db/schema/evaluation.ts';
import { withTenant } from '../../src/db/tenant.ts';
import { roles } from '../../src/domain/access/role.ts';
import { unitRoles } from '../../src/domain/access/role-names.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import type { Result } from '../../src/domain/kernel/result.ts';
import { blankItem } from '../../src/domain/plan/blank-item.ts';
import { threeCriteria } from '../evaluation-cases/three-criteria.ts';
import { openTowns, otherTownMark, secretMark } from '../factories/public-towns.ts';
import { publishedRound, publishedSheet, putPublication } from '../factories/published-sheets.ts';
import { publishYear } from '../factories/published-year.ts';
import { someIndicator, someValue } from '../factories/town.ts';
import { plantBudget } from './planted-budget.ts';
import { plantPopulation } from './planted-population.ts';
import { plantProgramme } from './planted-programmes.ts';

export const ours = '202151' as MunicipalityCode;
export const theirs = '332143' as MunicipalityCode;
export const password = '青い山の測候所から見た朝';
/** A figure nobody has published. */
export const secretFigure = '7.31';
/** Keys of the other town's own things: under another town's address they do not exist. */
export const theirIndicator = 'tonari-no-shihyo';

const now = new Date('2026-11-20T00:00:00Z');

const succeed = async <T>(done: Promise<Result<T, Refusal>>): Promise<T> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** One person for every role, logins named for the role; their names are not for the public. */
const addPeople = async (db: Database, town: MunicipalityCode): Promise<void> => {
  const people = roles.map((role) => ({
    login: role,
    displayName: `${secretMark} ${role} ${town === theirs ? otherTownMark : ''}`,
    password,
    mustChangePassword: 'no' as const,
    grants: [{ role, unitKey: unitRoles.includes(role) ? 'kodomo' : null, validFrom: null, validTo: null }],
  }));
  await succeed(createUsers(operator(db, town, now), people));
};

/** An indicator of こども未来課 that nobody has published, and a collection that asks for it. */
const askFor = async (acting: Acting, mark: string): Promise<void> => {
  const asked = someIndicator({
    indicatorKey: 'asked',
    name: `尋ねる指標 ${mark}`,
    unitKey: 'kodomo',
    breakdowns: [
      { key: 'age', name: `年代 ${mark}`, categories: [{ key: '20s', name: `20歳代 ${mark}` }] },
      { key: 'sex', name: `性別 ${mark}`, categories: [{ key: 'f', name: `女性 ${mark}` }] },
    ],
    position: 3,
  });
  const indicator = {
    indicator: asked,
    referenceSeries: [{ series: 'outlook', name: `展望 ${mark}`, note: mark }],
    baseline: null,
    targets: [],
    values: [
      someValue({ value: secretFigure }),
      someValue({ breakdown: 'age:20s/sex:f', value: secretFigure }),
      someValue({ series: 'outlook', fiscalYear: 2030, value: secretFigure }),
    ],
  };
  await succeed(
    importTown(
      acting,
      { municipality: null, units: [], successions: [], areas: [], plans: [], indicators: [indicator] },
      { dryRun: false, publish: false },
    ),
  );
  await succeed(
    openCollection(acting, { fiscalYear: 2025, dueOn: '2026-12-18', note: mark, unitKeys: ['kodomo'] }),
  );
};

/** A round of evaluation nobody has published, with a sheet, a record and remarks in which the mark stands. */
const openRoundInSecret = (db: Database): Promise<void> =>
  withTenant(db, { municipality: ours, actor: 'test', origin: 'test' }, async (tx) => {
    const { q, municipality } = tx;
    const text = `評価の下書き ${secretMark}`;
    await q.insert(evaluationScheme).values({
      municipality,
      schemeKey: 'secret',
      schemeVersion: 1,
      name: text,
      // Written by 外部評価者, so that everybody who opens sheets has one to open.
      content: {
        ...threeCriteria,
        name: text,
        stages: threeCriteria.stages.map((stage) => ({
          ...stage,
          key: 'first',
          actor: 'external-reviewer',
        })),
      },
      state: 'draft',
    });
    await q.insert(evaluationRound).values({
      municipality,
      roundKey: 'after-2025',
      title: text,
      fiscalYear: 2025,
      timing: 'after',
      target: 'programme',
      planKey: null,
      schemeKey: 'secret',
      schemeVersion: 1,
      state: 'open',
      dueOn: {},
      note: text,
    });
    await q.insert(evaluationSheet).values({
      municipality,
      roundKey: 'after-2025',
      subjectKey: 'p-1',
      position: 1,
      stageKeys: ['first'],
      exemption: '',
      status: 'draft',
      stageIndex: 0,
      reason: text,
    });
    await q.insert(evaluationRecord).values({
      municipality,
      roundKey: 'after-2025',
      subjectKey: 'p-1',
      stageKey: 'first',
      answers: { 'direction.reason': text },
      prefilled: {},
    });
    await q.insert(evaluationRemark).values({
      municipality,
      remarkId: '33333333-3333-4333-8333-333333333333',
      target: 'programme',
      subjectKey: 'p-1',
      roundKey: 'after-2025',
      fiscalYear: 2025,
      stageKey: 'first',
      body: text,
      audience: 'internal',
      answer: text,
    });
  });

/**
 * The towns of `openTowns`, and in ours everything a planning office keeps to itself: a draft in whose every text
 * the mark stands, a figure entered but not published, people.
 */
export const plantTowns = async (db: Database): Promise<void> => {
  await openTowns(db);
  const acting = operator(db, ours, now);
  for (const town of [ours, theirs]) await addPeople(db, town);
  const { revision } = await succeed(startDraft(acting, 'dai6ji', `改定案 ${secretMark}`));
  // Where the item stands in the tree is not part of its text.
  const { itemKey, levelKey, parentKey, position, alsoUnder, ...blank } = blankItem(
    'a',
    'strategy',
    `下書きの題 ${secretMark}`,
  );
  await succeed(
    saveItem(acting, { planKey: 'dai6ji', revision }, 'a', {
      text: {
        ...blank,
        desiredState: secretMark,
        currentState: secretMark,
        issue: secretMark,
        approach: secretMark,
        partners: [{ kind: 'citizens', name: secretMark, role: secretMark }],
        voices: [{ body: secretMark, origin: secretMark, heardOn: null, consent: true }],
        source: { document: secretMark },
      },
      expectedVersion: 1,
      renameReason: secretMark,
    }),
  );
  await succeed(
    enterValues(acting, 'happiness', [
      {
        fiscalYear: 2025,
        figure: secretFigure,
        text: '',
        missing: '',
        standardError: '',
        asOf: '',
        status: 'final',
        sourceDocument: secretMark,
        sourcePlace: secretMark,
        note: secretMark,
        seen: '',
      },
    ]),
  );
  // In a public year whose human judgements the town keeps to itself, and in one that is not public.
  for (const fiscalYear of [2023, 2024])
    await succeed(
      judgeByHand(acting, 'happiness', fiscalYear, [
        {
          indicatorKey: 'happiness',
          fiscalYear,
          kind: 'override',
          subject: 'grade',
          choice: 'missed',
          reason: `人が改めた理由 ${secretMark}`,
          seen: 0,
        },
      ]),
    );
  await succeed(
    importTown(
      operator(db, theirs, now),
      {
        municipality: null,
        units: [],
        successions: [],
        areas: [],
        plans: [],
        indicators: [
          {
            indicator: someIndicator({
              indicatorKey: theirIndicator,
              name: otherTownMark,
              position: 2,
            }),
            referenceSeries: [],
            baseline: null,
            targets: [],
            values: [],
          },
        ],
      },
      { dryRun: false, publish: true },
    ),
  );
  await publishYear(db, ours);
  await putPublication(db, theirs, {
    kind: 'evaluation',
    key: 'after-2023',
    fiscalYear: 2023,
    title: otherTownMark,
    content: publishedRound(),
    entries: [{ subjectKey: 'tonari', content: publishedSheet('tonari', { name: otherTownMark }) }],
  });
  await plantProgramme(acting, secretMark, 'kodomo');
  await plantProgramme(operator(db, theirs, now), otherTownMark, null);
  await plantBudget(db, ours, secretMark, 'kodomo');
  await plantPopulation(db, ours, theirs);
  await openRoundInSecret(db);
  await askFor(acting, secretMark);
  await askFor(operator(db, theirs, now), otherTownMark);
};
