import type { previewFrames } from '../../../../app/budget/read-budget-desk.ts';
import type { BudgetScheme } from '../../../../domain/budget/budget-scheme.ts';
import { digits } from '../../../../domain/budget/frame-cell.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import { FrameSteps } from '../frame-steps.tsx';
import { placedSentence } from '../refusal-sentences.ts';
import { thousandYen } from '../words.ts';

export interface FramesPreviewProps {
  readonly scheme: BudgetScheme;
  readonly frames: Awaited<ReturnType<typeof previewFrames>> | null;
  readonly problems: readonly Problem[];
}

/** What the rule as typed gives on the town's own figures. The same part answers to the island and to the button. */
export const FramesPreview = ({ scheme, frames, problems }: FramesPreviewProps) => {
  if (problems.length > 0)
    return (
      <ul className="notice">
        {problems.map((problem) => (
          <li key={`${problem.path.join('.')} ${problem.code}`}>{placedSentence(problem)}</li>
        ))}
      </ul>
    );
  if (frames === null || frames.frames.length + frames.outside.length === 0)
    return <p className="quiet">この年度に額のある事業がありません。</p>;
  const className = (key: string) => scheme.expenseClasses.find((each) => each.key === key)?.label ?? key;
  const outside = new Set(frames.outside);
  return (
    <>
      <p>
        合計 <b>{thousandYen(frames.totalThousandYen)}</b>
        {frames.undistributedThousandYen > 0 &&
          `、配られずに残る額 ${thousandYen(frames.undistributedThousandYen)}`}
        {frames.beyondRevenueThousandYen > 0 &&
          `、歳入見込みを超える義務的な経費 ${thousandYen(frames.beyondRevenueThousandYen)}`}
        {frames.leftOut.length > 0 && `、計算に入らない事業 ${frames.leftOut.length}件`}
      </p>
      <TableScroll label="試算した枠">
        <table className="table table--named">
          <caption className="visually-hidden">試算した枠（千円）</caption>
          <thead>
            <tr>
              <th scope="col">部</th>
              <th scope="col">経費区分</th>
              <th scope="col" className="number">
                基準年度
              </th>
              <th scope="col" className="number">
                枠
              </th>
            </tr>
          </thead>
          <tbody>
            {[...frames.frames, ...frames.outside].map((frame) => (
              <tr key={`${frame.unitKey} ${frame.expenseClass}`}>
                <th scope="row">{frames.unitName(frame.unitKey)}</th>
                <td>
                  {className(frame.expenseClass)}
                  {outside.has(frame) && '（枠配分外）'}
                </td>
                <td className="number">{digits(frame.baseThousandYen)}</td>
                <td className="number">
                  {digits(frame.computedThousandYen)}
                  <FrameSteps
                    steps={frame.steps}
                    of={`${frames.unitName(frame.unitKey)} ${className(frame.expenseClass)}`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
};
