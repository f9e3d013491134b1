import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { shiojiri } from '../../../test/factories/office.ts';
import { someIndicator } from '../../../test/factories/town.ts';
import { loadIndicators } from '../../db/read-indicator.ts';
import { withPublic } from '../../db/tenant.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import { readJudgements } from '../judgement/read-judgements.ts';
import { newKey } from '../new-key.ts';
import type { ReadIndicator } from './computed-figures.ts';
import { enterValues } from './enter-values.ts';
import { publishValues } from './publish-values.ts';
import { readIndicators } from './read-indicators.ts';
import { createIndicator } from './save-indicator.ts';
import { draftsMark, seenMark } from './seen-values.ts';

let desk: Desk;
let births: string;
let people: string;
let rate: string;

const make = async (change: Partial<Indicator>): Promise<string> => {
  const indicatorKey = newKey();
  const {
    indicatorKey: _,
    breakdowns: __,
    position: ___,
    ...definition
  } = someIndicator({ decimals: 0, unit: '人', unitKey: 'kodomo', ...change });
  const made = await createIndicator(desk.as('kikaku'), indicatorKey, { definition, baseline: null });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return indicatorKey;
};
const makeRate = (name: string, decimals = 0): Promise<string> =>
  make({
    name,
    unit: '‰',
    decimals,
    computed: { operation: 'per-resident', operands: [births, people], factor: '1000' },
  });
const stored = async (key: string) => {
  const [loaded] = await desk.office.read((tx) => loadIndicators(tx, [key], { breakdowns: false }));
  return loaded?.values ?? [];
};
/** Keeps a figure as a draft. */
const enter = async (key: string, fiscalYear: number, change: Readonly<Record<string, string>>) => {
  const ofYear = (await stored(key)).filter((value) => value.fiscalYear === fiscalYear);
  const shown = ofYear.find(({ stage }) => stage === 'draft') ?? ofYear[0] ?? null;
  const row = {
    figure: '',
    text: '',
    missing: '',
    standardError: '',
    asOf: '',
    status: 'final',
    sourceDocument: '住民基本台帳',
    sourcePlace: '',
    note: '',
  };
  return enterValues(desk.as('kikaku'), key, [{ ...row, ...change, fiscalYear, seen: seenMark(shown) }]);
};
const publish = async (key: string) => {
  const done = await publishValues(desk.as('kikaku'), key, draftsMark(await stored(key)));
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};
const asStaff = async (): Promise<ReadIndicator | undefined> =>
  (await desk.office.read((tx) => readIndicators(tx, [rate])))[0];
const asCitizen = async (): Promise<ReadIndicator | undefined> =>
  (await withPublic(desk.office.db, { municipality: shiojiri }, (tx) => readIndicators(tx, [rate])))[0];
const figures = (read: ReadIndicator | undefined) =>
  read?.values.map(({ fiscalYear, stage, value, missing, status }) => [
    fiscalYear,
    stage,
    value ?? missing,
    status,
  ]);
const lines = (read: ReadIndicator | undefined, language: 'ja' | 'en' = 'ja') =>
  read?.computedFigures.map(({ fiscalYear, stage, arithmetic }) => [
    fiscalYear,
    stage,
    ...arithmetic(language),
  ]);

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  births = await make({ name: '出生数' });
  people = await make({ name: '人口' });
  rate = await makeRate('出生率', 1);
});
afterAll(() => desk.office.db.close());

describe('計算する指標を読む', () => {
  it('同じ年度の元の値から計算し、算式と元の値を示す。元に速報があれば速報', async () => {
    await enter(births, 2023, { figure: '480', status: 'provisional' });
    await enter(people, 2023, { figure: '65000' });
    for (const key of [births, people, rate]) await publish(key);
    expect(figures(await asCitizen())).toEqual([[2023, 'published', '7.4', 'provisional']]);
    expect(lines(await asCitizen())).toEqual([
      [2023, 'published', '出生率 = 出生数 480人 ÷ 人口 65,000人 × 1,000 ≒ 7.4‰'],
    ]);
    expect(figures(await asStaff())).toEqual(figures(await asCitizen()));
  });

  it('元の値の下書きは、公開の値に混じらない。職員には下書きとして見える', async () => {
    await enter(births, 2023, { figure: '480' });
    await enter(people, 2023, { figure: '65000' });
    for (const key of [births, people, rate]) await publish(key);
    await enter(births, 2023, { figure: '650' });
    await enter(people, 2024, { figure: '64000' });
    expect(figures(await asCitizen())).toEqual([[2023, 'published', '7.4', 'final']]);
    expect(JSON.stringify(lines(await asCitizen()))).not.toMatch(/650人|64,000/u);
    expect(figures(await asStaff())).toEqual([
      [2023, 'draft', '10.0', 'final'],
      [2023, 'published', '7.4', 'final'],
    ]);
    // The year one operand has a draft of waits for the other.
    expect(lines(await asStaff())?.filter(([year]) => year === 2024)).toEqual([
      [
        2024,
        'draft',
        '出生率 = 出生数 ÷ 人口 64,000人 × 1,000',
        '出生数: 実績の数値なし（実績が入力されていない）',
      ],
    ]);
  });

  it('元の指標が公開されていなければ、市民には名前も値も出さない', async () => {
    await enter(births, 2023, { figure: '480' });
    await enter(people, 2023, { figure: '65000' });
    for (const key of [births, rate]) await publish(key);
    expect(figures(await asCitizen())).toEqual([]);
    const said = JSON.stringify([lines(await asCitizen()), lines(await asCitizen(), 'en')]);
    expect(said).toContain('公開していない指標');
    expect(said).toContain('(an indicator that is not public)');
    expect(said).not.toMatch(/人口|65,000/u);
    expect(figures(await asStaff())).toEqual([[2023, 'draft', '7.4', 'final']]);
  });

  it.each([
    ['調査のない年', 'not-surveyed'],
    ['秘匿', 'suppressed'],
  ])('元の値がない理由（%s）を、指標の名前とともに引き継ぐ', async (words, missing) => {
    await enter(births, 2023, { missing });
    await enter(people, 2023, { figure: '65000' });
    for (const key of [births, people, rate]) await publish(key);
    expect(figures(await asCitizen())).toEqual([[2023, 'published', missing, 'final']]);
    expect(lines(await asCitizen())?.[0]?.at(-1)).toBe(`出生数: 実績の数値なし（${words}）`);
  });

  it('0で割ることになる年度は、測定できないとし、そのことを示す', async () => {
    await enter(births, 2023, { figure: '480' });
    await enter(people, 2023, { figure: '0' });
    for (const key of [births, people, rate]) await publish(key);
    expect(figures(await asCitizen())).toEqual([[2023, 'published', 'not-measurable', 'final']]);
    expect(lines(await asCitizen())?.[0]?.at(-1)).toContain('0で割る');
  });

  it('計算する指標から計算する指標も、途中を丸めずに読める', async () => {
    await enter(births, 2023, { figure: '1' });
    await enter(people, 2023, { figure: '3' });
    const twice = await make({
      name: '倍の出生率',
      unit: '‰',
      computed: { operation: 'sum', operands: [rate, await makeRate('出生率の写し')], factor: '1' },
    });
    for (const key of [births, people]) await publish(key);
    const [read] = await desk.office.read((tx) => readIndicators(tx, [twice]));
    // Each is shown as 333: rounded before it is added the sum would be 666.
    expect(read?.values.map(({ value }) => value)).toEqual(['667']);
  });

  it('判定も、計算した値による', async () => {
    await enter(births, 2023, { figure: '480' });
    await enter(people, 2023, { figure: '65000' });
    for (const key of [births, people, rate]) await publish(key);
    const judged = await desk.office.read((tx) => readJudgements(tx, '2026-11-21', { keys: [rate] }));
    expect(judged.judgeables(2023)[0]?.values).toMatchObject([{ fiscalYear: 2023, value: '7.4' }]);
  });
});
