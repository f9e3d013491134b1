import { setTarget } from '../../src/app/indicator/set-target.ts';
import { judgeByHand } from '../../src/app/judgement/judge-by-hand.ts';
import type { Refusal } from '../../src/app/refusal.ts';
import { importTown } from '../../src/app/town/import-town.ts';
import { operator } from '../../src/cli/operator.ts';
import type { Database } from '../../src/db/connection.ts';
import type { IndicatorValue } from '../../src/domain/indicator/indicator.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import type { Result } from '../../src/domain/kernel/result.ts';
import { plainScheme } from './plain-scheme.ts';
import { someIndicator, someTown, someValue } from './town.ts';

export const judgedTown = '202151' as MunicipalityCode;

const succeed = async <T>(done: Promise<Result<T, Refusal>>): Promise<T> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const area = (name: string, fiscalYear: number, value: string): IndicatorValue =>
  someValue({ fiscalYear, breakdown: `area:${name}`, value });

/**
 * One town whose indicator has everything a citizen may ask of it: six figures and a year without one, a target made
 * easier, areas over the years, a judgement people changed. `many` more of the same stand beside it.
 */
export const openJudgedTown = async (db: Database, many = 0): Promise<void> => {
  const acting = operator(db, judgedTown, new Date('2026-02-20T00:00:00Z'));
  const figures = ['6.41', '6.48', '6.55', null, '6.52', '6.66', '6.60'];
  const target = {
    value: '7.00',
    text: null,
    comparison: 'at-least' as const,
    setOn: '2020-04-01',
    reason: '',
    source: null,
  };
  const indicator = (indicatorKey: string, name: string, position: number) => ({
    indicator: someIndicator({
      indicatorKey,
      name,
      position,
      direction: 'up',
      definition: '0点から10点で答えた幸福度の平均',
      frequency: '毎年',
      breakdowns: [
        {
          key: 'area',
          name: '地区',
          categories: [
            { key: 'hirooka', name: '広丘' },
            { key: 'kitaono', name: '北小野' },
          ],
        },
      ],
    }),
    referenceSeries: [],
    baseline: { fiscalYear: 2019, value: '6.41', behaviour: null, note: '', source: null },
    targets: [{ ...target, fiscalYear: 2028 }],
    values: [
      ...figures.map((value, at) =>
        someValue({
          fiscalYear: 2019 + at,
          value,
          missing: value === null ? 'not-surveyed' : null,
          note: at === 6 ? '物価の上昇が響いた。' : '',
        }),
      ),
      area('hirooka', 2023, '6.60'),
      area('hirooka', 2024, '6.70'),
      area('kitaono', 2023, '6.40'),
      area('kitaono', 2024, '6.58'),
    ],
  });
  await succeed(
    importTown(
      acting,
      someTown(judgedTown, {
        indicators: [
          indicator('happiness', '市民幸福度', 1),
          ...Array.from({ length: many }, (_, at) =>
            indicator(`other-${at}`, `${at + 1}番目の指標（長い名前の取組に満足している市民の割合）`, at + 2),
          ),
        ],
        judgementSchemes: [{ schemeKey: 'plain', scheme: plainScheme('目標にくらべて') }],
        judgementYears: [
          { fiscalYear: 2023, schemeKey: 'plain', reason: '', publishesHuman: true },
          { fiscalYear: 2024, schemeKey: 'plain', reason: '', publishesHuman: true },
        ],
      }),
      { dryRun: false, publish: true },
    ),
  );
  await succeed(
    setTarget(
      acting,
      'happiness',
      {
        fiscalYear: 2028,
        figure: '6.80',
        text: '',
        comparison: 'at-least',
        reason: '国の調査の方法が変わったため、見直した。',
        sourceDocument: '',
      },
      1,
    ),
  );
  await succeed(
    judgeByHand(acting, 'happiness', 2024, [
      {
        indicatorKey: 'happiness',
        fiscalYear: 2024,
        kind: 'override',
        subject: 'grade',
        choice: 'reached',
        reason: '目標にはわずかに届かないが、過去最高の値であるため。',
        seen: 0,
      },
    ]),
  );
};
