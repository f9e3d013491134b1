import { totalOf } from '../../../../../domain/demography/population.ts';
import { leverRangesFor } from '../../../../../domain/population/lever-ranges-for.ts';
import { leverNames } from '../scenario-words.data.ts';
import { aloneWords } from './answer-words.ts';
import type { BackcastAnswersProps } from './backcast-panel.tsx';
import { TakeButton } from './take-button.tsx';

/** 一つだけを動かすなら: what each lever would take by itself. */
export const AloneList = ({ worked, answers, mayEdit }: BackcastAnswersProps) => {
  const ranges = leverRangesFor(totalOf(worked.assumptions.base));
  const { each, question } = answers;
  return (
    <section aria-labelledby="alone-title">
      <h3 id="alone-title">一つだけを動かすなら</h3>
      <p className="field__hint">選んだほかの前提は動かさず、選ばなかった前提は上のままとします。</p>
      <ul className="alone-list">
        {each.alone.map((alone) => {
          const range = ranges[alone.kind];
          const rest = range.neutral ?? worked.result.birthRateNow;
          const others = question.kinds.filter((kind) => kind !== alone.kind);
          return (
            <li key={alone.kind}>
              <b>{leverNames[alone.kind]}</b>
              <span>{aloneWords(alone, range, rest, each.aim.total)}</span>
              {mayEdit && (
                <TakeButton
                  values={[alone, ...others.map((kind) => ({ kind, value: null }))]}
                  fromYear={question.fromYear}
                  label={`${leverNames[alone.kind]}をこの値にする`}
                >
                  この値にする
                </TakeButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
