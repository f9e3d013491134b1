import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedContent } from '../../../test/evaluation-cases/shipped-schemes.ts';
import { threeCriteria } from '../../../test/evaluation-cases/three-criteria.ts';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { loadEvaluationSchemes } from '../../db/read-evaluation-scheme.ts';
import { readEvaluationSchemes } from './read-evaluation-schemes.ts';
import {
  adoptEvaluationScheme,
  createEvaluationScheme,
  discardEvaluationScheme,
  saveEvaluationScheme,
} from './save-evaluation-scheme.ts';

let desk: Desk;
const adopted = { schemeKey: 'three', schemeVersion: 1 };
const draft = { schemeKey: 'three', schemeVersion: 2 };

const storedOf = async ({ schemeKey, schemeVersion }: typeof draft) =>
  (await desk.office.read(loadEvaluationSchemes)).find(
    (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
  );
const lockOf = async (id: typeof draft): Promise<number> => (await storedOf(id))?.version ?? 0;

beforeAll(async () => {
  desk = await openDesk();
  const kikaku = desk.as('kikaku');
  await createEvaluationScheme(kikaku, threeCriteria, 'three');
  await adoptEvaluationScheme(kikaku, adopted, await lockOf(adopted));
  await createEvaluationScheme(kikaku, threeCriteria, 'three');
});
afterAll(() => desk.office.db.close());

describe('断られたら、何も変わらない', () => {
  type Refused = () => Promise<{ readonly ok: boolean; readonly error?: unknown }>;
  const cases: readonly (readonly [what: string, run: Refused, error: object])[] = [
    [
      '様式を作る権利がない',
      () => createEvaluationScheme(desk.as('kodomo-tanto'), threeCriteria, 'new'),
      { code: 'not-allowed' },
    ],
    [
      '下書きがもうある',
      () => createEvaluationScheme(desk.as('kikaku'), threeCriteria, 'three'),
      { code: 'evaluation-scheme-draft-exists', params: { name: '三つの項目' } },
    ],
    [
      '知らない種類を指す',
      () =>
        createEvaluationScheme(
          desk.as('kikaku'),
          { ...threeCriteria, exemptions: [{ key: 'e', label: 'x', types: ['other'] }] },
          'new',
        ),
      { code: 'evaluation-scheme-names-nothing', path: ['exemptions', 0, 'types'] },
    ],
    [
      '形が違う',
      () => createEvaluationScheme(desk.as('kikaku'), { ...threeCriteria, stages: 'x' }, 'new'),
      { code: 'field-type', path: ['stages'] },
    ],
    [
      'ない下書きを保存',
      () => saveEvaluationScheme(desk.as('kikaku'), { ...draft, schemeVersion: 9 }, threeCriteria, 1),
      { code: 'evaluation-scheme-not-found' },
    ],
    [
      'ほかの人が先に保存した',
      () => saveEvaluationScheme(desk.as('kikaku'), draft, threeCriteria, 99),
      { code: 'changed-meanwhile' },
    ],
    [
      '採用した版を書き換える',
      async () => saveEvaluationScheme(desk.as('kikaku'), adopted, threeCriteria, await lockOf(adopted)),
      { code: 'evaluation-scheme-adopted' },
    ],
    [
      '採用した版を破棄する',
      async () => discardEvaluationScheme(desk.as('kikaku'), adopted, await lockOf(adopted)),
      { code: 'evaluation-scheme-adopted' },
    ],
    [
      '見ていない下書きを採用する',
      () => adoptEvaluationScheme(desk.as('kikaku'), draft, 99),
      { code: 'changed-meanwhile' },
    ],
    [
      '採用の権利がない',
      async () => adoptEvaluationScheme(desk.as('shicho'), draft, await lockOf(draft)),
      { code: 'not-allowed' },
    ],
    [
      '破棄の権利がない',
      async () => discardEvaluationScheme(desk.as('shicho'), draft, await lockOf(draft)),
      { code: 'not-allowed' },
    ],
  ];
  it.each(cases)('%s', async (_, run, error) => {
    const before = await desk.office.written();
    const { ok, error: found } = await run();
    expect(ok).toBe(false);
    expect(found).toEqual(expect.arrayContaining([expect.objectContaining(error)]));
    expect(await desk.office.written()).toEqual(before);
  });
});

describe('様式の版', () => {
  it('採用した版は、次の版が変わっても同じままである', async () => {
    const before = await storedOf(adopted);
    const kikaku = desk.as('kikaku');
    const changed = { ...threeCriteria, name: '四つ目を考える' };
    expect(await saveEvaluationScheme(kikaku, draft, changed, await lockOf(draft))).toMatchObject({
      ok: true,
    });
    expect(await storedOf(adopted)).toEqual(before);
    expect(await storedOf(draft)).toMatchObject({ name: '四つ目を考える', state: 'draft', version: 2 });
  });

  it('採用した版は、様式を通さずに書いても変わらない', async () => {
    await expect(
      desk.office.read((tx) =>
        tx.q.execute(
          sql`UPDATE evaluation_scheme SET name = 'x' WHERE scheme_key = 'three' AND scheme_version = 1`,
        ),
      ),
    ).rejects.toThrow();
  });

  it('ほかの団体の様式を、自分の鍵で始められる', async () => {
    const kikaku = desk.as('kikaku');
    const made = await createEvaluationScheme(kikaku, shippedContent('seiro.json'), 'own');
    expect(made).toEqual({ ok: true, value: { schemeKey: 'own', schemeVersion: 1 } });
    const own = (await readEvaluationSchemes(kikaku)).find(({ schemeKey }) => schemeKey === 'own');
    expect(own).toMatchObject({
      state: 'draft',
      usedBy: [],
      content: expect.objectContaining({ key: 'own' }),
    });
    expect(await discardEvaluationScheme(kikaku, { schemeKey: 'own', schemeVersion: 1 }, 1)).toEqual({
      ok: true,
      value: null,
    });
  });
});
