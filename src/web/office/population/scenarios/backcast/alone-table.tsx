import { totalOf } from '../../../../../domain/demography/population.ts';
import { leverRangesFor } from '../../../../../domain/population/lever-ranges-for.ts';
import { TableScroll } from '../../../../components/table-scroll.tsx';
import { leverNames } from '../scenario-words.data.ts';
import { aloneWords } from './answer-words.ts';
import type { BackcastAnswersProps } from './backcast-panel.tsx';
import { TakeButton } from './take-button.tsx';

/** 一つだけを動かすなら. */
export const AloneTable = ({ worked, answers, mayEdit }: BackcastAnswersProps) => {
  const ranges = leverRangesFor(totalOf(worked.assumptions.base));
  const { each, question } = answers;
  return (
    <TableScroll label="一つだけを動かすなら">
      <table className="table table--words">
        <caption>一つだけを動かすなら（選んだほかの前提は動かさず、選ばなかった前提は上のまま）</caption>
        <thead>
          <tr>
            <th scope="col">動かす前提</th>
            <th scope="col">要る値</th>
            {mayEdit && <th scope="col">上の欄へ</th>}
          </tr>
        </thead>
        <tbody>
          {each.alone.map((alone) => {
            const range = ranges[alone.kind];
            const rest = range.neutral ?? worked.result.birthRateNow;
            const others = question.kinds.filter((kind) => kind !== alone.kind);
            return (
              <tr key={alone.kind}>
                <th scope="row">{leverNames[alone.kind]}</th>
                <td>{aloneWords(alone, range, rest, each.aim.total)}</td>
                {mayEdit && (
                  <td>
                    <TakeButton
                      values={[alone, ...others.map((kind) => ({ kind, value: null }))]}
                      fromYear={question.fromYear}
                      label={`${leverNames[alone.kind]}をこの値にする`}
                    >
                      この値にする
                    </TakeButton>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
};
