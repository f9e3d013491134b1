import { totalOf } from '../../../../../domain/demography/population.ts';
import { leverRangesFor } from '../../../../../domain/population/lever-ranges-for.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import { leverNames } from '../scenario-words.data.ts';
import { leverWords } from './answer-words.ts';
import type { BackcastAnswersProps } from './backcast-panel.tsx';
import { TakeButton } from './take-button.tsx';

/** 無理の少ない組み合わせ: all levers asked for, each a little. */
export const LeastEffort = ({ worked, answers, mayEdit }: BackcastAnswersProps) => {
  const { each, question } = answers;
  const least = each.leastEffort;
  if (least === null || least.values.length < 2) return null;
  const ranges = leverRangesFor(totalOf(worked.assumptions.base));
  const missing = Math.round(each.aim.total) - Math.round(least.total);
  return (
    <section aria-labelledby="least-title">
      <h3 id="least-title">すべてを少しずつ動かすなら（最も無理の少ない組み合わせ）</h3>
      <p className="field__hint">動かせる範囲に対する割合の二乗の合計が、最も小さくなる組み合わせです。</p>
      {!least.reached && (
        <p className="notice notice--warn">
          選んだ前提をすべて、範囲の端か、人数が負にならないところまで動かしても、{wholePersons(least.total)}
          人です。
          {missing > 0 && `目標に${wholePersons(missing)}人足りません。`}
          {missing < 0 && `目標より${wholePersons(-missing)}人多いままです。`}
          目標か、動かす前提を見直してください。
        </p>
      )}
      <dl className="answer-list">
        {least.values.map(({ kind, value }) => {
          const range = ranges[kind];
          return (
            <div key={kind}>
              <dt>{leverNames[kind]}</dt>
              <dd>
                {leverWords(range, range.neutral ?? worked.result.birthRateNow)} →{' '}
                <b>{leverWords(range, value)}</b>
              </dd>
            </div>
          );
        })}
      </dl>
      {mayEdit && (
        <TakeButton values={least.values} fromYear={question.fromYear}>
          この組み合わせにする
        </TakeButton>
      )}
    </section>
  );
};
