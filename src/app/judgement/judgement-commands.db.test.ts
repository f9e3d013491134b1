import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { shiojiri } from '../../../test/factories/office.ts';
import { plainScheme } from '../../../test/factories/plain-scheme.ts';
import { loadHumanJudgements, loadJudgementYears, loadSchemes } from '../../db/read-judgement.ts';
import { withPublic } from '../../db/tenant.ts';
import { installationFolder } from '../../installation.ts';
import { chooseJudgement, publishJudgement } from './choose-judgement.ts';
import { judgeByHand, type TypedJudgement } from './judge-by-hand.ts';
import { readJudgements, readPublicJudgements } from './read-judgements.ts';
import { adoptScheme, createScheme, discardScheme, saveScheme } from './save-scheme.ts';

const template = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(installationFolder, 'schemes', 'judgement', `${name}.json`), 'utf8'));
const arrows = template('sapporo');

let desk: Desk;
const adopted = { schemeKey: 'arrows', schemeVersion: 1 };
const draft = { schemeKey: 'arrows', schemeVersion: 2 };

const lockOf = async ({ schemeKey, schemeVersion }: typeof draft): Promise<number> =>
  (await desk.office.read(loadSchemes)).find(
    (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
  )?.version ?? 0;
const yearLock = async (fiscalYear: number): Promise<number> =>
  (await desk.office.read(loadJudgementYears)).find((each) => each.fiscalYear === fiscalYear)?.version ?? 0;

beforeAll(async () => {
  desk = await openDesk();
  const kikaku = desk.as('kikaku');
  await createScheme(kikaku, arrows, 'arrows');
  await adoptScheme(kikaku, adopted, await lockOf(adopted));
  await createScheme(kikaku, { ...arrows, version: '2' }, 'arrows');
  await chooseJudgement(
    kikaku,
    { ...adopted, fiscalYear: 2024, reason: '計画の評価の方針', publishesHuman: true },
    0,
  );
  await publishJudgement(kikaku, 2024, true, await yearLock(2024));
});
afterAll(() => desk.office.db.close());

const override = (change: Partial<TypedJudgement> = {}): TypedJudgement => ({
  indicatorKey: 'happiness',
  fiscalYear: 2024,
  kind: 'override',
  subject: 'trend',
  choice: 'flat',
  reason: '調査の方法が変わったため',
  seen: 0,
  ...change,
});
const byHand = (
  who: 'kikaku' | 'kodomo-tanto' | 'shicho' | 'kansa',
  typed: TypedJudgement,
  key = 'happiness',
) => judgeByHand(desk.as(who), key, typed.fiscalYear, [typed]);
const choice = (change: object = {}) => ({
  ...adopted,
  fiscalYear: 2025,
  reason: '',
  publishesHuman: true,
  ...change,
});
const wrongBands = (): unknown => {
  const text = JSON.stringify(arrows).replace('"from":"0","fromInclusive":false', '"from":"1"');
  return JSON.parse(text);
};

describe('断られたら、何も変わらない', () => {
  type Refused = () => Promise<{ readonly ok: boolean; readonly error?: unknown }>;
  const cases: readonly (readonly [what: string, run: Refused, error: object])[] = [
    [
      '判定基準を作る権利がない',
      () => createScheme(desk.as('kodomo-tanto'), arrows, 'new'),
      { code: 'not-allowed' },
    ],
    [
      '下書きがもうある',
      () => createScheme(desk.as('kikaku'), arrows, 'arrows'),
      { code: 'scheme-draft-exists' },
    ],
    [
      '区切りにすき間がある',
      () => createScheme(desk.as('kikaku'), wrongBands(), 'new'),
      { code: 'band-gap', params: { from: '0', to: '1' } },
    ],
    [
      '形が違う',
      () => createScheme(desk.as('kikaku'), { ...arrows, axes: 'x' }, 'new'),
      { code: 'field-type', path: ['axes'] },
    ],
    [
      'ない下書きを保存',
      () => saveScheme(desk.as('kikaku'), { ...draft, schemeVersion: 9 }, arrows, 1),
      { code: 'scheme-not-found' },
    ],
    [
      'ほかの人が先に保存した',
      () => saveScheme(desk.as('kikaku'), draft, arrows, 99),
      { code: 'changed-meanwhile' },
    ],
    [
      '採用した版を書き換える',
      async () => saveScheme(desk.as('kikaku'), adopted, arrows, await lockOf(adopted)),
      { code: 'scheme-adopted' },
    ],
    [
      '採用した版を破棄する',
      async () => discardScheme(desk.as('kikaku'), adopted, await lockOf(adopted)),
      { code: 'scheme-adopted' },
    ],
    [
      '見ていない下書きを採用する',
      () => adoptScheme(desk.as('kikaku'), draft, 99),
      { code: 'changed-meanwhile' },
    ],
    [
      '採用の権利がない',
      async () => adoptScheme(desk.as('shicho'), draft, await lockOf(draft)),
      { code: 'not-allowed' },
    ],
    [
      '下書きを年度に使う',
      () => chooseJudgement(desk.as('kikaku'), choice(draft), 0),
      { code: 'scheme-not-adopted' },
    ],
    [
      'ない判定基準を使う',
      () => chooseJudgement(desk.as('kikaku'), choice({ schemeKey: 'x' }), 0),
      { code: 'scheme-not-found' },
    ],
    [
      '判定基準の使う年度でない年度',
      () => chooseJudgement(desk.as('kikaku'), choice({ fiscalYear: 1990 }), 0),
      { code: 'scheme-other-years' },
    ],
    [
      'ない年度',
      () => chooseJudgement(desk.as('kikaku'), choice({ fiscalYear: 9999 }), 0),
      { code: 'fiscal-year-impossible' },
    ],
    [
      '年度を決める権利がない',
      () => chooseJudgement(desk.as('shicho'), choice(), 0),
      { code: 'not-allowed' },
    ],
    [
      'もう決まっている年度を、見ずに決める',
      () => chooseJudgement(desk.as('kikaku'), choice({ fiscalYear: 2024, reason: 'x' }), 0),
      { code: 'changed-meanwhile' },
    ],
    [
      '公開する権利がない',
      async () => publishJudgement(desk.as('kodomo-tanto'), 2024, false, await yearLock(2024)),
      { code: 'not-allowed' },
    ],
    [
      '判定基準のない年度を公開',
      () => publishJudgement(desk.as('shicho'), 2019, true, 0),
      { code: 'judgement-year-unknown' },
    ],
    [
      '見ていない年度を公開',
      () => publishJudgement(desk.as('shicho'), 2024, false, 99),
      { code: 'changed-meanwhile' },
    ],
    ['課の担当は人による判定を書けない', () => byHand('kodomo-tanto', override()), { code: 'not-allowed' }],
    ['監査は書けない', () => byHand('kansa', override()), { code: 'not-allowed' }],
    [
      'ない段階',
      () => byHand('kikaku', override({ choice: 'S' })),
      { code: 'unknown-choice', path: ['trend', 'choice'] },
    ],
    [
      '理由がない',
      () => byHand('kikaku', override({ reason: ' ' })),
      { code: 'reason-required', path: ['trend', 'reason'] },
    ],
    [
      '理由が長すぎる',
      () => byHand('kikaku', override({ reason: 'あ'.repeat(2001) })),
      { code: 'text-too-long' },
    ],
    ['ない軸', () => byHand('kikaku', override({ subject: 'x' })), { code: 'judgement-subject-unknown' }],
    [
      '判定していない年度',
      () => byHand('kikaku', override({ fiscalYear: 2019 })),
      { code: 'judgement-year-unknown' },
    ],
    ['ない指標', () => byHand('kikaku', override(), 'nai'), { code: 'indicator-not-found' }],
    ['ほかの人が先に判定した', () => byHand('kikaku', override({ seen: 3 })), { code: 'changed-meanwhile' }],
  ];
  it.each(cases)('%s', async (_, run, error) => {
    const before = await desk.office.written();
    const done = await run();
    expect(done).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining(error)]),
    });
    expect(await desk.office.written()).toEqual(before);
  });

  it('公開中の年度の判定基準は、理由なしには変わらない', async () => {
    await createScheme(desk.as('kikaku'), template('five-grades'), 'five');
    const five = { schemeKey: 'five', schemeVersion: 1 };
    await adoptScheme(desk.as('kikaku'), five, await lockOf(five));
    const change = { ...five, fiscalYear: 2024, publishesHuman: true };
    const before = await desk.office.written();
    const refused = await chooseJudgement(
      desk.as('kikaku'),
      { ...change, reason: ' ' },
      await yearLock(2024),
    );
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'reason-required', path: ['reason'] }] });
    expect(await desk.office.written()).toEqual(before);
    const done = await chooseJudgement(
      desk.as('kikaku'),
      { ...change, reason: '新しい計画に合わせる' },
      await yearLock(2024),
    );
    expect(done.ok).toBe(true);
    // Still public, now by the other scheme, with the reason.
    expect((await desk.office.read(loadJudgementYears))[0]).toMatchObject({
      schemeKey: 'five',
      reason: '新しい計画に合わせる',
      publishedAt: expect.any(String),
    });
    await chooseJudgement(
      desk.as('kikaku'),
      { ...adopted, fiscalYear: 2024, publishesHuman: true, reason: '元に戻す' },
      await yearLock(2024),
    );
  });
});

describe('人による判定', () => {
  const stored = () => desk.office.read((tx) => loadHumanJudgements(tx, 'happiness'));

  it('書く、直す、取り消す。同じ内容では何も書かない', async () => {
    expect(await byHand('shicho', override())).toMatchObject({ ok: true, value: { changed: 1 } });
    const before = await desk.office.written();
    expect(await byHand('kikaku', override({ seen: 1 }))).toMatchObject({ ok: true, value: { changed: 0 } });
    expect(await desk.office.written()).toEqual(before);
    expect(await byHand('kikaku', override({ choice: 'up', seen: 1 }))).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject([{ choice: 'up', version: 2 }]);
    expect(await byHand('kikaku', override({ choice: '', reason: '', seen: 2 }))).toMatchObject({ ok: true });
    expect(await stored()).toEqual([]);
  });

  it('いくつかのうち一つでも断られたら、どれも書かない', async () => {
    const before = await desk.office.written();
    const done = await judgeByHand(desk.as('kikaku'), 'happiness', 2024, [
      override(),
      override({ kind: 'mark', subject: 'x', choice: 'y' }),
    ]);
    expect(done.ok).toBe(false);
    expect(await desk.office.written()).toEqual(before);
  });

  it('年度の判定基準が変わると、前の判定基準の言葉で言ったことは判定にも公開にも残らず、戻せば戻る', async () => {
    const judged = async () => {
      const year = (await desk.office.read((tx) => readJudgements(tx, '2026-11-21'))).ofYear(2024);
      const one = year?.indicators.find(({ judgeable }) => judgeable.indicatorKey === 'happiness');
      return [one?.human.map(({ choice }) => choice), one?.humanOfOtherScheme.map(({ choice }) => choice)];
    };
    const judgeBy = async (by: typeof adopted) =>
      expect(
        await chooseJudgement(
          desk.as('kikaku'),
          { ...by, fiscalYear: 2024, publishesHuman: true, reason: '方針の変更' },
          await yearLock(2024),
        ),
      ).toMatchObject({ ok: true });
    expect(await byHand('kikaku', override())).toMatchObject({ ok: true });
    expect(await judged()).toEqual([['flat'], []]);
    await judgeBy({ schemeKey: 'five', schemeVersion: 1 });
    expect(await judged()).toEqual([[], ['flat']]);
    await judgeBy(adopted);
    expect(await judged()).toEqual([['flat'], []]);
  });
});

describe('人による評価を公開しない年度', () => {
  const [axis] = plainScheme('').axes;
  const marked = {
    ...plainScheme('自己評価による判定'),
    schemeKey: 'own',
    marks: {
      own: {
        name: '自己評価',
        choices: [
          { key: 'good', label: '良い' },
          { key: 'poor', label: '不十分' },
        ],
      },
    },
    axes: [
      {
        ...axis,
        cases: [
          {
            steps: [
              {
                by: 'mark',
                mark: 'own',
                choices: { good: 'reached', poor: 'missed' },
                unmarked: 'missed',
              },
            ],
          },
        ],
      },
    ],
  };
  const scheme = { schemeKey: 'own', schemeVersion: 1 };
  const standing = async () => {
    const as = { municipality: shiojiri, today: '2026-11-21' };
    const seen = await Promise.all([
      desk.office.read((tx) => readJudgements(tx, '2026-11-21')),
      withPublic(desk.office.db, as, (tx) => readPublicJudgements(tx, '2026-11-21')),
    ]);
    return seen.map((town) => {
      const one = town
        .ofYear(2023)
        ?.indicators.find(({ judgeable }) => judgeable.indicatorKey === 'happiness');
      return [one?.judgement.overall?.grade, one?.judgement.overall?.reason];
    });
  };

  it('住民には「付けられていない」とも、印がないときの段階とも言わず、公表していないと言う', async () => {
    const kikaku = desk.as('kikaku');
    expect(await createScheme(kikaku, marked, 'own')).toMatchObject({ ok: true });
    expect(await adoptScheme(kikaku, scheme, await lockOf(scheme))).toMatchObject({ ok: true });
    const year = { ...scheme, fiscalYear: 2023, reason: '' };
    expect(await chooseJudgement(kikaku, { ...year, publishesHuman: false }, 0)).toMatchObject({ ok: true });
    expect(await publishJudgement(kikaku, 2023, true, await yearLock(2023))).toMatchObject({ ok: true });
    const mark = override({ fiscalYear: 2023, kind: 'mark', subject: 'own', choice: 'good' });
    expect(await byHand('kikaku', mark)).toMatchObject({ ok: true });
    expect(await standing()).toEqual([
      ['reached', null],
      [null, 'mark-withheld'],
    ]);
    expect(
      await chooseJudgement(kikaku, { ...year, publishesHuman: true }, await yearLock(2023)),
    ).toMatchObject({ ok: true });
    expect(await standing()).toEqual([
      ['reached', null],
      ['reached', null],
    ]);
  });
});
