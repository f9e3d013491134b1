import { totalOf } from '../../../../../domain/demography/population.ts';
import { leverRangesFor } from '../../../../../domain/population/lever-ranges-for.ts';
import { TableScroll } from '../../../../components/table-scroll.tsx';
import { leverNames } from '../scenario-words.data.ts';
import type { Worked } from '../work-out.ts';
import { aloneWords } from './answer-words.ts';
import type { BackcastAnswersProps } from './backcast-panel.tsx';
import { TakeButton } from './take-button.tsx';

/** Where a lever stands in the scenario: pulled, or at its neutral mark. */
export const valueNow = (
  { content, result }: Worked,
  kind: keyof typeof leverNames,
  neutral: number | null,
): number => content.levers.find((lever) => lever.kind === kind)?.value ?? neutral ?? result.birthRateNow;

/** 一つだけを動かすなら. */
export const AloneTable = ({ worked, answers, mayEdit }: BackcastAnswersProps) => {
  const ranges = leverRangesFor(totalOf(worked.assumptions.base));
  const { each, question } = answers;
  return (
    <TableScroll label="一つだけを動かすなら">
      <table className="table table--words">
        <caption>一つだけを動かすなら（ほかの前提は上のまま）</caption>
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
            const now = valueNow(worked, alone.kind, range.neutral);
            return (
              <tr key={alone.kind}>
                <th scope="row">{leverNames[alone.kind]}</th>
                <td>{aloneWords(alone, range, now, each.aim.total)}</td>
                {mayEdit && (
                  <td>
                    <TakeButton
                      values={[alone]}
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
