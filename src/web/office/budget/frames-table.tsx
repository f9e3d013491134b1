import type { BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import { may } from '../../../domain/access/may.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import type { FrameUse } from '../../../domain/budget/frame-use.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { CsrfField } from '../layout.tsx';
import { budgetHref, type PageEnv } from './budget-page.tsx';
import { FrameSteps } from './frame-steps.tsx';
import { signed } from './words.ts';

interface Props extends PageEnv {
  readonly desk: BudgetYearDesk;
}

type Frame = BudgetYearDesk['frames'][number];

const Adjust = ({ frame, name, ...page }: Props & { readonly frame: Frame; readonly name: string }) => {
  const { year } = page.desk.context;
  const id = `${frame.unitKey}-${frame.expenseClass}`;
  return (
    <details>
      <summary>
        調整
        <span className="visually-hidden">（{name}）</span>
      </summary>
      <form method="post" action={budgetHref(page, `/${year.fiscalYear}`)} className="form budget-adjust">
        <CsrfField viewer={page.viewer} />
        <input type="hidden" name="unitKey" value={frame.unitKey} />
        <input type="hidden" name="expenseClass" value={frame.expenseClass} />
        <input type="hidden" name="version" value={frame.version} />
        <label htmlFor={`amount-${id}`}>増やす額（減らすときは −）千円</label>
        <input
          id={`amount-${id}`}
          name="amountThousandYen"
          className="input input--short"
          inputMode="numeric"
          defaultValue={String(frame.adjustmentThousandYen)}
          autoComplete="off"
        />
        <label htmlFor={`reason-${id}`}>理由</label>
        <input
          id={`reason-${id}`}
          name="reason"
          className="input input--medium"
          defaultValue={frame.adjustmentReason}
          autoComplete="off"
        />
        <button type="submit" name="do" value="adjust" className="button button--quiet button--small">
          調整する
        </button>
      </form>
    </details>
  );
};

const Row = ({
  frame,
  use,
  ...page
}: Props & { readonly frame: Frame; readonly use: FrameUse | undefined }) => {
  const { context } = page.desk;
  const name = `${context.unitName(frame.unitKey)} ${context.className(frame.expenseClass)}`;
  const isOpen = context.year.state === 'preparing' || context.year.state === 'notified';
  const left = use?.leftThousandYen ?? 0;
  return (
    <tr>
      <th scope="row">
        <a href={budgetHref(page, `/${context.year.fiscalYear}/units/${frame.unitKey}`)}>
          {context.unitName(frame.unitKey)}
        </a>
      </th>
      <td>{context.className(frame.expenseClass)}</td>
      <td className="number">
        {digits(frame.computedThousandYen)}
        <FrameSteps steps={frame.steps} of={name} />
      </td>
      <td className="number">
        {frame.adjustmentThousandYen === 0 ? '' : signed(frame.adjustmentThousandYen)}
        {frame.adjustmentReason !== '' && <span className="budget-note">{frame.adjustmentReason}</span>}
        {isOpen && may(page.viewer.actor, 'budget.manage') && <Adjust {...page} frame={frame} name={name} />}
      </td>
      <td className="number">
        <b>{digits(use?.frameThousandYen ?? frame.computedThousandYen)}</b>
      </td>
      <td className="number">{digits(use?.requestedThousandYen ?? 0)}</td>
      <td className="number">{digits(use?.allocatedThousandYen ?? 0)}</td>
      <td className="number">
        {digits(left)}
        {left < 0 && <strong className="budget-over">超過</strong>}
      </td>
    </tr>
  );
};

/** 配分枠: one row for each division and expense class, with its arithmetic, what is asked of it and what is left. */
export const FramesTable = (page: Props) => {
  const { frames, uses } = page.desk;
  const total = (of: (use: FrameUse) => number) => uses.reduce((sum, use) => sum + of(use), 0);
  return (
    <TableScroll label="配分枠（千円）">
      <table className="table table--named">
        <caption>配分枠（一般財源、千円）</caption>
        <thead>
          <tr>
            <th scope="col">部</th>
            <th scope="col">経費区分</th>
            <th scope="col" className="number">
              計算した額
            </th>
            <th scope="col" className="number">
              調整
            </th>
            <th scope="col" className="number">
              枠
            </th>
            <th scope="col" className="number">
              要求
            </th>
            <th scope="col" className="number">
              配分
            </th>
            <th scope="col" className="number">
              残り
            </th>
          </tr>
        </thead>
        <tbody>
          {frames.map((frame, at) => (
            <Row key={`${frame.unitKey} ${frame.expenseClass}`} {...page} frame={frame} use={uses[at]} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              合計
            </th>
            <td className="number">
              {digits(frames.reduce((sum, { computedThousandYen }) => sum + computedThousandYen, 0))}
            </td>
            <td className="number">
              {signed(frames.reduce((sum, { adjustmentThousandYen }) => sum + adjustmentThousandYen, 0))}
            </td>
            <td className="number">{digits(total((use) => use.frameThousandYen))}</td>
            <td className="number">{digits(total((use) => use.requestedThousandYen))}</td>
            <td className="number">{digits(total((use) => use.allocatedThousandYen))}</td>
            <td className="number">{digits(total((use) => use.leftThousandYen))}</td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
};
