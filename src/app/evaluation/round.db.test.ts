import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openRoundOffice,
  type RoundOffice,
  type RoundWho,
} from '../../../test/factories/evaluation-round.ts';
import { change, codes, complete, roundSteps } from '../../../test/factories/evaluation-steps.ts';
import { loadRemarks, loadSheets } from '../../db/read-evaluation.ts';
import { loadEvents } from '../../db/read-evaluation-events.ts';
import { loadEntries, loadPublications } from '../../db/read-publication.ts';
import { insertRemarks } from '../../db/write-evaluation.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Refusal } from '../refusal.ts';
import { closeRound, reopenRound } from './close-round.ts';
import { correctPublication } from './correct-publication.ts';
import { delegateStage } from './delegate-stage.ts';
import { handOnSheets } from './hand-on-sheets.ts';
import { publishRound } from './publish-round.ts';
import { addRemark } from './remarks.ts';
import { exemptSheet, reopenSheet, returnSheet } from './return-sheet.ts';

let desk: RoundOffice;
beforeAll(async () => {
  desk = await openRoundOffice();
});
afterAll(() => desk.office.db.close());

const { save, handOn, sheet, record, unchanged } = roundSteps(() => desk);

describe('評価の回を始める', () => {
  it('事業ごとにシートができ、対象外のものは初めから終わっていて、計算が書いてある', async () => {
    const sheets = await desk.office.read((tx) => loadSheets(tx, 'r6'));
    expect(
      sheets.map(({ subjectKey, status, stageKeys, exemption }) => [
        subjectKey,
        status,
        stageKeys.length,
        exemption,
      ]),
    ).toEqual([
      ['p1', 'not-started', 4, ''],
      ['p2', 'not-started', 5, ''],
      ['p3', 'not-started', 4, ''],
      ['d1', 'not-started', 4, ''],
      ['small', 'final', 4, 'small'],
      ['inside', 'final', 4, 'inside'],
    ]);
    const events = await desk.office.read((tx) => loadEvents(tx, 'r6', { kinds: ['exempt'] }));
    expect(events.map(({ note }) => note).toSorted()).toEqual([
      '内部管理の事業: 事業の種類「内部管理」',
      '少額の事業: 令和5年度〜令和6年度の決算 40千円 + 40千円 = 80千円（100千円以下）',
    ]);
  });

  it('成果の達成率から段階が提案され、どこから来たかが書いてある', async () => {
    expect(await record('p1', 'entry')).toMatchObject({
      answers: { 'criterion.effect': 'fair' },
      prefilled: { 'criterion.effect': '達成率 90% → 一部（80%以上）' },
      firstSavedAt: null,
    });
    expect((await record('p3', 'entry'))?.answers).toEqual({});
  });
});

describe('断る。何も変わらない', () => {
  it.each<[string, () => Promise<Result<unknown, Refusal>>, readonly string[]]>([
    ['自分の課でない', () => save('doboku', 'p1', 'entry', complete), ['p1 not-allowed']],
    ['見るだけの役割', () => save('kansa', 'p1', 'entry', complete), ['p1 not-allowed']],
    ['まだ番でない段階', () => save('kacho', 'p1', 'first', complete), ['p1 evaluation-not-its-turn']],
    ['対象でない段階', () => save('gaibu', 'p1', 'external', []), ['p1 evaluation-stage-not-on-sheet']],
    [
      '語彙にない方向性',
      () => save('tanto', 'p1', 'entry', [change('direction', '現状維持')]),
      ['p1 direction evaluation-direction-unknown'],
    ],
    [
      '様式にない欄',
      () => save('tanto', 'p1', 'entry', [change('text.extra', 'x')]),
      ['p1 text.extra evaluation-field-unknown'],
    ],
    [
      '足りない欄のある提出',
      () => handOn('tanto', 'entry', 'p1'),
      [
        'p1 criterion.need evaluation-answer-missing',
        'p1 text.result evaluation-answer-missing',
        'p1 direction evaluation-answer-missing',
      ],
    ],
    ['選ばれていない', () => handOn('tanto', 'entry'), ['chosen evaluation-nothing-chosen']],
    ['対象外のシート', () => save('tanto', 'small', 'entry', complete), ['small evaluation-sheet-final']],
    ['締め切る前の公開', () => publishRound(desk.as('kikaku'), 'r6'), ['evaluation-round-not-closed']],
    ['企画でない人の締め切り', () => closeRound(desk.as('kacho'), 'r6'), ['not-allowed']],
  ])('%s', async (_, work, expected) => {
    expect(await unchanged(work)).toEqual(expected);
  });
});

describe('二人で一つのシート', () => {
  it('違う欄は合わさり、同じ欄は両方の版を示して断る', async () => {
    expect(codes(await save('tanto', 'p3', 'entry', [change('text.result', 'あ')]))).toEqual([]);
    expect(codes(await save('hoka', 'p3', 'entry', [change('direction', 'keep')]))).toEqual([]);
    expect((await record('p3', 'entry'))?.answers).toEqual({ 'text.result': 'あ', direction: 'keep' });
    const met = await save('hoka', 'p3', 'entry', [
      change('text.result', 'い'),
      change('criterion.need', 'high'),
    ]);
    expect(met).toMatchObject({
      ok: false,
      error: [
        {
          code: 'evaluation-field-changed',
          path: ['p3', 'text.result'],
          params: { mine: 'い', theirs: 'あ' },
        },
      ],
    });
    expect((await record('p3', 'entry'))?.answers).toEqual({ 'text.result': 'あ', direction: 'keep' });
    expect((await sheet('p3')).status).toBe('draft');
  });
});

describe('段階を進む', () => {
  it('提出すると課長の番になり、担当の内容から始まる。担当はもう書けない', async () => {
    expect(codes(await save('tanto', 'p1', 'entry', complete))).toEqual([]);
    expect(codes(await save('tanto', 'p1', 'entry', [change('criterion.effect', 'good', 'fair')]))).toEqual(
      [],
    );
    expect(codes(await handOn('tanto', 'entry', 'p1'))).toEqual([]);
    expect(await sheet('p1')).toMatchObject({ status: 'submitted', stageIndex: 1 });
    expect((await record('p1', 'entry'))?.prefilled).toEqual({ 'criterion.effect': '' });
    expect(await record('p1', 'first')).toMatchObject({
      answers: { direction: 'keep', 'text.result': '利用者が増えた。', 'criterion.effect': 'good' },
      prefilled: { direction: '「担当者の記入」と同じ' },
    });
    expect(
      await unchanged(() => save('tanto', 'p1', 'entry', [change('direction', 'expand', 'keep')])),
    ).toEqual(['p1 evaluation-not-its-turn']);
    expect((await sheet('p1')).figures?.measures).toEqual([
      {
        measureKey: 'm1',
        kind: 'outcome',
        name: '利用者の満足度',
        unit: '％',
        figures: [{ fiscalYear: 2024, target: '80', actual: '72', missing: null }],
        sharedBy: 2,
      },
    ]);
  });

  it('差し戻しには理由が要り、戻った段階がまた書ける', async () => {
    const back = (reason: string) =>
      returnSheet(desk.as('kacho'), {
        roundKey: 'r6',
        subjectKey: 'p1',
        seenVersion: null,
        toStageKey: 'entry',
        reason,
      });
    expect(await unchanged(() => back(' '))).toEqual(['p1 reason evaluation-reason-missing']);
    expect(codes(await back('人数の根拠を書いてください。'))).toEqual([]);
    expect(await sheet('p1')).toMatchObject({
      status: 'returned',
      stageIndex: 0,
      reason: '人数の根拠を書いてください。',
    });
    expect((await record('p1', 'entry'))?.submittedAt).toBeNull();
    expect(
      codes(
        await save('tanto', 'p1', 'entry', [
          change('text.result', '300人から340人に増えた。', '利用者が増えた。'),
        ]),
      ),
    ).toEqual([]);
    expect(codes(await handOn('tanto', 'entry', 'p1'))).toEqual([]);
    expect((await record('p1', 'first'))?.answers['text.result']).toBe('300人から340人に増えた。');
  });

  it('縮小には理由が要る。計算と違う評価にも理由が要る', async () => {
    expect(
      codes(await save('kacho', 'p1', 'first', [change('direction', 'cut', 'keep'), change('grade', 'b')])),
    ).toEqual([]);
    expect(await unchanged(() => handOn('kacho', 'first', 'p1'))).toEqual([
      'p1 grade.reason evaluation-grade-reason-missing',
      'p1 direction.reason evaluation-direction-reason-missing',
    ]);
    expect(
      codes(
        await save('kacho', 'p1', 'first', [
          change('direction', 'keep', 'cut'),
          change('grade.reason', '利用が一部の地区に偏るため'),
        ]),
      ),
    ).toEqual([]);
    expect(codes(await handOn('kacho', 'first', 'p1'))).toEqual([]);
    expect(await sheet('p1')).toMatchObject({ status: 'approved', stageIndex: 2 });
  });

  it('見たあとに動いたシートは、承認されない', async () => {
    const seenVersion = (await sheet('p1')).version - 1;
    expect(
      await unchanged(() =>
        handOnSheets(desk.as('kikaku'), {
          roundKey: 'r6',
          stageKey: 'second',
          sheets: [{ subjectKey: 'p1', seenVersion }],
        }),
      ),
    ).toEqual(['p1 evaluation-sheet-moved']);
  });
});

describe('代理', () => {
  it('課長は自分の課の代理を立てられ、その日まで承認できる', async () => {
    expect(codes(await save('tanto', 'p2', 'entry', complete))).toEqual([]);
    expect(codes(await handOn('tanto', 'entry', 'p2'))).toEqual([]);
    expect(await unchanged(() => handOn('hoka', 'first', 'p2'))).toEqual(['p2 not-allowed']);
    const name = (unitKey: string, validTo: string, deputy: RoundWho = 'hoka', reason = '出張のため') =>
      delegateStage(desk.as('kacho'), {
        roundKey: 'r6',
        stageKey: 'first',
        unitKey,
        userId: desk.userId(deputy),
        reason,
        validTo,
      });
    expect(await unchanged(() => name('kodomo', '', 'gaibu'))).toEqual(['userId evaluation-deputy-outside']);
    const long = await unchanged(() => name('kodomo', '', 'hoka', 'あ'.repeat(1001)));
    expect(long).toEqual(['reason evaluation-reason-long']);
    expect(await unchanged(() => name('doboku', ''))).toEqual(['not-allowed']);
    expect(await unchanged(() => name('kodomo', '2026-11-20'))).toEqual(['validTo evaluation-deputy-past']);
    expect(codes(await name('kodomo', 'R8.11.21'))).toEqual([]);
    expect(await unchanged(() => name('kodomo', ''))).toEqual(['userId evaluation-deputy-already']);
    desk.office.clock.pass(24 * 60);
    expect(await unchanged(() => handOn('hoka', 'first', 'p2'))).toEqual(['p2 not-allowed']);
    desk.office.clock.pass(-24 * 60);
    expect(codes(await handOn('hoka', 'first', 'p2'))).toEqual([]);
  });
});

describe('指摘', () => {
  it('前の年度の指摘に答えるまで提出できず、答えは指摘に残る', async () => {
    const remarkId = '33333333-3333-4333-8333-333333333333';
    await desk.office.read((tx) =>
      insertRemarks(
        tx,
        [
          {
            remarkId,
            target: 'programme',
            subjectKey: 'd1',
            roundKey: null,
            fiscalYear: 2023,
            stageKey: 'external',
            body: '橋の点検の計画を示すこと',
            audience: 'public',
          },
        ],
        { by: null, now: '2025-01-01T00:00:00Z' },
      ),
    );
    expect(
      codes(await save('doboku', 'd1', 'entry', [...complete, change('criterion.effect', 'good')])),
    ).toEqual([]);
    expect(await unchanged(() => handOn('doboku', 'entry', 'd1'))).toEqual([
      `d1 remark.${remarkId} evaluation-remark-unanswered`,
    ]);
    expect(
      codes(await save('doboku', 'd1', 'entry', [change(`remark.${remarkId}`, '5年の計画を作った')])),
    ).toEqual([]);
    expect(codes(await handOn('doboku', 'entry', 'd1'))).toEqual([]);
    const [remark] = await desk.office.read((tx) => loadRemarks(tx, { remarkIds: [remarkId] }));
    expect(remark).toMatchObject({ answer: '5年の計画を作った', answeredRoundKey: 'r6' });
  });

  it('段階の人が書き、外部評価者のものは内部だけにできない', async () => {
    const write = (who: RoundWho, stageKey: string, audience: 'public' | 'internal') =>
      addRemark(desk.as(who), {
        roundKey: 'r6',
        subjectKey: 'p2',
        stageKey,
        body: '対象を広げては',
        audience,
      });
    expect(await unchanged(() => write('gaibu', 'external', 'internal'))).toEqual([
      'audience evaluation-remark-audience',
    ]);
    expect(await unchanged(() => write('tanto', 'second', 'internal'))).toEqual(['p2 not-allowed']);
    expect(codes(await write('gaibu', 'external', 'public'))).toEqual([]);
    expect(codes(await write('kikaku', 'second', 'internal'))).toEqual([]);
  });
});

describe('終わりまで', () => {
  it('一括で承認し、外部評価を通り、首長が決める', async () => {
    expect(codes(await handOn('kikaku', 'second', 'p1', 'p2'))).toEqual([]);
    expect(codes(await handOn('gaibu', 'external', 'p2'))).toEqual([]);
    expect(codes(await handOn('shicho', 'final', 'p1', 'p2'))).toEqual([]);
    expect(await sheet('p2')).toMatchObject({ status: 'final', stageIndex: 5 });
  });

  it('終わったシートは、理由があれば開き直せる', async () => {
    const open = (who: RoundWho, reason: string) =>
      reopenSheet(desk.as(who), {
        roundKey: 'r6',
        subjectKey: 'p1',
        seenVersion: null,
        toStageKey: 'final',
        reason,
      });
    expect(await unchanged(() => open('shicho', '決め直す'))).toEqual(['p1 not-allowed']);
    expect(await unchanged(() => open('kikaku', ''))).toEqual(['p1 reason evaluation-reason-missing']);
    expect(codes(await open('kikaku', '議会の意見を受けて'))).toEqual([]);
    expect(codes(await save('shicho', 'p1', 'final', [change('direction', 'expand', 'keep')]))).toEqual([]);
    expect(codes(await handOn('shicho', 'final', 'p1'))).toEqual([]);
  });

  it('締め切ると誰も書けず、終わっていないシートがあるうちは公開できない', async () => {
    expect(codes(await closeRound(desk.as('kikaku'), 'r6'))).toEqual([]);
    expect(await unchanged(() => save('tanto', 'p3', 'entry', complete))).toEqual([
      'evaluation-round-closed',
    ]);
    expect(await unchanged(() => publishRound(desk.as('kikaku'), 'r6'))).toEqual([
      'sheets evaluation-unfinished',
    ]);
    expect(codes(await reopenRound(desk.as('kikaku'), 'r6'))).toEqual([]);
    for (const subjectKey of ['p3', 'd1'])
      expect(
        codes(
          await exemptSheet(desk.as('kikaku'), {
            roundKey: 'r6',
            subjectKey,
            seenVersion: null,
            exemption: 'by-hand',
            reason: '年度の途中で終わった',
          }),
        ),
      ).toEqual([]);
    expect(codes(await closeRound(desk.as('kikaku'), 'r6'))).toEqual([]);
  });

  it('公開は、公開する段階の言葉と公開の指摘だけ。もう変えられない', async () => {
    expect(codes(await publishRound(desk.as('kikaku'), 'r6'))).toEqual([]);
    const [published] = await desk.office.read((tx) => loadPublications(tx, 'evaluation'));
    if (published === undefined) throw new Error('not published');
    expect(published).toMatchObject({
      edition: 1,
      content: { amountBasis: '令和6年度の決算額', personnelIncluded: 'no' },
    });
    const entries = await desk.office.read((tx) => loadEntries(tx, published));
    expect(entries.map(({ subjectKey, direction }) => [subjectKey, direction?.key ?? null])).toEqual([
      ['p1', 'expand'],
      ['p2', 'keep'],
      ['p3', null],
      ['d1', null],
      ['small', null],
      ['inside', null],
    ]);
    expect(entries[0]?.records.map(({ stageKey }) => stageKey)).toEqual(['first', 'second', 'final']);
    expect(entries[0]).toMatchObject({ grade: 'b', records: [{ machineGrade: 'a', grade: 'b' }, {}, {}] });
    expect(entries[1]?.remarks).toEqual([{ fiscalYear: 2024, body: '対象を広げては', answer: '' }]);
    expect(entries[4]?.exemption).toContain('80千円');
    expect(await unchanged(() => reopenRound(desk.as('kikaku'), 'r6'))).toEqual([
      'evaluation-round-published',
    ]);
    expect(
      await unchanged(() => save('shicho', 'p1', 'final', [change('direction', 'keep', 'expand')])),
    ).toEqual(['evaluation-round-published']);
  });

  it('訂正は理由のある次の版になり、前の版はそのまま残る', async () => {
    const correct = (reason: string, after: string, place = 'final:direction') =>
      correctPublication(desk.as('kikaku'), {
        roundKey: 'r6',
        reason,
        corrections: [{ subjectKey: 'p1', place, after }],
        seenEdition: null,
      });
    expect(await unchanged(() => correct('', 'keep'))).toEqual(['reason evaluation-reason-missing']);
    expect(await unchanged(() => correct('誤記', 'stay'))).toEqual([
      'p1 final:direction evaluation-direction-unknown',
    ]);
    expect(await unchanged(() => correct('誤記', 'x', 'entry:direction'))).toEqual([
      'p1 entry:direction evaluation-correction-place',
    ]);
    expect(await unchanged(() => correct('誤記', 'expand'))).toEqual([
      'corrections evaluation-correction-none',
    ]);
    expect(codes(await correct('転記の誤り', 'keep'))).toEqual([]);
    const [published] = await desk.office.read((tx) => loadPublications(tx, 'evaluation'));
    if (published === undefined) throw new Error('not published');
    expect(published).toMatchObject({ edition: 2, reason: '転記の誤り' });
    const [first] = await desk.office.read((tx) => loadEntries(tx, published));
    expect(first?.direction?.key).toBe('keep');
    const [before] = await desk.office.read((tx) => loadEntries(tx, { ...published, edition: 1 }));
    expect(before?.direction?.key).toBe('expand');
  });
});
