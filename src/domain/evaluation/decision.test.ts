import { describe, expect, it } from 'vitest';
import { roundScheme } from '../../../test/factories/evaluation-round.ts';
import { readEvaluationScheme } from '../../app/evaluation/read-evaluation-scheme.ts';
import {
  agendaOf,
  type Decision,
  decidingStage,
  decisionOf,
  isDecided,
  machineDiffers,
  stagesDisagree,
  standingDirection,
  standingGrade,
  waitsForDecision,
} from './decision.ts';
import { axisNames, axisOf, machineAxes, matricesOf } from './decision-axes.ts';
import { matrixOf, noneKey } from './matrix.ts';

const read = readEvaluationScheme(roundScheme);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const scheme = read.value;

type Said = Readonly<Record<string, Readonly<Record<string, string>>>>;
const high = { 'criterion.need': 'high', 'criterion.effect': 'good' };

const decision = (subjectKey: string, said: Said, rest: Partial<Decision> = {}): Decision =>
  decisionOf(scheme, {
    subjectKey,
    number: '',
    name: subjectKey,
    unitName: '',
    typeKey: 'soft',
    stageKeys: ['entry', 'first', 'second', 'final'],
    status: 'approved',
    stageIndex: 3,
    exemption: '',
    amountThousandYen: 100,
    lastDirection: null,
    ...rest,
    records: new Map(
      Object.entries(said).map(([key, answers]) => [key, { answers, handedOn: key !== 'final' }]),
    ),
  });

const agreed = decision('agreed', { first: { direction: 'keep', ...high }, second: { direction: 'keep' } });
const disputed = decision(
  'disputed',
  { first: { direction: 'expand' }, second: { direction: 'cut' } },
  { amountThousandYen: 1 },
);
const judged = decision('judged', { first: { direction: 'keep', grade: 'b', ...high } });

describe('本部の判断', () => {
  it('決めるのは、方向を示す最後の段階', () => {
    expect(decidingStage(scheme, ['entry', 'first', 'second', 'external', 'final'])?.key).toBe('final');
    expect(decidingStage(scheme, ['entry', 'first', 'external'])?.key).toBe('first');
    expect(decidingStage(scheme, ['external'])).toBeNull();
  });

  it('段階がちがうことを言うのは、渡したものだけで見る', () => {
    expect([stagesDisagree(agreed), stagesDisagree(disputed)]).toEqual([false, true]);
    const draft = decision('d', { first: { direction: 'keep' }, final: { direction: 'cut' } });
    expect([stagesDisagree(draft), standingDirection(draft)?.key]).toEqual([false, 'keep']);
  });

  it('計算の評価と人の評価をくらべる。人が言わなければ計算のもの', () => {
    expect([machineDiffers(judged), standingGrade(judged)]).toEqual([true, 'b']);
    expect([machineDiffers(agreed), standingGrade(agreed)]).toEqual([false, 'a']);
  });

  it('議題は、段階がちがうもの、計算とちがうもの、費用の多いものの順。決めても順は変わらない', () => {
    const costly = decision('costly', { first: { direction: 'keep' } }, { amountThousandYen: 900 });
    const unknown = decision('unknown', {}, { amountThousandYen: null });
    const exempt = decision('exempt', {}, { exemption: 'small' });
    const order = (list: readonly Decision[]) => agendaOf(list, scheme).map(({ subjectKey }) => subjectKey);
    expect(order([unknown, agreed, exempt, costly, judged, disputed])).toEqual([
      'disputed',
      'judged',
      'costly',
      'agreed',
      'unknown',
    ]);
    const decided = {
      ...costly,
      said: [...costly.said, ...decision('x', { final: { direction: 'cut' } }).said].map((said) => ({
        ...said,
        handedOn: true,
      })),
    };
    expect(order([agreed, decided])).toEqual(['costly', 'agreed']);
  });

  it('前の段階がまだ終わらないものは、どんなに高くても、決められるものと決めたもののあと', () => {
    const early = { ...disputed, subjectKey: 'early', stageIndex: 1, amountThousandYen: 9999 };
    const done = { ...agreed, subjectKey: 'done', status: 'final' as const, stageIndex: 4 };
    const order = (list: readonly Decision[]) => agendaOf(list, scheme).map(({ subjectKey }) => subjectKey);
    expect(order([early, done, judged])).toEqual(['judged', 'done', 'early']);
    // Deciding one moves nothing.
    expect(order([early, done, { ...judged, status: 'final', stageIndex: 4 }])).toEqual([
      'judged',
      'done',
      'early',
    ]);
  });

  it('決める番かどうか', () => {
    expect(waitsForDecision(scheme, agreed)).toBe(true);
    expect(waitsForDecision(scheme, { ...agreed, stageIndex: 2 })).toBe(false);
    expect(waitsForDecision(scheme, { ...agreed, exemption: 'small' })).toBe(false);
    const done = { ...agreed, status: 'final' as const, stageIndex: 4 };
    expect([waitsForDecision(scheme, done), isDecided(done)]).toEqual([false, true]);
  });
});

describe('判断の表の軸', () => {
  it('様式にあるものだけが軸になり、決まりがなければ方向と費用', () => {
    expect(axisNames(scheme)).toEqual(['direction', 'cost', 'grade', 'criterion.need', 'criterion.effect']);
    expect(matricesOf(scheme)).toEqual([
      { key: 'direction-cost', title: '今後の方向と費用', rows: 'direction', columns: 'cost' },
    ]);
    expect(axisOf(scheme, 'criterion.none')).toBeNull();
  });

  it('費用の区分は、円で言う', () => {
    expect(axisOf(scheme, 'cost')?.values.map(({ label }) => label)).toEqual([
      '1億円以上',
      '1,000万円〜1億円',
      '100万円〜1,000万円',
      '100万円未満',
    ]);
  });

  it('どの判断も、どの軸でも、一度だけ数えられる', () => {
    const all = [agreed, disputed, judged];
    for (const rows of axisNames(scheme)) {
      for (const columns of axisNames(scheme)) {
        const [row, column] = [axisOf(scheme, rows), axisOf(scheme, columns)];
        if (row === null || column === null) throw new Error(rows);
        const matrix = matrixOf(all, row, column, ({ amountThousandYen }) => amountThousandYen);
        expect(matrix.rows.reduce((sum, line) => sum + line.sum.count, 0)).toBe(3);
        expect(matrix.whole.amountThousandYen).toBe(201);
      }
    }
  });

  it('計算と人の評価の表', () => {
    const { machine, human } = machineAxes(scheme);
    const matrix = matrixOf([agreed, judged], machine, human, () => null);
    expect(matrix.rows.map(({ key, cells }) => [key, cells.map(({ count }) => count)])).toEqual([
      ['a', [0, 1, 0]],
      ['b', [0, 0, 0]],
      [noneKey, [0, 0, 1]],
    ]);
  });
});
