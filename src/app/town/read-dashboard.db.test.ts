import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { someIndicator } from '../../../test/factories/town.ts';
import { roundFraction } from '../../domain/kernel/fraction.ts';
import { installationFolder } from '../../installation.ts';
import { openCollection } from '../collection/open-collection.ts';
import { enterValues } from '../indicator/enter-values.ts';
import { createIndicator } from '../indicator/save-indicator.ts';
import { setTarget } from '../indicator/set-target.ts';
import { chooseJudgement } from '../judgement/choose-judgement.ts';
import { judgeByHand } from '../judgement/judge-by-hand.ts';
import { adoptScheme, createScheme } from '../judgement/save-scheme.ts';
import { type Dashboard, readDashboard } from './read-dashboard.ts';

let desk: Desk;
const arrows: unknown = JSON.parse(
  readFileSync(join(installationFolder, 'schemes', 'judgement', 'sapporo.json'), 'utf8'),
);
const scheme = { schemeKey: 'arrows', schemeVersion: 1 };
const must = async (done: Promise<{ readonly ok: boolean; readonly error?: unknown }>): Promise<void> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
};

const make = async (
  key: string,
  change: Partial<ReturnType<typeof someIndicator>>,
  figures: Readonly<Record<number, string>>,
): Promise<void> => {
  const kikaku = desk.as('kikaku');
  const {
    indicatorKey: _,
    breakdowns: __,
    position: ___,
    ...definition
  } = someIndicator({ direction: 'up', ...change });
  const baseline = { fiscalYear: 2019, value: '6.0', behaviour: null, note: '', source: null };
  await must(createIndicator(kikaku, key, { definition, baseline }));
  await must(
    setTarget(
      kikaku,
      key,
      { fiscalYear: 2028, figure: '7', text: '', comparison: 'at-least', reason: '', sourceDocument: '計画' },
      0,
    ),
  );
  const rows = Object.entries(figures).map(([year, figure]) => ({
    fiscalYear: Number(year),
    figure: figure.startsWith('#') ? '' : figure,
    text: '',
    missing: figure.startsWith('#') ? figure.slice(1) : '',
    standardError: '',
    asOf: '',
    status: 'final',
    sourceDocument: '市民アンケート',
    sourcePlace: '',
    note: '',
    seen: '',
  }));
  if (rows.length > 0) await must(enterValues(kikaku, key, rows));
};

const read = (): Promise<Dashboard> => readDashboard(desk.as('kikaku'));

beforeAll(async () => {
  desk = await openDesk();
  await make(
    'falling',
    { name: '下がった指標', unitKey: 'kodomo' },
    { 2020: '6.4', 2021: '6.3', 2022: '6.2', 2023: '6.1', 2024: '5.9' },
  );
  await make('rising', { name: '上がった指標', unitKey: 'kodomo' }, { 2023: '6.8', 2024: '7.2' });
  await make(
    'skipped',
    { name: '調査のない指標', unitKey: 'doboku' },
    { 2023: '6.5', 2024: '#not-surveyed' },
  );
  await make('nobody', { name: '担当のない指標', unitKey: null, availableAfterMonths: 6 }, { 2024: '6.5' });
});
afterAll(() => desk.office.db.close());

const keys = (lines: readonly { readonly indicatorKey: string }[]) =>
  lines.map(({ indicatorKey }) => indicatorKey);

describe('本部の一枚', () => {
  it('判定の前でも、値のないもの、担当のないもの、道筋との差が分かる', async () => {
    const board = await read();
    // 2026-11-21: the last year that has ended.
    expect([board.fiscalYear, board.isJudged, board.worsened]).toEqual([2025, false, []]);
    expect(keys(board.withoutOwner)).toEqual(['nobody']);
    // Its figure of 2025 should have been there since September.
    expect(board.overdue).toMatchObject([
      { indicatorKey: 'nobody', fiscalYear: 2025, expectedBy: '2026-09-30', unitName: '担当なし' },
    ]);
    expect(board.withoutFigure).toHaveLength(5);
    expect([board.behind, board.ahead]).toEqual([[], []]);
  });

  it('判定すると、前の年度より悪くなった指標を、理由とともに言う', async () => {
    const kikaku = desk.as('kikaku');
    await must(createScheme(kikaku, arrows, 'arrows'));
    await must(adoptScheme(kikaku, scheme, 1));
    for (const fiscalYear of [2023, 2024])
      await must(chooseJudgement(kikaku, { ...scheme, fiscalYear, reason: '', publishesHuman: true }, 0));
    const board = await read();
    expect([board.fiscalYear, board.beforeYear, board.otherScheme]).toEqual([2024, 2023, false]);
    expect(board.worsened).toMatchObject([
      {
        one: { judgeable: { indicatorKey: 'falling' } },
        before: { label: '改善' },
        after: { label: '悪化' },
        change: { kind: 'worse' },
        because: '矢印: 当初値からの変化 −0.1（0未満） → 悪化',
      },
    ]);
    expect(board.withoutFigure).toMatchObject([
      { indicatorKey: 'happiness', reason: 'no-value' },
      { indicatorKey: 'skipped', reason: 'not-surveyed', unitName: '土木課' },
    ]);
    expect(board.ahead.map(({ judgeable }) => judgeable.indicatorKey)).toEqual(['rising']);
    const [behind] = board.behind;
    expect(behind).toMatchObject({
      judgeable: { indicatorKey: 'falling' },
      forecast: { kind: 'forecast', n: 5 },
    });
    // From 6.0 in 2019 to 7 in 2028: after five of nine years 6 5/9 are expected.
    const expected = behind === undefined ? '' : roundFraction(behind.along.expected, 4, 'half-away');
    expect(expected).toBe('6.5556');
    // Too few figures for a forecast.
    expect(board.ahead[0]?.forecast).toMatchObject({ kind: 'none', reason: 'too-few-points' });
  });

  it('人が判定を変えれば、その判定とその理由で言う', async () => {
    const typed = {
      indicatorKey: 'rising',
      fiscalYear: 2024,
      kind: 'override',
      subject: 'trend',
      choice: 'flat',
      reason: '調査の対象が変わったため',
      seen: 0,
    } as const;
    await must(judgeByHand(desk.as('shicho'), 'rising', 2024, [typed]));
    const board = await read();
    expect(board.worsened.map(({ one, because }) => [one.judgeable.indicatorKey, because])).toEqual([
      ['falling', '矢印: 当初値からの変化 −0.1（0未満） → 悪化'],
      ['rising', '調査の対象が変わったため'],
    ]);
  });

  it('期限を過ぎた課が、提出するまで並ぶ', async () => {
    await must(
      openCollection(desk.as('kikaku'), {
        fiscalYear: 2025,
        dueOn: '2026-06-30',
        note: '',
        unitKeys: ['kodomo'],
      }),
    );
    expect((await read()).lateSheets).toMatchObject([
      { unitName: 'こども未来課', dueOn: '2026-06-30', sheet: { fiscalYear: 2025, state: 'open' } },
    ]);
  });

  it('判定基準が道筋のとおりとみなす幅の内なら、進んでも遅れてもいない', async () => {
    const kikaku = desk.as('kikaku');
    const wide = { schemeKey: 'wide', schemeVersion: 1 };
    const content = {
      ...(arrows as object),
      schemeKey: 'wide',
      onPath: { of: 'absolute', value: '1000000' },
    };
    await must(createScheme(kikaku, content, 'wide'));
    await must(adoptScheme(kikaku, wide, 1));
    const year = { ...wide, fiscalYear: 2024, reason: '幅を決めた', publishesHuman: true };
    await must(chooseJudgement(kikaku, year, 1));
    const board = await read();
    expect([board.behind, board.ahead]).toEqual([[], []]);
  });
});
