import type { DecidedBudgetLine, PublishedBudget } from '../../../domain/budget/budget.ts';
import { budgetBalance } from '../../../domain/budget/budget-balance.ts';
import { commonDirections } from '../../../domain/evaluation/common-direction.ts';
import { matrixOf, noneKey } from '../../../domain/evaluation/matrix.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { budgetWords } from '../../text/evaluation-budget.ts';
import { tableLabel } from '../../text/table-label.ts';
import { formatThousandYen, tableYen } from '../../text/yen.ts';

interface Props {
  readonly frame: TownFrame;
  readonly baseFiscalYear: number;
  readonly lines: readonly DecidedBudgetLine[];
}

/** 増やすものと減らすもの: each kind with what it got before, asked for and got. */
export const BalanceTable = ({ frame, lines, baseFiscalYear }: Props) => {
  const words = budgetWords(frame.language);
  const { kinds, whole } = budgetBalance(lines);
  const rows = [
    ...kinds
      .filter(({ count }) => count > 0)
      .map((kind) => ({ ...kind, label: words.kinds[kind.kind], sum: false })),
    { ...whole, label: words.total, sum: true },
  ];
  return (
    <TableScroll label={tableLabel(words.balanceTitle, frame.language)}>
      <table className="table grade-table">
        <caption className="visually-hidden">{words.balanceTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            {[
              words.count,
              words.base(formatYear(baseFiscalYear, frame.language)),
              words.requested,
              words.allocated,
              words.change,
            ].map((label) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className={row.sum ? 'grade-table__whole' : undefined}>
              <th scope="row">{row.label}</th>
              <td className="number">{tableYen(row.count)}</td>
              <td className="number">{tableYen(row.baseThousandYen)}</td>
              <td className="number">{tableYen(row.requestedThousandYen)}</td>
              <td className="number">{tableYen(row.allocatedThousandYen)}</td>
              <td className="number">{tableYen(row.changeThousandYen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const outcomes = ['more', 'same', 'less'] as const;

/** 評価が言ったこと × 予算がしたこと, by the common class of the direction. */
export const AnswerTable = ({ frame, lines }: Omit<Props, 'baseFiscalYear'>) => {
  const { language } = frame;
  const words = budgetWords(language);
  const classes = evaluationWords(language).directions;
  const known = lines.filter(({ evaluationClass }) => evaluationClass !== '');
  if (known.length === 0) return null;
  const matrix = matrixOf(
    lines,
    {
      title: words.evaluation,
      values: commonDirections.map((key) => ({ key, label: classes[key] })),
      of: ({ evaluationClass }) => (evaluationClass === '' ? null : evaluationClass),
    },
    {
      title: words.change,
      values: outcomes.map((key) => ({ key, label: words.outcomes[key] })),
      of: (line) => {
        const change = line.allocatedGeneralThousandYen - line.baseGeneralThousandYen;
        return change > 0 ? 'more' : change < 0 ? 'less' : 'same';
      },
    },
    (line) => line.allocatedGeneralThousandYen - line.baseGeneralThousandYen,
  );
  return (
    <section className="section" aria-labelledby="answers">
      <h2 id="answers">{words.answers}</h2>
      <p className="section__lead">{words.answersLead}</p>
      <TableScroll label={tableLabel(words.answers, frame.language)}>
        <table className="table grade-table">
          <caption className="visually-hidden">{words.answers}</caption>
          <thead>
            <tr>
              <th scope="col">{words.evaluation}</th>
              {matrix.columns.map(({ key, label }) => (
                <th key={key} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col" className="number">
                {words.count}
              </th>
              <th scope="col" className="number">
                {words.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows
              .filter(({ sum }) => sum.count > 0)
              .map(({ key, label, cells, sum }) => {
                const common = commonDirections.find((each) => each === key);
                return (
                  <tr key={key}>
                    <th scope="row">
                      {common === undefined || key === noneKey ? (
                        words.noEvaluation
                      ) : (
                        <DirectionMark common={common} label={label} language={language} />
                      )}
                    </th>
                    {cells.map((cell, at) => (
                      <td key={matrix.columns[at]?.key} className="number">
                        {cell.count}
                      </td>
                    ))}
                    <td className="number">{sum.count}</td>
                    <td className="number">{tableYen(sum.amountThousandYen)}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};

/** 配分枠: what each department could spend, how that came about, and what is left of it. */
export const FrameTable = ({
  frame,
  budget,
}: {
  readonly frame: TownFrame;
  readonly budget: PublishedBudget;
}) => {
  const { language } = frame;
  const words = budgetWords(language);
  if (budget.frames.length === 0) return null;
  return (
    <section className="section" aria-labelledby="frames">
      <h2 id="frames">{words.frames}</h2>
      <p className="section__lead">{words.framesLead}</p>
      <TableScroll label={tableLabel(words.frames, frame.language)}>
        <table className="table table--words">
          <caption className="visually-hidden">{words.frames}</caption>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.expenseClass}</th>
              <th scope="col" className="number">
                {words.frame}
              </th>
              <th scope="col" className="number">
                {words.allocated}
              </th>
              <th scope="col" className="number">
                {words.rest}
              </th>
              <th scope="col">{words.arithmetic}</th>
            </tr>
          </thead>
          <tbody lang="ja">
            {budget.frames.map((each) => (
              <tr key={`${each.unitName} ${each.expenseClass}`}>
                <th scope="row">{each.unitName}</th>
                <td>{each.expenseClass}</td>
                <td className="number">{tableYen(each.frameThousandYen)}</td>
                <td className="number">{tableYen(each.allocatedThousandYen)}</td>
                <td className="number">{tableYen(each.frameThousandYen - each.allocatedThousandYen)}</td>
                <td>
                  <ol className="frame-steps">
                    {each.steps.map((step) => (
                      <li key={`${step.rule} ${step.label} ${step.arithmetic}`}>
                        {step.label}: {step.arithmetic} = {tableYen(step.amountThousandYen)}
                      </li>
                    ))}
                    {each.adjustmentThousandYen === 0 ? null : (
                      <li>
                        {words.adjusted(
                          formatThousandYen(each.adjustmentThousandYen, language),
                          each.adjustmentReason,
                        )}
                      </li>
                    )}
                  </ol>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};
