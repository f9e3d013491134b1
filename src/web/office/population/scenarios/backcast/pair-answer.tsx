import { type IsoAxis, type IsoTargetData, isoTargetCurve } from '../../../../../charts/iso-target-curve.ts';
import { totalOf } from '../../../../../domain/demography/population.ts';
import type { LeverPair } from '../../../../../domain/population/answer-backcast.ts';
import type { LeverRange } from '../../../../../domain/population/lever-ranges.data.ts';
import { leverRangesFor } from '../../../../../domain/population/lever-ranges-for.ts';
import { Drawing } from '../../../../components/drawing.tsx';
import { TableScroll } from '../../../../components/table-scroll.tsx';
import { leverNames } from '../scenario-words.data.ts';
import { leverWords } from './answer-words.ts';
import type { BackcastAnswersProps } from './backcast-panel.tsx';
import { TakeButton } from './take-button.tsx';

interface Met {
  readonly first: number;
  readonly second: number;
}

const metOf = ({ points }: LeverPair): readonly Met[] =>
  points.flatMap(({ first, second }) => (second === null ? [] : [{ first, second }]));

const axisOf = ({ least, most, unit, decimals }: LeverRange, name: string): IsoAxis => ({
  name,
  unit,
  decimals,
  least,
  most,
});

const Curve = ({ data }: { readonly data: IsoTargetData }) => {
  const draw = (suffix: string, width: 320 | 640) =>
    isoTargetCurve({ ...data, id: `${data.id}-${suffix}` }, width);
  const [narrow, wide] = [draw('n', 320), draw('w', 640)];
  return narrow === null || wide === null ? null : (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      <Drawing svg={wide} width={640} />
    </div>
  );
};

/** 二つを組み合わせるなら: the curve of the pairs that reach the aim, and its table. */
export const PairAnswer = ({ worked, answers, mayEdit }: BackcastAnswersProps) => {
  const { pair, question } = answers;
  if (pair === null) return null;
  const ranges = leverRangesFor(totalOf(worked.assumptions.base));
  const [x, y] = pair.kinds;
  const met = metOf(pair);
  const { content, result } = worked;
  const others = question.kinds.filter((kind) => kind !== x && kind !== y);
  // As the form has them: pulled, or at rest.
  const now = (kind: typeof x): number =>
    content.levers.find((lever) => lever.kind === kind)?.value ?? ranges[kind].neutral ?? result.birthRateNow;
  return (
    <section aria-labelledby="pair-title">
      <h3 id="pair-title">
        二つを組み合わせるなら: {leverNames[x]}と{leverNames[y]}
      </h3>
      {met.length === 0 ? (
        <p className="notice notice--warn">
          この二つでは、動かせる範囲のどの組み合わせでも目標に届きません。
        </p>
      ) : (
        <>
          <Curve
            data={{
              id: 'workbench-pair',
              title: '線の上の組み合わせで、ちょうど目標に届きます',
              description: `横は${leverNames[x]}、縦は${leverNames[y]}`,
              x: axisOf(ranges[x], leverNames[x]),
              y: axisOf(ranges[y], leverNames[y]),
              curve: met.map(({ first, second }) => ({ x: first, y: second })),
              now: { x: now(x), y: now(y), name: 'いま' },
              chosen: null,
              words: { reached: '届く', missed: '届かない' },
            }}
          />
          <TableScroll label="ちょうど目標に届く組み合わせ">
            <table className="table pair-table">
              <caption>ちょうど目標に届く組み合わせ</caption>
              <thead>
                <tr>
                  <th scope="col" className="table__number">
                    {leverNames[x]}
                  </th>
                  <th scope="col" className="table__number">
                    {leverNames[y]}
                  </th>
                  {mayEdit && <th scope="col">上の欄へ</th>}
                </tr>
              </thead>
              <tbody>
                {met.map(({ first, second }) => (
                  <tr key={first}>
                    <td className="table__number">{leverWords(ranges[x], first)}</td>
                    <td className="table__number">{leverWords(ranges[y], second)}</td>
                    {mayEdit && (
                      <td>
                        <TakeButton
                          values={[
                            { kind: x, value: first },
                            { kind: y, value: second },
                            ...others.map((kind) => ({ kind, value: null })),
                          ]}
                          fromYear={question.fromYear}
                          label={`この組にする: ${leverWords(ranges[x], first)}と${leverWords(ranges[y], second)}`}
                        >
                          この組にする
                        </TakeButton>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
    </section>
  );
};
